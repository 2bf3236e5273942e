using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>What one check came to, with what stands behind it.</summary>
/// <remarks>
/// The reasons of an evidence check follow its occasions, the earliest first; a waiver that covers the check comes
/// first.
/// </remarks>
public sealed record CheckResult
{
    /// <summary>The check.</summary>
    public required Check Check { get; init; }

    /// <summary>The state after waivers.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState AsFound { get; init; }

    /// <summary>Why: sentences, each with its place where it has one. Never empty.</summary>
    public required ValueList<Reason> Reasons { get; init; }

    /// <summary>Of a source check: the findings behind it.</summary>
    public ValueList<Finding> Findings { get; init; } = ValueList<Finding>.Empty;

    /// <summary>
    /// Of an evidence check: every occasion up to the day, the earliest first, and whether its record came in time.
    /// </summary>
    public ValueList<EvidenceDuty> Duties { get; init; } = ValueList<EvidenceDuty>.Empty;

    /// <summary>Of an evidence check: the records behind it.</summary>
    public ValueList<EvidenceId> Records => Duties.Select(d => d.Record).OfType<EvidenceId>().Distinct().ToValueList();

    /// <summary>
    /// Of an evidence check that is met: why it is called late all the same; null where the record came in time. Of what
    /// comes round again only the latest occasion is asked.
    /// </summary>
    public Reason? LateReason
    {
        get
        {
            if (Check is not EvidenceCheck check || State != ComplianceState.Satisfied)
                return null;
            var decisive = Duties
                .Zip(Reasons, (duty, reason) => (duty.Timeliness, Reason: reason))
                .Where(d => d.Timeliness != EvidenceTimeliness.NotYetDue)
                .Reverse();
            if (check.Cadence is Cadence.FiscalYear or Cadence.Period)
                decisive = decisive.Take(1);
            return decisive.Select(d => d.Reason).FirstOrDefault(r => r.Kind == ReasonKind.Late);
        }
    }

    /// <summary>What is due when.</summary>
    public ValueList<Deadline> Deadlines { get; init; } = ValueList<Deadline>.Empty;

    internal static CheckResult Of(Check check, ComplianceState state, params Reason[] reasons) =>
        new()
        {
            Check = check,
            State = state,
            AsFound = state,
            Reasons = reasons.ToValueList(),
        };
}
