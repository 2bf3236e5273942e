namespace PolicyKit.Compliance;

/// <summary>A control as it stands for one item.</summary>
/// <param name="Result">How it stands by the standard.</param>
/// <param name="State">What that means to the item.</param>
public sealed record GapControl(ControlResult Result, GapState State);
