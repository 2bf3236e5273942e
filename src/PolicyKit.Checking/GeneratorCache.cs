using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Checking;

/// <summary>Generators, each assembly loaded once for all compilations.</summary>
internal sealed class GeneratorCache
{
    private readonly GeneratorLoader _loader = new([]);
    private readonly ConcurrentDictionary<
        string,
        (IReadOnlyList<ISourceGenerator> Generators, IReadOnlyList<string> Failures)
    > _loaded = new(StringComparer.Ordinal);

    /// <summary>What was read of assemblies to find out whether they hold generators, by path.</summary>
    public ConcurrentDictionary<string, (GeneratorFile? File, string? Failure)> Read { get; } =
        new(StringComparer.Ordinal);

    public IReadOnlyList<ISourceGenerator> Get(string path, List<string> failures)
    {
        var loaded = _loaded.GetOrAdd(path, Load);
        failures.AddRange(loaded.Failures);
        return loaded.Generators;
    }

    private (IReadOnlyList<ISourceGenerator>, IReadOnlyList<string>) Load(string path)
    {
        var failures = new List<string>();
        var file = new AnalyzerFileReference(path, _loader);
        file.AnalyzerLoadFailed += (_, e) =>
        {
            // A file without generators is not a failure; the project's analyzers are not run here.
            if (e.ErrorCode is not AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
                failures.Add($"{Path.GetFileName(path)}: {e.Message}");
        };
        return (file.GetGenerators(LanguageNames.CSharp), failures);
    }
}
