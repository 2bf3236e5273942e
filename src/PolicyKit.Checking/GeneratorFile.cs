using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace PolicyKit.Checking;

/// <summary>An assembly that holds generators.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="IsOfSdk">Whether it lies in the .NET installation that runs this program: whoever can write there owns the machine.</param>
internal sealed record GeneratorFile(string Path, string Sha256, bool IsOfSdk)
{
    /// <summary>Those that a compilation names. Nothing of them is loaded to find out.</summary>
    /// <param name="call">The compilation.</param>
    /// <param name="failures">What cannot be read is added to it.</param>
    /// <param name="read">What was read before: compilations of one check name the same assemblies.</param>
    public static IReadOnlyList<GeneratorFile> Of(
        CompilerCall call,
        List<string> failures,
        ConcurrentDictionary<string, (GeneratorFile? File, string? Failure)> read
    )
    {
        var files = new List<GeneratorFile>();
        foreach (var reference in call.Arguments.AnalyzerReferences)
        {
            var (file, failure) = read.GetOrAdd(RebuiltCompilation.FullPath(reference.FilePath, call.Arguments), Read);
            if (failure is not null)
                failures.Add(failure);
            if (file is not null)
                files.Add(file);
        }

        return files;
    }

    private static (GeneratorFile? File, string? Failure) Read(string path)
    {
        if (!File.Exists(path))
            return (null, path);
        if (!HoldsGenerators(path, out var failure))
            return (null, failure);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return (new GeneratorFile(path, hash, SdkInstallation.Holds(path)), null);
    }

    private static bool HoldsGenerators(string path, out string? failure)
    {
        failure = null;
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
                return false;
            var reader = file.GetMetadataReader();
            return reader.TypeDefinitions.Any(t =>
                reader.GetTypeDefinition(t).GetCustomAttributes().Any(a => IsGeneratorAttribute(reader, a))
            );
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            failure = $"{System.IO.Path.GetFileName(path)}: {e.Message}";
            return false;
        }
    }

    private static bool IsGeneratorAttribute(MetadataReader reader, CustomAttributeHandle handle)
    {
        var constructor = reader.GetCustomAttribute(handle).Constructor;
        return constructor.Kind == HandleKind.MemberReference
            && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
                is { Kind: HandleKind.TypeReference } parent
            && reader.StringComparer.Equals(
                reader.GetTypeReference((TypeReferenceHandle)parent).Name,
                "GeneratorAttribute"
            );
    }
}
