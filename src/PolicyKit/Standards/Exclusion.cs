namespace PolicyKit.Standards;

/// <summary>A control that is left out.</summary>
/// <param name="Control">The control.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Exclusion(ControlId Control, string Reason, string Approver);
