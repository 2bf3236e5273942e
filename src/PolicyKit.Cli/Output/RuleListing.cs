using System.Text;
using System.Text.Json;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>Where a rule is judged.</summary>
internal enum RulePlace
{
    /// <summary>In the editor and in the build.</summary>
    Live,

    /// <summary>In the editor and in the build; a part in the build alone, over the whole program.</summary>
    Partly,

    /// <summary>In the build, over the whole program.</summary>
    Build,

    /// <summary>By <c>check</c> alone.</summary>
    Check,
}

/// <summary>A rule in a list.</summary>
internal sealed record ListedRule(
    RuleId Id,
    string Japanese,
    string English,
    Reading.Severity? Severity,
    RulePlace Place,
    ValueList<string> Provisions,
    ValueList<string> Parameters,
    bool HasFix,
    string Page
)
{
    public string Title(MessageLanguage language) => language == MessageLanguage.English ? English : Japanese;
}

/// <summary>
/// Every rule, from the catalogue and the pages: the index of the documentation, the table of the README and
/// <c>rules.json</c> are written from it.
/// </summary>
internal static class RuleListing
{
    private const string Folder = "analyzers/PolicyKit.Analyzers/Rules/";

    public static IReadOnlyList<ListedRule> All { get; } = RuleCatalog.All.Select(Listed).ToList();

    /// <summary>The page of a rule, from the root of the repository.</summary>
    public static string PageOf(RuleId rule) => All.Single(r => r.Id == rule).Page;

    public static string Text(MessageLanguage language)
    {
        var text = new StringBuilder();
        foreach (var rule in All)
            text.Append(rule.Id.Value).Append("  ").Append(rule.Title(language)).Append('\n');
        return text.ToString();
    }

    /// <summary>
    /// A table in Markdown; <paramref name="root"/> is the way to the repository's root, or null for no links.
    /// </summary>
    public static string Markdown(MessageLanguage language, string? root)
    {
        var japanese = language == MessageLanguage.Japanese;
        var text = new StringBuilder(
            japanese
                ? "| 規則 | 報告すること | 既定の重大度 | 評価する場所 | 修正 |\n|---|---|---|---|---|\n"
                : "| rule | reports | default severity | evaluated in | fix |\n|---|---|---|---|---|\n"
        );
        var hasFix = japanese ? "あり" : "yes";
        foreach (var rule in All)
            text.Append(
                $"| [{rule.Id.Value}]({root}{rule.Page}) | {rule.Title(language)} "
                    + $"| {Severity(rule.Severity, japanese)} | {Place(rule.Place, japanese)} "
                    + $"| {(rule.HasFix ? hasFix : "")} |\n"
            );
        return text.ToString();
    }

    private static string Linked(ListedRule rule, string? root) =>
        root is null ? rule.Id.Value : $"[{rule.Id.Value}]({root}{rule.Page})";

    public static string Json()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartArray();
            foreach (var rule in All)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id.Value);
                json.WriteString("title", rule.Japanese);
                json.WriteString("titleEnglish", rule.English);
                json.WriteString("severity", rule.Severity?.ToString().ToLowerInvariant());
                json.WriteString("judgedIn", rule.Place.ToString().ToLowerInvariant());
                Write(json, "provisions", rule.Provisions);
                Write(json, "parameters", rule.Parameters);
                json.WriteBoolean("fix", rule.HasFix);
                json.WriteString("page", rule.Page);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, string name, ValueList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static ListedRule Listed(PolicyRule rule)
    {
        var (page, place) = (RulePages.Find(rule.Rule)!, PlaceOf(rule));
        return new(
            rule.Rule,
            Heading(page, MessageLanguage.Japanese),
            Heading(page, MessageLanguage.English),
            // What an evaluation finds is as grave as the control that is not met.
            rule is EvaluationRule
                ? null
                : rule.DefaultSeverity,
            place,
            rule.DefaultProvisions.Select(p => p.Value).ToValueList(),
            rule.Parameters.Select(p => p.Value).ToValueList(),
            rule.HasFix,
            Folder + rule.GetType().Name + ".md"
        );
    }

    private static RulePlace PlaceOf(PolicyRule rule) =>
        rule.NeedsWholeProgram switch
        {
            WholeProgram.No => RulePlace.Live,
            WholeProgram.Partly => RulePlace.Partly,
            WholeProgram.Wholly => RulePlace.Build,
            WholeProgram.CheckOnly when rule is BuildRule { IsOfTargets: true } => RulePlace.Build,
            WholeProgram.CheckOnly => RulePlace.Check,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };

    // # PK6101 ソースコードに書かれた認証情報
    private static string Heading(string page, MessageLanguage language) =>
        RulePage.Half(page, language).Split('\n')[0].Split(' ', 3)[2];

    private static string Severity(Reading.Severity? severity, bool japanese) =>
        severity switch
        {
            Reading.Severity.Error => japanese ? "エラー" : "error",
            Reading.Severity.Warning => japanese ? "警告" : "warning",
            Reading.Severity.Information => japanese ? "情報" : "information",
            _ => japanese ? "対策による" : "by control",
        };

    private static string Place(RulePlace place, bool japanese) =>
        place switch
        {
            RulePlace.Live => japanese ? "IDEとビルド" : "IDE and build",
            RulePlace.Partly => japanese
                ? "IDEとビルド (一部はビルドだけ)"
                : "IDE and build (a part in the build alone)",
            RulePlace.Build => japanese ? "ビルド" : "build",
            RulePlace.Check => "`policykit check`",
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
}
