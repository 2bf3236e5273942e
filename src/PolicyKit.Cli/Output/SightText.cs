using PolicyKit.Cli.Failures;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Output;

/// <summary>A thing that there was to judge, as a line says it.</summary>
internal static class SightText
{
    public static string Of(SightItem item, MessageLanguage language) =>
        CliException.Messages.Format(
            "sight.item",
            language,
            VisibleText.Of(item.Framework.Length > 0 ? $"{item.Path} ({item.Framework})" : item.Path),
            VisibleText.Of(item.Reason?.Text(language) ?? "")
        );

    /// <summary>The id of such a thing where formats want one.</summary>
    public static string Id(SightItem item) =>
        item.State == SightState.NotJudged ? "policykit.not-judged" : "policykit.not-looked-at";
}
