using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Packs;

/// <summary>What the findings of one rule stand on.</summary>
/// <param name="Policy">The policy, for citations.</param>
/// <param name="Standard">The standard, for citations.</param>
/// <param name="Controls">The controls that use the rule.</param>
/// <param name="Provisions">The provisions behind them.</param>
/// <param name="Threats">The threats that they mitigate.</param>
/// <param name="Severity">How the standard raises the rule; null when it does not use it.</param>
public sealed record RuleBasis(
    SecurityPolicy? Policy,
    SecurityStandard? Standard,
    ValueList<Control> Controls,
    ValueList<ProvisionId> Provisions,
    ValueList<ProvisionId> Threats,
    Severity? Severity
)
{
    /// <summary>Those of the controls whose provisions the policy does not have.</summary>
    public ValueList<ControlFallback> Fallbacks { get; init; } = ValueList<ControlFallback>.Empty;

    /// <summary>
    /// The short citation for one line, for example 基本方針 6(6)・対策基準 6.2-04; empty when there is no policy to cite.
    /// </summary>
    public string Citation =>
        string.Join(
            "・",
            Cited(Provisions, withHeading: false).Concat(Controls.Select(c => $"{Standard!.ShortTitle} {c.Number}"))
        );

    /// <summary>The citation with headings, for example 基本方針 6(6) 技術的セキュリティ ・ 対策基準 6.2-04.</summary>
    public string LongCitation =>
        string.Join(
            " ・ ",
            Cited(Provisions, withHeading: true).Concat(Controls.Select(c => $"{Standard!.ShortTitle} {c.Number}"))
        );

    /// <summary>The threats with their citations, one string each.</summary>
    public ValueList<string> CitedThreats =>
        Threats
            .Select(id =>
                Policy?.Find(id) is { } threat && Policy.Cite(id) is { } number
                    ? $"{number} {threat.Heading ?? Shorten(threat.Text)}".TrimEnd()
                    : null
            )
            .OfType<string>()
            .ToValueList();

    private IEnumerable<string> Cited(ValueList<ProvisionId> ids, bool withHeading) =>
        ids.Select(id => Policy?.Cite(id) is { } number ? Cited(Policy, id, number, withHeading) + Without(id) : null)
            .OfType<string>();

    // A measure that the policy does not have is never cited as if it had it.
    private string Without(ProvisionId cited)
    {
        var missing = Fallbacks
            .Where(f => f.Cited == cited && f.IsMeasureMissing)
            .Select(f => f.Canonical.Value)
            .Distinct()
            .ToList();
        return missing.Count == 0 ? "" : $" ({string.Join(", ", missing)} の定めなし)";
    }

    private static string Cited(SecurityPolicy policy, ProvisionId id, string number, bool withHeading)
    {
        var heading = withHeading ? " " + policy.Find(id)?.Heading : "";
        return $"{policy.ShortTitle} {number}{heading}".TrimEnd();
    }

    private static string? Shorten(string? text) =>
        text is null || text.Length <= 24 ? text : text.Substring(0, 24) + "…";
}
