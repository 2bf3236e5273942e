namespace PolicyKit.Standards;

/// <summary>The only controls that are taken from an imported standard.</summary>
/// <param name="Controls">The controls.</param>
/// <param name="Reason">Why the others are not needed.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Inclusion(ValueList<ControlId> Controls, string Reason, string Approver);
