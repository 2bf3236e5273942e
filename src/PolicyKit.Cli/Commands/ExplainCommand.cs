using System.CommandLine;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Json;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit explain ID</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "規則のID / rule id (PK6101)" };
        var lang = CommonOptions.Language();
        var command = new Command("explain", "規則を説明する / explain a rule") { id, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return Program.Guard(language, error, () => Explain(parsed.GetValue(id)!, language, output));
        });
        return command;
    }

    private static int Explain(string id, MessageLanguage language, TextWriter output)
    {
        var upper = id.ToUpperInvariant();
        if (
            RuleId.TryParse(upper) is not { } rule
            || (RuleCatalog.Page(rule) ?? RulePage.OfCheck(rule)) is not { } page
        )
        {
            var ids = RuleCatalog.Known.Ids.Concat(RulePage.CheckRules).Order(StringComparer.Ordinal).ToList();
            throw Nearest.Find(upper, ids) is { } nearest
                ? CliException.Usage("cli.unknown-rule#nearest", id, nearest)
                : CliException.Usage("cli.unknown-rule", id, string.Join(", ", ids));
        }

        output.Write(RulePage.Half(page, language));
        return ExitCode.Conforms;
    }
}

/// <summary>A rule's page: Japanese, a line with three hyphens, English.</summary>
internal static class RulePage
{
    private static readonly string[] Pages = typeof(RulePage)
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
        using var reader = new StreamReader(typeof(RulePage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static string Half(string page, MessageLanguage language)
    {
        var halves = page.ReplaceLineEndings("\n").Split("\n---\n", 2);
        return halves[language == MessageLanguage.English && halves.Length == 2 ? 1 : 0].Trim('\n') + "\n";
    }
}
