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

    private string In(string name) => Path.Combine(_folder.Path, name);
}
