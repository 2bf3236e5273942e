using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The report as a command: a file for people, an exit code for scripts.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_one_html_file_and_prints_nothing()
    {
        var file = Path.Combine(_folder.Path, "報告書.html");
        var (exitCode, output, error) = Report("--output", file);
        Assert.Equal((ExitCode.Conforms, "", ""), (exitCode, output, error));
        var html = File.ReadAllText(file);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ja\">", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.Contains("毛呂山・越生・鳩山公共下水道組合", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_looked_at_is_said_first() =>
        Assert.Matches("見ていないものがあるため[^\0]+コードを見ていないため[^\0]+class=\"counts\"", Report().Output);

    [Fact]
    public void The_printed_template_is_the_one_that_is_used()
    {
        var (_, template, _) = Report("--print-template");
        var own = Report("--template", _folder.Write("own.liquid", template)).Output;
        Assert.Equal(Report().Output, own);
    }

    [Fact]
    public void A_template_that_cannot_be_read_is_named_with_the_mistake_in_it()
    {
        var (exitCode, output, error) = Report("--template", _folder.Write("own.liquid", "{% for %}"));
        Assert.Equal((ExitCode.Usage, ""), (exitCode, output));
        Assert.Contains("own.liquid", error, StringComparison.Ordinal);
        Assert.Contains("直し方", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_in_english_says_first_what_is_to_be_done()
    {
        var (exitCode, output, _) = Report("--format", "markdown", "--lang", "en");
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Matches(@"\A# Information-security policy: compliance report: .+\n\nAs of: ", output);
        Assert.Matches(
            @"\*\*No violation and nothing overdue was found; \d+ controls are not evidenced yet\*\*",
            output
        );
    }

    private static (int ExitCode, string Output, string Error) Report(params string[] options) =>
        Policykit.Run([
            "report",
            Repository.PathOf("examples", "sewerage-billing"),
            "--pack",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage"),
            "--evidence",
            Repository.PathOf("examples", "sewerage-billing", "evidence.json"),
            "--no-build",
            "--as-of",
            "2026-06-01",
            .. options,
        ]);
}
