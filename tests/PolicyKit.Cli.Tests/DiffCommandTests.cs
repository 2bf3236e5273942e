using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Two versions of a policy and of a standard, from the command line.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_difference_applied_to_the_old_file_gives_the_new_one()
    {
        var (old, now, diff) = (Path.Combine(Pack, "policy.json"), Changed(), In("diff.json"));
        var (exitCode, _, error) = Policykit.Run("diff", old, now, "--format", "json", "--output", diff);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("改正 1 件", error, StringComparison.Ordinal);
        var (applied, output, _) = Policykit.Run("diff", "--apply", diff, old);
        Assert.Equal(ExitCode.Conforms, applied);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(now)), JsonNode.Parse(output)));
    }

    [Fact]
    public void A_difference_is_refused_where_it_does_not_belong()
    {
        var (now, diff) = (Changed(), In("diff.json"));
        Policykit.Run("diff", Path.Combine(Pack, "policy.json"), now, "--format", "json", "--output", diff);
        var (exitCode, output, error) = Policykit.Run("diff", "--apply", diff, now);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Empty(output);
        Assert.Contains("改正前のファイルではありません", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Policykit.Run("diff", "--apply", now, now).ExitCode);
    }

    [Fact]
    public void An_amendment_is_written_with_the_day_that_is_given()
    {
        var (old, now) = (Articles("old.json", "１０文字"), Articles("new.json", "１２文字"));
        var (exitCode, output, error) = Policykit.Run(
            "diff",
            old,
            now,
            "--format",
            "amendment",
            "--effective-on",
            "2027-04-01"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Empty(error);
        Assert.Equal(
            """
            ひかり市情報セキュリティ規程の一部を改正する規程

            　ひかり市情報セキュリティ規程（令和２年訓令第１号）の一部を次のように改正する。
            　第２条中「１０文字」を「１２文字」に改める。

            附　則
            この規程は、令和９年４月１日から施行する。

            """,
            output
        );
    }

    [Fact]
    public void An_amendment_that_nobody_should_write_by_machine_is_refused_with_the_reason()
    {
        var (old, now) = (Articles("old.json", "１０文字"), Articles("new.json", "10文字"));
        var (exitCode, output, error) = Policykit.Run("diff", old, now, "--format", "amendment");
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Empty(output);
        Assert.Contains("表記 (全角と半角、空白など) だけが違う所が1か所", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_files_have_no_difference()
    {
        var (exitCode, output, error) = Policykit.Run("diff", Pack, Pack);
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("違いはありません", output, StringComparison.Ordinal);
        Assert.Contains("違いはありません", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_differ_in_what_no_table_shows_are_not_called_the_same()
    {
        var old = Path.Combine(Pack, "policy.json");
        var policy = JsonNode.Parse(File.ReadAllText(old))!;
        policy["body"]!["shortName"] = "別の略称";
        var now = In("new.json");
        File.WriteAllText(now, policy.ToJsonString());
        var (_, output, error) = Policykit.Run("diff", old, now);
        Assert.Contains("ほかの記載は違います", output, StringComparison.Ordinal);
        Assert.Contains("ほかの記載は違います", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("markdown")]
    public void Each_format_shows_the_word_that_changed(string format)
    {
        var file = In("table." + format);
        var old = Path.Combine(Pack, "policy.json");
        Assert.Equal(
            ExitCode.Conforms,
            Policykit.Run("diff", old, Changed(), "--format", format, "--output", file).ExitCode
        );
        var text = format == "docx" ? WordText(file) : File.ReadAllText(file);
        Assert.Contains("万全の", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_and_a_system_have_nothing_to_compare()
    {
        var system = Repository.PathOf("examples", "sewerage-billing", "system.json");
        Assert.Equal(ExitCode.Usage, Policykit.Run("diff", Path.Combine(Pack, "policy.json"), system).ExitCode);
    }

    // The first sentence of the first provision with a text gets two words more.
    private string Changed()
    {
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(Pack, "policy.json")))!;
        var provision = policy["provisions"]!.AsArray().First(p => p!["text"] is not null)!;
        provision["text"] = "万全の" + (string?)provision["text"];
        var file = In("new.json");
        File.WriteAllText(file, policy.ToJsonString());
        return file;
    }

    private static string WordText(string file)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private string Articles(string name, string length)
    {
        File.WriteAllText(
            In(name + ".txt"),
            $"""
            ひかり市情報セキュリティ規程
            令和２年３月１日訓令第１号
            （目的）
            第１条　この規程は、情報資産の保護に必要な事項を定める。
            （管理）
            第２条　パスワードは、{length}以上とする。

            附　則
            この規程は、令和２年４月１日から施行する。

            """
        );
        Policykit.Run("import", In(name + ".txt"), "--output", In(name));
        return In(name);
    }

    private string In(string name) => Path.Combine(_folder.Path, name);
}
