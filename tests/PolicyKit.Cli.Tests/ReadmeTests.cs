using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What the READMEs show of <c>validate</c> is what it prints.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void The_transcript_of_a_broken_file_is_true(string readme)
    {
        var text = File.ReadAllText(Repository.PathOf(readme));
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
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void The_transcript_of_a_check_is_true(string readme)
    {
        var text = File.ReadAllText(Repository.PathOf(readme));
        var transcript = Regex
            .Match(
                text,
                "(?<=check examples/sewerage-billing-violating --as-of 2026-04-01\n…\n)error.*?(?=\n```)",
                RegexOptions.Singleline
            )
            .Value.Split('\n');
        var (_, output, _) = Policykit.Run(
            "check",
            Repository.PathOf("examples", "sewerage-billing-violating"),
            "--as-of",
            "2026-04-01"
        );
        var lines = output.Split('\n');
        // An ellipsis stands for what was left out.
        foreach (var line in transcript.Where(l => l.Trim() is not ("" or "…")))
        {
            if (Regex.Match(line, @"(\S+\.json) \(SHA-256 ([0-9a-f]{8})…\)") is { Success: true } file)
                Assert.Equal(
                    file.Groups[2].Value,
                    Convert.ToHexStringLower(
                        System.Security.Cryptography.SHA256.HashData(
                            File.ReadAllBytes(Repository.PathOf(file.Groups[1].Value))
                        )
                    )[..8]
                );
            // Tests do not see hashes in the output.
            var pattern = new Regex(
                "^"
                    + Regex
                        .Escape(Regex.Replace(line, "[0-9a-f]{8}…", "…"))
                        .Replace("…", ".*", StringComparison.Ordinal)
                    + "$"
            );
            Assert.True(Array.Exists(lines, pattern.IsMatch), line);
        }

        Assert.True(transcript.Length > 20);
    }
}
