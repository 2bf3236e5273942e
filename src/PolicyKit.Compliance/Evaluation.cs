using NodaTime;
using PolicyKit.Policies;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>
/// The state of everything that a policy asks for, for one system, on one day. A pure function of its inputs: see
/// <see cref="ComplianceEvaluator"/>.
/// </summary>
/// <remarks>
/// Equal inputs give equal evaluations, whatever their order. Nothing is concluded from the absence of data: what was
/// not seen is <see cref="ComplianceState.NotEvidenced"/>.
/// </remarks>
public sealed record Evaluation
{
    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The system; null when the body alone is looked at.</summary>
    public required SystemId? System { get; init; }

    /// <summary>
    /// The revision of the policy that is in force on the day; null before the first, when nothing applies.
    /// </summary>
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
