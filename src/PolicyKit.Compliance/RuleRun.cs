using PolicyKit.Findings;

namespace PolicyKit.Compliance;

/// <summary>
/// What a run of the rules over source code found, and which rules ran: having found nothing and not having run are not
/// the same.
/// </summary>
/// <param name="Judged">The rules that ran.</param>
/// <param name="Findings">What they found; those that a waiver covers say so.</param>
public sealed record RuleRun(ValueList<RuleId> Judged, ValueList<Finding> Findings)
{
    /// <summary>No rule ran.</summary>
    public static RuleRun None { get; } = new(ValueList<RuleId>.Empty, ValueList<Finding>.Empty);
}
