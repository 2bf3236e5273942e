using System.Runtime.CompilerServices;

namespace PolicyKit.Testing;

/// <summary>Where things lie in the working copy.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotWritten =
    [
        ".git",
        ".idea",
        ".vs",
        "TestResults",
        "__mismatch__",
        "artifacts",
        "bin",
        "node_modules",
        "obj",
    ];

    private static IReadOnlyList<string>? written;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Material shared between working copies: conformance suites and the official source text. It may be absent.</summary>
    public static string SharedMaterial { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files that people wrote, with forward slashes and relative to the root: nothing built, fetched or ignored.</summary>
    public static IReadOnlyList<string> Files() =>
        written ??= [.. FilesIn(Root).Select(f => f[(Root.Length + 1)..].Replace('\\', '/'))];

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(d => !NotWritten.Contains(Path.GetFileName(d)))
            .SelectMany(FilesIn)
            .Concat(Directory.EnumerateFiles(folder));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>
/// A test that needs material from beside the working copy. Where there is none, as in a fork, the test says that it was skipped;
/// where there is, <c>.ci/run</c> lets nothing be skipped.
/// </summary>
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
