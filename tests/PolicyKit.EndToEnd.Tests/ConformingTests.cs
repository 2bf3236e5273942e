using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>A system that conforms builds clean, with the assemblies compiled ahead of time and with those for every compiler.</summary>
public sealed class ConformingTests : IClassFixture<ConformingProject>
{
    private readonly ConformingProject _project;

    public ConformingTests(ConformingProject project) => _project = project;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_the_pack_referenced_the_conforming_example_builds_clean_and_leaves_the_proof(bool aheadOfTime)
    {
        var (exitCode, output) = _project.Dotnet(
            "build",
            "--no-restore",
            "--no-incremental",
            "-nodeReuse:false",
            "-p:ErrorLog=log.sarif%2cversion=2.1",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:PolicyKitAheadOfTime=" + (aheadOfTime ? "" : "false"),
            "-warnaserror",
            "-t:Build",
            "-getItem:Analyzer"
        );
        Assert.True(exitCode == 0, output);
        // What the package has compiled ahead of time for this machine is taken whole, or nothing of it.
        var machine =
            aheadOfTime && RuntimeInformation.RuntimeIdentifier is "linux-x64" or "win-x64"
                ? $"/tools/aheadoftime/{RuntimeInformation.RuntimeIdentifier}/"
                : "/analyzers/dotnet/cs/";
        var analyzers = Regex
            .Matches(
                Regex.Unescape(output).Replace('\\', '/'),
                "\"FullPath\": \"(?<path>.*/policykit\\.analyzers/.*)\""
            )
            .Select(m => m.Groups["path"].Value)
            .ToList();
        Assert.Equal(7, analyzers.Count);
        Assert.All(analyzers, path => Assert.Contains(machine, path, StringComparison.Ordinal));
        Assert.All(analyzers, path => Assert.True(File.Exists(path), path));
        var log = File.ReadAllText(Path.Combine(_project.Folder, "log.sarif"));
        Assert.Contains("\"PK0000\"", log, StringComparison.Ordinal);
        Assert.Contains("評価日 2026-04-01", Regex.Unescape(log), StringComparison.Ordinal);
    }
}
