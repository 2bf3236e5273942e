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

    /// <summary>The title of a half: what stands behind the id in its first line.</summary>
    public static string Title(string half) => half.Split('\n')[0].Split(' ', 3)[^1];

    /// <summary>The text of the first section of a half.</summary>
    public static string FirstSection(string half)
    {
        var lines = half.Split('\n').SkipWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Skip(1);
        return string.Join("\n", lines.TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))).Trim();
    }
}
