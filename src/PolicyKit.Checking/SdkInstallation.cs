using System.Runtime.InteropServices;

namespace PolicyKit.Checking;

/// <summary>The .NET installation that runs this program: whoever can write there owns the machine.</summary>
internal static class SdkInstallation
{
    // shared/Microsoft.NETCore.App/10.0.0 below the installation.
    private static readonly string Root = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")
    );

    private static readonly Lazy<string?> Analyzers = new(() => AnalyzersBelow(Path.Combine(Root, "sdk")));

    /// <summary>The folder of the analyzers of the newest SDK; null where no SDK is installed.</summary>
    public static string? AnalyzerFolder => Analyzers.Value;

    /// <summary>The programs that compile for several projects, one of each SDK.</summary>
    public static IEnumerable<string> CompilerServers =>
        Directory.Exists(Path.Combine(Root, "sdk"))
            ? Directory
                .EnumerateDirectories(Path.Combine(Root, "sdk"))
                .SelectMany(sdk =>
                    new[] { "VBCSCompiler", "VBCSCompiler.exe" }.Select(name =>
                        Path.Combine(sdk, "Roslyn", "bincore", name)
                    )
                )
                .Where(File.Exists)
            : [];

    /// <summary>Whether a file came with an SDK.</summary>
    public static bool Holds(string path) =>
        new[] { "sdk", "packs" }.Any(folder => CheckTarget.IsIn(Path.GetFullPath(path), Path.Combine(Root, folder)));

    /// <summary>The analyzers of the newest SDK in a folder of SDKs: a delivery could ask for an old one.</summary>
    internal static string? AnalyzersBelow(string sdks) =>
        Directory.Exists(sdks)
            ? Directory
                .EnumerateDirectories(sdks)
                .Select(sdk => (Version: VersionOf(Path.GetFileName(sdk)), Folder: sdk))
                .Where(sdk => sdk.Version is not null)
                .OrderByDescending(sdk => sdk.Version!.Value.Number)
                .ThenByDescending(sdk => sdk.Version!.Value.IsStable)
                .ThenByDescending(sdk => sdk.Folder, StringComparer.Ordinal)
                .Select(sdk => Path.Combine(sdk.Folder, "Sdks", "Microsoft.NET.Sdk", "analyzers"))
                .FirstOrDefault(Directory.Exists)
            : null;

    private static (Version Number, bool IsStable)? VersionOf(string name)
    {
        var parts = name.Split('-', 2);
        return Version.TryParse(parts[0], out var number) ? (number, parts.Length == 1) : null;
    }
}
