namespace PolicyKit.Standards;

/// <summary>
/// Roles that one person holds, which the guideline would rather have apart (兼務). Never applicant and approver of the
/// same thing.
/// </summary>
/// <param name="Roles">The roles.</param>
/// <param name="Reason">Why it cannot be avoided.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record RoleDoubling(ValueList<RoleId> Roles, string Reason, string Approver);
