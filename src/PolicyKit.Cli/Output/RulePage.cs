using PolicyKit.Messages;

namespace PolicyKit.Cli.Output;

/// <summary>A rule's page: Japanese, a line with three hyphens, English.</summary>
internal static class RulePage
{
    public static string Half(string page, MessageLanguage language)
    {
        var halves = page.ReplaceLineEndings("\n").Split("\n---\n", 2);
        return halves[language == MessageLanguage.English && halves.Length == 2 ? 1 : 0].Trim('\n') + "\n";
    }
}
