using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Checking;

/// <summary>
/// The assemblies that compilations reference, each read once: compilations that share a reference share its symbols,
/// too.
/// </summary>
internal sealed class ReferenceCache
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written), AssemblyMetadata> _assemblies = new();
    private readonly ConcurrentDictionary<
        (string Path, DateTime Written, MetadataReferenceProperties Properties),
        MetadataReference
    > _references = new();

    /// <summary>The generators of the SDK, loaded once.</summary>
    public GeneratorCache Generators { get; } = new();

    /// <summary>The analyzers of the SDK, loaded once.</summary>
    public SdkAnalyzers Analyzers { get; } = new(SdkInstallation.AnalyzerFolder);

    public MetadataReference Get(string path, MetadataReferenceProperties properties)
    {
        if (properties.Kind == MetadataImageKind.Module)
            return MetadataReference.CreateFromFile(path, properties);
        // A file that is written again between two compilations of one build is another assembly.
        var written = File.GetLastWriteTimeUtc(path);
        return _references.GetOrAdd(
            (path, written, properties),
            key =>
                _assemblies
                    .GetOrAdd((key.Path, key.Written), file => AssemblyMetadata.CreateFromFile(file.Path))
                    .GetReference(
                        aliases: key.Properties.Aliases,
                        embedInteropTypes: key.Properties.EmbedInteropTypes,
                        filePath: key.Path
                    )
        );
    }
}
