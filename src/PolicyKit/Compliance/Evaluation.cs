using NodaTime;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>What a run of the rules over source code found, and which rules ran: having found nothing and not having run are not the same.</summary>
/// <param name="Judged">The rules that ran.</param>
/// <param name="Findings">What they found; those that a waiver covers say so.</param>
public sealed record RuleRun(ValueList<RuleId> Judged, ValueList<Finding> Findings)
{
    /// <summary>No rule ran.</summary>
    public static RuleRun None { get; } = new(ValueList<RuleId>.Empty, ValueList<Finding>.Empty);
}

/// <summary>The state of everything that a policy asks for, for one system, on one day. A pure function of its inputs: see <see cref="ComplianceEvaluator"/>.</summary>
public sealed record Evaluation
{
    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The system; null when the body alone is looked at.</summary>
    public required SystemId? System { get; init; }

    /// <summary>The revision of the policy that is in force on the day; null before the first, when nothing applies.</summary>
    public required PolicyRevision? InForce { get; init; }

    /// <summary>The state of the policy as a whole, after waivers.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState AsFound { get; init; }

    /// <summary>Every provision of the policy, in the order of the document.</summary>
    public required ValueList<ProvisionResult> Provisions { get; init; }

    /// <summary>Every control of the standard, in its order.</summary>
    public required ValueList<ControlResult> Controls { get; init; }

    /// <summary>The waivers of the register and how they stand on the day.</summary>
    public required ValueList<WaiverStatus> Waivers { get; init; }

    /// <summary>What is due when, past and future, by day.</summary>
    public required ValueList<Deadline> Deadlines { get; init; }

    /// <summary>The result for a control; null when the standard has none of this id.</summary>
    public ControlResult? Find(ControlId id) => Controls.FirstOrDefault(c => c.Control.Id == id);

    /// <summary>The result for a provision; null when the policy has none of this id.</summary>
    public ProvisionResult? Find(ProvisionId id) => Provisions.FirstOrDefault(p => p.Provision.Id == id);
}

/// <summary>The state of one provision: that of its controls and of the provisions beneath it.</summary>
public sealed record ProvisionResult
{
    /// <summary>The provision.</summary>
    public required Provision Provision { get; init; }

    /// <summary>How deep it stands, 0 for a section.</summary>
    public required int Depth { get; init; }

    /// <summary>The controls that stand on this very provision.</summary>
    public required ValueList<ControlId> Controls { get; init; }

    /// <summary>The state after waivers; null where no control stands on it or beneath it, so that nothing can be said.</summary>
    public required ComplianceState? State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState? AsFound { get; init; }

    /// <summary>How many controls on it and beneath it are in each state, in the order of <see cref="ComplianceState"/>.</summary>
    public required ValueList<int> Counts { get; init; }
}

/// <summary>The state of one control.</summary>
public sealed record ControlResult
{
    /// <summary>The control.</summary>
    public required Control Control { get; init; }

    /// <summary>The state after waivers: the worst of its checks.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState AsFound { get; init; }

    /// <summary>Why, where it was decided without looking at the checks; null otherwise.</summary>
    public LocalizedMessage? Reason { get; init; }

    /// <summary>The waiver that covers the control as a whole; null when there is none.</summary>
    public WaiverId? Waiver { get; init; }

    /// <summary>Its checks; empty where they were not looked at.</summary>
    public required ValueList<CheckResult> Checks { get; init; }
}

/// <summary>What one check came to, with what stands behind it.</summary>
public sealed record CheckResult
{
    /// <summary>The check.</summary>
    public required Check Check { get; init; }

    /// <summary>The state after waivers.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState AsFound { get; init; }

    /// <summary>Why: sentences, each with its place where it has one. Never empty.</summary>
    public required ValueList<Problem> Reasons { get; init; }

    /// <summary>Of a source check: the findings behind it.</summary>
    public ValueList<Finding> Findings { get; init; } = ValueList<Finding>.Empty;

    /// <summary>Of an evidence check: every occasion up to the day, the earliest first, and whether its record came in time.</summary>
    public ValueList<EvidenceDuty> Duties { get; init; } = ValueList<EvidenceDuty>.Empty;

    /// <summary>Of an evidence check: the records behind it.</summary>
    public ValueList<EvidenceId> Records => Duties.Select(d => d.Record).OfType<EvidenceId>().Distinct().ToValueList();

    /// <summary>What is due when.</summary>
    public ValueList<Deadline> Deadlines { get; init; } = ValueList<Deadline>.Empty;
}

/// <summary>Something that is due on a day.</summary>
/// <param name="DueOn">The day, moved where the body moves it.</param>
/// <param name="Control">The control that asks for it; null for the end of a waiver.</param>
/// <param name="Role">Who has to see to it, by role; null where nobody is named.</param>
/// <param name="What">What.</param>
/// <param name="IsDone">Whether it has been done.</param>
public sealed record Deadline(LocalDate DueOn, ControlId? Control, string? Role, LocalizedMessage What, bool IsDone);
