using System.Runtime.CompilerServices;

namespace PolicyKit.Testing;

/// <summary>Where things lie in the working copy.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Material shared between working copies: conformance suites and the official source text. It may be absent.</summary>
    public static string SharedMaterial { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>A test that needs material from beside the working copy; without it the test says that it was skipped, and CI fails.</summary>
internal sealed class SharedMaterialFactAttribute : FactAttribute
{
    public SharedMaterialFactAttribute(string path) => Skip = SharedMaterial.WhyAbsent(path);
}

/// <summary>The same for a test with data.</summary>
internal sealed class SharedMaterialTheoryAttribute : TheoryAttribute
{
    public SharedMaterialTheoryAttribute(string path) => Skip = SharedMaterial.WhyAbsent(path);
}

internal static class SharedMaterial
{
    public static string? WhyAbsent(string path)
    {
        var full = Path.Combine(Repository.SharedMaterial, path);
        return Directory.Exists(full) || File.Exists(full) ? null : $"../shared/{path} is absent: this was not tested";
    }
}
