namespace PolicyKit.Standards;

/// <summary>
/// A control that asks for more: it becomes required, a rule is raised more gravely, checks are added.
/// </summary>
/// <param name="Control">The control.</param>
/// <param name="Obligation">The obligation; null to leave it.</param>
/// <param name="Severities">Rules and how they are raised.</param>
/// <param name="Checks">Checks to add.</param>
public sealed record Tightening(
    ControlId Control,
    Obligation? Obligation,
    ValueList<RuleSeverity> Severities,
    ValueList<Check> Checks
);
