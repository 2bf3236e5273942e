using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>
/// What the pages show of <c>check</c> and <c>validate</c> is what they print.
/// With POLICYKIT_UPDATE_EXPECTED=1 the transcripts and pictures of <c>check</c> are written anew.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Command = "check examples/sewerage-billing-violating --as-of 2026-04-01";

    private static readonly bool Update = Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1";

    private static readonly Lazy<string> English = new(() =>
        Policykit
            .Run(
                "check",
                Repository.PathOf("examples", "sewerage-billing-violating"),
                "--as-of",
                "2026-04-01",
                "--lang",
                "en"
            )
            .Output
    );

    private static string Japanese => Examples.Violating.Value.Output;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("docs/validate.md")]
    [InlineData("docs/validate.ja.md")]
    public void The_transcript_of_a_broken_file_is_true(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        var files = Regex
            .Matches(text, "```json\n(\\{\n  \"kind\": \"system\".*?)```", RegexOptions.Singleline)
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.Equal(2, files.Count);
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("system.json", files[0]));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains(
            "```text\n" + output.Replace(_folder.Path + "/", "", StringComparison.Ordinal).TrimEnd() + "\n```",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            (ExitCode.Conforms, "1 ファイルを検証しました。問題はありません\n", ""),
            Policykit.Run("validate", _folder.Write("system.json", files[1]))
        );
    }

    [Theory]
    [InlineData("docs/check.md", "en")]
    [InlineData("docs/check.ja.md", "ja")]
    public void The_transcript_of_a_check_is_true(string page, string language)
    {
        const string Begin = "<!-- transcript -->\n",
            End = "<!-- /transcript -->";
        var text = File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var lines = Excerpt(language == "ja" ? Japanese : English.Value);
        var option = language == "ja" ? "" : " --lang en";
        var transcript = $"```text\n$ policykit {Command}{option}\n…\n{string.Join('\n', lines)}\n```\n";
        Assert.True(lines.Count > 20);
        Committed(text[..begin] + transcript + text[end..], page);
    }

    [Theory]
    [InlineData("docs/images/check.svg", "en")]
    [InlineData("docs/images/check.ja.svg", "ja")]
    public void The_picture_of_a_check_is_true(string picture, string language)
    {
        var option = language == "ja" ? "" : " --lang en";
        var output = language == "ja" ? Japanese : English.Value;
        List<string> lines = [$"$ policykit {Command}{option}", "…", .. Excerpt(output)];
        Committed(TerminalPicture.Of($"policykit {Command}", lines), picture);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void A_readme_is_short_and_shows_its_picture_first(string readme)
    {
        var lines = File.ReadAllLines(Repository.PathOf(readme));
        Assert.InRange(lines.Length, 40, 150);
        Assert.Contains(lines.Take(12), l => l.StartsWith("![", StringComparison.Ordinal));
    }

    // Two findings of one file and the end; what is long or changes with every edit of a file is shortened.
    private static List<string> Excerpt(string output)
    {
        var blocks = output.TrimEnd().Split("\n\n");
        var findings = new[] { "PK6101", "PK3002" }.Select(id =>
            blocks.First(b =>
                b.StartsWith($"error[{id}]", StringComparison.Ordinal)
                && b.Contains("/MeterReadingImporter.cs:", StringComparison.Ordinal)
            )
        );
        var summary = Regex.Replace(blocks[^1], @"\(SHA-256 [^)]*\)", "(SHA-256 …)");
        return string.Join("\n\n", [.. findings, "…\n" + summary]).Split('\n').Select(Shortened).ToList();
    }

    private static string Shortened(string line)
    {
        const int Width = 104;
        var (cells, i) = (0, 0);
        while (i < line.Length && (cells += line[i] >= '\u2E80' ? 2 : 1) <= Width)
            i++;
        return i == line.Length ? line : line[..i].TrimEnd() + "…";
    }

    private static void Committed(string derived, string path)
    {
        var file = Repository.PathOf(path);
        if (Update)
            File.WriteAllText(file, derived);
        Assert.Equal(derived, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
