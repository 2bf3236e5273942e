using PolicyKit.Policies;

namespace PolicyKit.Compliance;

/// <summary>The state of one provision: that of its controls and of the provisions beneath it.</summary>
public sealed record ProvisionResult
{
    /// <summary>The provision.</summary>
    public required Provision Provision { get; init; }

    /// <summary>How deep it stands, 0 for a section.</summary>
    public required int Depth { get; init; }

    /// <summary>The controls that stand on this very provision.</summary>
    public required ValueList<ControlId> Controls { get; init; }

    /// <summary>
    /// The state after waivers; null where no control stands on it or beneath it, so that nothing can be said.
    /// </summary>
    public required ComplianceState? State { get; init; }

    /// <summary>The same as found, before waivers.</summary>
    public required ComplianceState? AsFound { get; init; }

    /// <summary>
    /// How many controls on it and beneath it are in each state, in the order of <see cref="ComplianceState"/>.
    /// </summary>
    public required ValueList<int> Counts { get; init; }
}
