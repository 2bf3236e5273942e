using System.Security.Cryptography;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The history of a policy, from the command line.</summary>
public sealed class ReviseCommandTests : IDisposable
{
    private static readonly string Old = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_new_version_knows_what_was_in_force_before_it()
    {
        var now = Changed();
        Assert.Equal((ExitCode.Conforms, "", ""), Revise(Old, now));
        var history = PolicySerializer.ReadFile(now).Value!.Revisions;
        Assert.Equal(2, history.Count);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Old))), history[0].Sha256);
        Assert.Equal((RevisionKind.Partial, "文字数の見直し"), (history[1].Kind, history[1].Summary));
        var policy = PolicySerializer.ReadFile(now).Value!;
        Assert.Equal(history[0], policy.InForceOn(new NodaTime.LocalDate(2027, 3, 31)));
        Assert.Equal(history[1], policy.InForceOn(new NodaTime.LocalDate(2027, 4, 1)));
    }

    [Fact]
    public void Done_twice_it_is_the_same()
    {
        var now = Changed();
        Revise(Old, now);
        var once = File.ReadAllBytes(now);
        Revise(Old, now);
        Assert.Equal(once, File.ReadAllBytes(now));
    }

    [Theory]
    [InlineData("--effective-on", "2020-01-01", "より後ではありません")]
    [InlineData("--promulgated-on", "2027-03-01", "決定の日 2027-03-20 より前です")]
    [InlineData("--decided-on", "2027-04-02", "決定又は公布の日より前です")]
    public void A_day_that_cannot_be_is_refused_and_nothing_is_written(string option, string day, string said)
    {
        var now = Changed();
        var before = File.ReadAllBytes(now);
        var (exitCode, _, error) = Revise(Old, now, option, day);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(now));
    }

    [Fact]
    public void The_same_text_is_noticed()
    {
        var now = _folder.Write("new.json", File.ReadAllText(Old));
        var (exitCode, _, error) = Revise(Old, now);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("条文に違いがありません", error, StringComparison.Ordinal);
    }

    private string Changed()
    {
        var text = File.ReadAllText(Old);
        var changed = text.Replace("脅威", "危険", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        return _folder.Write("new.json", changed);
    }

    // The option that is given last takes the place of the usual one.
    private static (int ExitCode, string Output, string Error) Revise(
        string old,
        string now,
        string? option = null,
        string? day = null
    )
    {
        var days = new Dictionary<string, string>
        {
            ["--decided-on"] = "2027-03-20",
            ["--effective-on"] = "2027-04-01",
            ["--summary"] = "文字数の見直し",
        };
        if (option is not null)
            days[option] = day!;
        return Policykit.Run(["revise", old, now, .. days.SelectMany(d => new[] { d.Key, d.Value })]);
    }
}
