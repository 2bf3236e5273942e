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
    public static IReadOnlyList<GeneratorFile> Of(CompilerCall call, List<string> failures)
    {
        var files = new List<GeneratorFile>();
        foreach (var reference in call.Arguments.AnalyzerReferences)
        {
            var path = RebuiltCompilation.FullPath(reference.FilePath, call.Arguments);
            if (!File.Exists(path))
                failures.Add(path);
            else if (HoldsGenerators(path, failures))
                files.Add(
                    new GeneratorFile(
                        path,
                        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
                        SdkInstallation.Holds(path)
                    )
                );
        }

        return files;
    }

    private static bool HoldsGenerators(string path, List<string> failures)
    {
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
            failures.Add($"{System.IO.Path.GetFileName(path)}: {e.Message}");
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
