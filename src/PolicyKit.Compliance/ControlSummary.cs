using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>How many systems a control is in each state for, in the order of <see cref="ComplianceState"/>.</summary>
/// <param name="Control">The control.</param>
/// <param name="Counts">After waivers.</param>
/// <param name="AsFound">Before waivers.</param>
public sealed record ControlSummary(ControlId Control, ValueList<int> Counts, ValueList<int> AsFound);
