using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary><c>policykit new pack</c>, as a body without a policy meets it.</summary>
public sealed class NewPackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Pack => Path.Combine(_folder.Path, "パック");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("みどり町", "town", "internet", "outline", "6(6)")]
    [InlineData("みどり市", "city", "my-number,lgwan,internet", "article", "第6条第6号")]
    [InlineData("みどり村", "village", "my-number,lgwan", "article-fullwidth", "第６条第６号")]
    [InlineData("みどり水道企業団", "union", "lgwan", "article-kanji", "第六条第六号")]
    [InlineData("みどり広域連合", "wide-area-union", "plant=制御系,internet", "article", "第6条第6号")]
    [InlineData("みどり区", "ward", "plant=制御系", "outline", "6(6)")]
    public void What_it_writes_validates_renders_and_evaluates(
        string body,
        string kind,
        string zones,
        string numbering,
        string citation
    )
    {
        Assert.Equal(ExitCode.Conforms, New(body, kind, zones, numbering).ExitCode);
        var (valid, told, wrong) = Policykit.Run("validate", Pack);
        Assert.True(valid == ExitCode.Conforms, told + wrong);
        Assert.DoesNotContain("注意", told, StringComparison.Ordinal);
        var (covered, coverage, fallbacks) = Policykit.Run("standard", "coverage", Pack);
        Assert.True(covered == ExitCode.Conforms, fallbacks);
        Assert.DoesNotContain("引用", coverage, StringComparison.Ordinal);
        var (rendered, text, odd) = Policykit.Run("render", Path.Combine(Pack, "policy.json"), "--format", "text");
        Assert.Equal((ExitCode.Conforms, ""), (rendered, odd));
        Assert.Contains($"{body}（以下「", text, StringComparison.Ordinal);
        var zone = zones.Split(',')[0].Split('=')[0];
        _folder.Write("system/system.json", SystemIn(zone));
        var (evaluated, status, failure) = Policykit.Run(
            "status",
            Path.Combine(_folder.Path, "system"),
            "--pack",
            Pack,
            "--as-of",
            "2026-04-01"
        );
        Assert.True(evaluated is ExitCode.Conforms or ExitCode.Violations, failure);
        Assert.Contains(citation, status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outline")]
    [InlineData("article")]
    [InlineData("article-fullwidth")]
    [InlineData("article-kanji")]
    public void No_control_falls_back_and_nothing_of_the_policy_is_odd(string numbering)
    {
        New("みどり市", "city", "my-number,lgwan,internet", numbering);
        var source = SourceDocument.ReadFile(Path.Combine(Pack, "policy.json"));
        var policy = PolicySerializer.Read(source);
        Assert.Empty(policy.Problems);
        Assert.Empty(
            PolicyLints.Check(policy.Value!, source).Select(p => p.Message.Text(Messages.MessageLanguage.English))
        );
        var pack = PolicyKit.Packs.PolicyPack.Load(PackFiles.FromOptions([Pack]));
        Assert.Empty(pack.Problems);
        Assert.Empty(pack.Fallbacks);
        Assert.Equal(9, pack.Policy!.Measures.Count);
        Assert.Equal(5, pack.Policy.Threats.Count);
    }

    [Fact]
    public void The_new_pack_governs_a_check_and_is_cited_in_it()
    {
        New("みどり町", "town", "internet", "article");
        var (exitCode, output, error) = Policykit.Run(
            "check",
            BuiltLogs.OfExample("sewerage-billing-violating"),
            "--pack",
            Pack,
            "--as-of",
            "2026-04-01"
        );
        Assert.True(exitCode == ExitCode.Violations, error);
        Assert.Contains("第6条第6号", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_new_user_reads()
    {
        var (exitCode, output, error) = New("みどり町", "town", "internet", "article", "--adopted", "2026-04-01");
        Assert.Equal(
            (
                ExitCode.Conforms,
                "policy.json standard.json midori.policy.csproj README.md",
                "パックのひな形を書きました。内容は案です。README.md にある、決めて書き直すものを確認してください\n"
            ),
            (exitCode, string.Join(' ', output.Trim().Split('\n').Select(Path.GetFileName)), error)
        );
        var (_, text, _) = Policykit.Run("render", Path.Combine(Pack, "policy.json"), "--format", "text");
        Assert.StartsWith(
            """
            みどり町
            情報セキュリティ基本方針
            令和8年4月1日 策定 (案)

            （目的）
            第1条　みどり町（以下「町」という。）の業務で扱う情報と、
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_that_exists_is_overwritten_and_nothing_is_left_behind()
    {
        _folder.Write("パック/standard.json", "mine");
        var (exitCode, output, error) = New("みどり町", "town", "internet", "outline");
        Assert.Equal((ExitCode.Usage, ""), (exitCode, output));
        Assert.Contains("既にあるファイルには書きません: standard.json", error, StringComparison.Ordinal);
        Assert.Equal(["standard.json"], Directory.GetFiles(Pack).Select(Path.GetFileName));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Pack, "standard.json")));
    }

    [Fact]
    public void Without_a_terminal_all_that_is_missing_is_named_at_once()
    {
        var (exitCode, _, error) = Policykit.Run("new", "pack", "--output", Pack);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("指定が足りません: --body, --id, --kind, --zones", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Pack));
    }

    [Fact]
    public void On_a_terminal_it_asks_for_what_is_missing_and_asks_again_after_a_bad_answer()
    {
        using var answers = new StringReader("みどり町\nみどり\nmidori-town\n\nmoon\ninternet\n\n");
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Program.Run(["new", "pack", "--output", Pack], output, error, terminal: answers);
        Assert.True(exitCode == ExitCode.Conforms, error.ToString());
        Assert.Contains("`みどり` はIDの初めとして使えません", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("`moon` は系の指定として読み取れません", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("[town]", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", Pack).ExitCode);
    }

    [Theory]
    [InlineData("--kind", "county", "`county` は団体の種類ではありません")]
    [InlineData("--numbering", "roman", "`roman` は番号の付け方ではありません")]
    [InlineData("--code", "113264", "`113264` は全国地方公共団体コードではありません")]
    [InlineData("--id", "Midori", "`Midori` はIDの初めとして使えません")]
    [InlineData("--zones", "internet,internet", "`internet,internet` は系の指定として読み取れません")]
    public void Says_what_is_wrong_with_an_option(string option, string value, string message)
    {
        string[] given = ["--body", "みどり町", "--id", "midori", "--kind", "town", "--zones", "internet"];
        var at = Array.IndexOf(given, option);
        string[] arguments = at < 0 ? [.. given, option, value] : [.. given[..at], option, value, .. given[(at + 2)..]];
        var (exitCode, _, error) = Policykit.Run(["new", "pack", "--output", Pack, .. arguments]);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Pack));
    }

    private (int ExitCode, string Output, string Error) New(
        string body,
        string kind,
        string zones,
        string numbering,
        params string[] more
    ) =>
        Policykit.Run([
            "new",
            "pack",
            "--id",
            "midori",
            "--body",
            body,
            "--kind",
            kind,
            "--zones",
            zones,
            "--numbering",
            numbering,
            "--output",
            Pack,
            .. more,
        ]);

    private static string SystemIn(string zone) =>
        File.ReadAllText(Repository.PathOf("schemas", "examples", "system", "valid", "development-minimal.json"))
            .Replace("\"internet\"", $"\"{zone}\"", StringComparison.Ordinal);
}
