using PolicyKit.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

/// <summary>What <c>.ci/derive</c> does with snapshots; all else that it writes is compared by the test that writes it.</summary>
public sealed class DeriveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_snapshot_that_a_test_wrote_anew_is_expected_from_then_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        var expected = _folder.Write("tests/A B/__snapshots__/Seen.snap", "before\n");
        var name = new SnapshotFullName("Seen.snap", Path.Combine(_folder.Path, "tests", "A B"));
        Assert.ThrowsAny<Exception>(() => Snapshot.Match("after", name));
        Assert.NotEmpty(Mismatches());
        var (exitCode, output) = Packages.Run(
            Repository.PathOf(".ci", "accept-snapshots"),
            _folder.Path,
            null,
            "tests"
        );
        Assert.True(exitCode == 0, output);
        Snapshot.Match("after", name);
        Assert.StartsWith("after", File.ReadAllText(expected), StringComparison.Ordinal);
        Assert.Empty(Mismatches());
    }

    [Fact]
    public void It_runs_every_test_project_that_has_snapshots()
    {
        var script = File.ReadAllText(Repository.PathOf(".ci", "derive"));
        Assert.Contains("\n.ci/accept-snapshots tests\n", script, StringComparison.Ordinal);
        var projects = Repository
            .Files()
            .Where(f => f.EndsWith(".snap", StringComparison.Ordinal))
            .Select(f => string.Join('/', f.Split('/').Take(2)))
            .Distinct();
        Assert.All(projects, p => Assert.Contains($"\ndotnet test {p} ", script, StringComparison.Ordinal));
    }

    private string[] Mismatches() =>
        Directory.GetDirectories(_folder.Path, "__mismatch__", SearchOption.AllDirectories);
}
