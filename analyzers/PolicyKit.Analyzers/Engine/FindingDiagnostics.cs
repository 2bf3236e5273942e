using System.Collections.Immutable;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>Findings as the compiler and editors show them.</summary>
internal static class FindingDiagnostics
{
    /// <summary>The property by which a fix knows what about the location is wrong.</summary>
    public const string Aspect = "PolicyKit.Aspect";

    /// <summary>The property that shows the remedy in logs of the compiler.</summary>
    public const string Remedy = "PolicyKit.Remedy";

    /// <summary>The property that shows the id of the waiver in logs of the compiler.</summary>
    public const string Waiver = "PolicyKit.Waiver";

    public static Diagnostic ToDiagnostic(this RuleFinding finding, MessageLanguage language)
    {
        var citation = finding.Basis.Citation.Length == 0 ? "" : $" 〔{finding.Basis.Citation}〕";
        var waived = finding.Waiver is { } waiver
            ? " "
                + RuleContext.Messages.Format(
                    "waived",
                    language,
                    waiver.Waiver.Id.Value,
                    IsoDate.Format(waiver.LastDay)
                )
            : "";
        return Diagnostic.Create(
            finding.Rule.Descriptor,
            finding.Location,
            PolicyRule.ToRoslyn(finding.Severity),
            finding.Related,
            PropertiesOf(finding, language),
            finding.Text(language) + citation + waived
        );
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(RuleFinding finding, MessageLanguage language)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Remedy, finding.Remedy(language));
        if (finding.Aspect is not null)
            properties = properties.Add(Aspect, finding.Aspect);
        return finding.Waiver is { } waiver ? properties.Add(Waiver, waiver.Waiver.Id.Value) : properties;
    }
}
