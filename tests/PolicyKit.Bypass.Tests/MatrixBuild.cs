using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyKit.Bypass.Tests;

/// <summary>The vectors, built with the body's pack by the SDK alone.</summary>
public sealed class MatrixBuild : IAsyncLifetime
{
    private readonly MatrixFolder _folder = new(withPack: true);
    private string _said = "";

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Folder, RedirectStandardOutput = true };
        foreach (
            var argument in new[]
            {
                "build",
                _folder.Solution,
                "-v:quiet",
                "-nologo",
                "-nodeReuse:false",
                "-consoleLoggerParameters:NoSummary;ErrorsOnly",
            }
        )
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        _said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the build made of a vector.</summary>
    public BuildSeen Of(Vector vector)
    {
        var errors = Errors(vector);
        if (errors.Any(e => Vectors.Concealed.Contains(e)))
            return BuildSeen.Reported;
        if (errors.Any(e => e.StartsWith("PK", StringComparison.Ordinal) || e == "CS1029"))
            return BuildSeen.Stopped;
        return errors.Count > 0 ? BuildSeen.Failed : BuildSeen.Nothing;
    }

    // The ids of the errors.
    private IReadOnlyList<string> Errors(Vector vector) =>
        Lines(vector)
            .Select(line => Regex.Match(line, "error (?<id>[A-Z]+[0-9]+)"))
            .Where(m => m.Success)
            .Select(m => m.Groups["id"].Value)
            .Distinct()
            .ToList();

    /// <summary>What is said of a vector's project, or of its files in a project that it shares.</summary>
    public IEnumerable<string> Lines(Vector vector) =>
        _said
            .Split('\n')
            .Where(line =>
                Regex.IsMatch(line, $@"[/\\](v{vector.Id}|v{vector.Id}inner)\.csproj(::[^\]]*)?\]\s*$")
                || (
                    vector.Shares is { } shared
                    && vector.Files.Any(f =>
                        Regex.IsMatch(
                            line,
                            $@"[/\\]{shared}[/\\]{Regex.Escape(MatrixFolder.NameIn(vector, f.Name))}\(.*: (error|warning) "
                        )
                    )
                )
            );
}
