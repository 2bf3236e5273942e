using System.Diagnostics;
using System.Text.Json;

namespace PolicyKit.Testing;

/// <summary>The packed packages: those that POLICYKIT_PACKAGES names (CI packs once), or packed here and kept until a source changes.</summary>
internal static class Packages
{
    private static readonly Lazy<string> Ensured = new(Ensure);

    /// <summary>A folder that is a NuGet feed.</summary>
    public static string Folder => Ensured.Value;

    /// <summary>Where they are unpacked, once for all tests; its path has a space and Japanese in it.</summary>
    public static string Cache => Folder + "-cache 展開";

    /// <summary>The version of the packages in it.</summary>
    public static string Version =>
        Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, "PolicyKit.Annotations.*.nupkg").Single())[
            "PolicyKit.Annotations.".Length..
        ];

    /// <summary>Runs dotnet and gives back what it printed, whichever way it ended.</summary>
    public static (int ExitCode, string Output) Dotnet(
        string folder,
        IReadOnlyDictionary<string, string>? environment,
        params string[] arguments
    ) => Run("dotnet", folder, environment, arguments);

    /// <summary>Runs a program and gives back what it printed, stdout before stderr.</summary>
    public static (int ExitCode, string Output) Run(
        string program,
        string folder,
        IReadOnlyDictionary<string, string>? environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static string Ensure()
    {
        if (Environment.GetEnvironmentVariable("POLICYKIT_PACKAGES") is { Length: > 0 } given)
            return Path.GetFullPath(given);
        var folder = Repository.PathOf("artifacts", "test-packages");
        Directory.CreateDirectory(folder);
        // Two test assemblies may come here at once.
        using var mine = Lock(Path.Combine(folder, ".lock"));
        var stamp = Newest();
        var stampFile = Path.Combine(folder, ".stamp");
        if (File.Exists(stampFile) && File.ReadAllText(stampFile) == stamp)
            return folder;
        foreach (var old in Directory.GetFiles(folder, "*.*nupkg"))
            File.Delete(old);
        if (Directory.Exists(folder + "-cache 展開"))
            Directory.Delete(folder + "-cache 展開", recursive: true);
        var (exitCode, output) = Dotnet(
            Repository.Root,
            null,
            "pack",
            Products(folder),
            "-c",
            "Release",
            "-o",
            folder,
            "-p:Version=0.1.0-test." + stamp,
            // Compiling the tool ahead of time takes longer than all the rest; CI packs it so.
            "-p:ToolReadyToRun=false",
            // The build of the solution has had its analyzers.
            "-p:RunAnalyzers=false",
            "-v:q",
            "-nodeReuse:false"
        );
        if (exitCode != 0)
            throw new InvalidOperationException("dotnet pack failed:\n" + output);
        File.WriteAllText(stampFile, stamp);
        return folder;
    }

    // The solution without tests and examples: they are not packed, and need not be compiled once more.
    private static string Products(string folder)
    {
        var projects = new[] { "src", "analyzers" }
            .SelectMany(part =>
                Directory.EnumerateFiles(Repository.PathOf(part), "*.csproj", SearchOption.AllDirectories)
            )
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('/', '\\'))
            .Order(StringComparer.Ordinal);
        var filter = Path.Combine(folder, "Products.slnf");
        var solution = new { path = Repository.PathOf("PolicyKit.sln"), projects };
        File.WriteAllText(filter, JsonSerializer.Serialize(new { solution }));
        return filter;
    }

    private static string Newest() =>
        new[] { "src", "analyzers", "schemas" }
            .SelectMany(part => Directory.EnumerateFiles(Repository.PathOf(part), "*", SearchOption.AllDirectories))
            .Where(file =>
                !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)
                && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal)
            )
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"))
            .Max(file => File.GetLastWriteTimeUtc(file))
            .Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FileStream Lock(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(200);
            }
        }
    }
}
