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
        var files = Regex.Matches(text, "```json\n(\\{\n  \"kind\": \"system\".*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, files.Count);
        var (exitCode, output, _) = Policykit.Run("validate", _folder.Write("system.json", files[0]));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("```text\n" + output.Replace(_folder.Path + "/", "", StringComparison.Ordinal).TrimEnd() + "\n```", text, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Conforms, "1 ファイルを検証しました。問題はありません\n", ""), Policykit.Run("validate", _folder.Write("system.json", files[1])));
    }
}
