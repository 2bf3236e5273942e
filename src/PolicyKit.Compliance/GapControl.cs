using PolicyKit.Messages;

namespace PolicyKit.Compliance;

/// <summary>A control as it stands for one item.</summary>
/// <param name="Result">How it stands by the standard.</param>
/// <param name="State">What that means to the item.</param>
public sealed record GapControl(ControlResult Result, GapState State)
{
    /// <summary>
    /// Of a system that is exempt from the item: why this control is not; null where it is, and where the system
    /// is not.
    /// </summary>
    public LocalizedMessage? WhyNotExempt { get; init; }
}
