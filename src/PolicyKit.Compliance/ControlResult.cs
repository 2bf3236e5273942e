using PolicyKit.Messages;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>The state of one control.</summary>
/// <remarks>
/// After waivers a breach that is covered counts as <see cref="ComplianceState.Waived"/>; <c>AsFound</c> keeps what it
/// is without them.
/// </remarks>
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

    internal static ControlResult Apart(Control control, ComplianceState state, LocalizedMessage reason) =>
        new()
        {
            Control = control,
            State = state,
            AsFound = state,
            Reason = reason,
            Checks = ValueList<CheckResult>.Empty,
        };
}
