using NodaTime;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Logs of builds: only one that is whole and ended well is called conforming.</summary>
public sealed class LogTests(LogsOfBuilds logs) : IClassFixture<LogsOfBuilds>
{
    [Fact]
    public async Task A_whole_log_of_a_good_build_is_looked_at_in_all_its_projects()
    {
        var outcome = await CheckAsync(logs.Log("whole"));
        Assert.Equal(Verdict.Violations, outcome.Verdict);
        Assert.DoesNotContain(outcome.Sight, i => i.State == SightState.NotJudged);
    }

    [Theory]
    [InlineData("incremental", "sight.up-to-date")]
    [InlineData("failed", "sight.log-failed")]
    public async Task A_log_that_does_not_show_these_sources_compiled_says_why(string log, string reason)
    {
        var outcome = await CheckAsync(logs.Log(log));
        Assert.Equal(ExitCode.UnreadableDeliverable, outcome.ExitCode);
        Assert.Contains(outcome.Sight, i => i.State == SightState.NotJudged && i.Reason?.Key == reason);
    }

    // The files that a log embeds stand after all that is read of it.
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.3)]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public async Task A_log_that_breaks_off_ends_with_3_unless_it_had_told_of_the_whole_build(double part)
    {
        var bytes = await File.ReadAllBytesAsync(logs.Log("whole"));
        var log = Path.Combine(logs.Folder, "part.binlog");
        await File.WriteAllBytesAsync(log, bytes[..(int)(bytes.Length * part)]);
        var (exitCode, projects) = await EndOf(log);
        Assert.True(exitCode == ExitCode.UnreadableDeliverable || projects == 2, $"{exitCode}, {projects}");
    }

    private static async Task<(int ExitCode, int Projects)> EndOf(string log)
    {
        try
        {
            var outcome = await CheckAsync(log);
            return (
                outcome.ExitCode,
                outcome.Sight.Count(i => i is { Kind: SightKind.Project, State: SightState.Judged })
            );
        }
        catch (CheckException e)
        {
            return (e.ExitCode, 0);
        }
    }

    private static Task<CheckOutcome> CheckAsync(string log) =>
        PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = log,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                System = Repository.PathOf("examples", "sewerage-billing", "system.json"),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
}
