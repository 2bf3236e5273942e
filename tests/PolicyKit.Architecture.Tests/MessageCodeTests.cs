using System.Text.RegularExpressions;

namespace PolicyKit.Architecture.Tests;

/// <summary>What a program does never hangs on how a message is called: a message that is renamed changes a sentence alone.</summary>
public sealed partial class MessageCodeTests
{
    [Fact]
    public void Nothing_is_decided_by_the_code_of_a_message()
    {
        var deciding = ProjectSources
            .FilesIn("src")
            .Concat(ProjectSources.FilesIn("analyzers"))
            .SelectMany(file =>
                Deciding().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}")
            );
        Assert.Empty(deciding);
    }

    // problem.Code == "…", message.Key is "…", p.Code.StartsWith("…"), { Code: "…" }
    [GeneratedRegex(
        @"\b(?:Code|Message\.Key)(?:\??\.(?:StartsWith|EndsWith|Contains|Equals)\(|\s*(?:==|!=|is(?: not)?|:)\s*)\s*"""
    )]
    private static partial Regex Deciding();
}
