namespace PolicyKit.Standards;

/// <summary>
/// A control that asks for less: it becomes recommended, a rule is raised less gravely, checks are left out.
/// </summary>
/// <param name="Control">The control.</param>
/// <param name="Obligation">The obligation; null to leave it.</param>
/// <param name="Severities">Rules and how they are raised.</param>
/// <param name="Without">
/// The names of the checks that are left out: rules, members of the declaration, kinds of record.
/// </param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Loosening(
    ControlId Control,
    Obligation? Obligation,
    ValueList<RuleSeverity> Severities,
    ValueList<string> Without,
    string Reason,
    string Approver
);
