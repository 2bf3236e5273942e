using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>A rule's page: Japanese, a line with three hyphens, English.</summary>
internal static class RulePage
{
    private static readonly string[] Pages = typeof(CheckException)
        .Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".md", StringComparison.Ordinal))
        .ToArray();

    /// <summary>The rules that `check` judges beside those of the compiler.</summary>
    public static IEnumerable<string> CheckRules => Pages.Select(p => p[..p.IndexOf('_', StringComparison.Ordinal)]);

    /// <summary>The file name of the page of such a rule.</summary>
    public static string NameOfCheck(string rule) =>
        Pages.Single(p => p.StartsWith(rule + "_", StringComparison.Ordinal));

    /// <summary>The page of such a rule; null if there is none.</summary>
    public static string? OfCheck(RuleId rule)
    {
        if (Pages.FirstOrDefault(p => p.StartsWith(rule.Value + "_", StringComparison.Ordinal)) is not { } name)
            return null;
        using var reader = new StreamReader(typeof(CheckException).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static string Half(string page, MessageLanguage language)
    {
        var halves = page.ReplaceLineEndings("\n").Split("\n---\n", 2);
        return halves[language == MessageLanguage.English && halves.Length == 2 ? 1 : 0].Trim('\n') + "\n";
    }
}
