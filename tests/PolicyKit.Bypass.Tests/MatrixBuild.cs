using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyKit.Bypass.Tests;

/// <summary>The vectors, built with the body's pack by the SDK alone.</summary>
public sealed class MatrixBuild : IAsyncLifetime
{
    private readonly MatrixFolder _folder = new(withPack: true);

    public string Said { get; private set; } = "";

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
                "-p:PolicyKitEvaluationDate=2026-04-01",
            }
        )
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        Said = await process.StandardOutput.ReadToEndAsync();
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
        if (errors.Any(e => e is "PK6101" or "PK6102" or "CA5369"))
            return BuildSeen.Reported;
        return errors.Count > 0 ? BuildSeen.Stopped : BuildSeen.Nothing;
    }

    /// <summary>The ids of the errors in a vector's project.</summary>
    public IReadOnlyList<string> Errors(Vector vector) =>
        Said.Split('\n')
            .Where(line => Regex.IsMatch(line, $@"[/\\]v{vector.Id}\.csproj(::[^\]]*)?\]\s*$"))
            .Select(line => Regex.Match(line, "error (?<id>[A-Z]+[0-9]+)"))
            .Where(m => m.Success)
            .Select(m => m.Groups["id"].Value)
            .Distinct()
            .ToList();
}
