namespace PolicyKit.Compliance;

/// <summary>
/// What can be said of a control on a day. Ordered: of several the greatest is the state of what they roll up to.
/// </summary>
public enum ComplianceState
{
    /// <summary>該当なし: it does not apply, and the reason is known.</summary>
    NotApplicable,

    /// <summary>適合: what it asks for was seen. Never concluded from the absence of data.</summary>
    Satisfied,

    /// <summary>機械確認対象外: no machine can tell.</summary>
    NotMachineCheckable,

    /// <summary>期限前: nothing has come, and the day on which it is due has not come either.</summary>
    NotDueYet,

    /// <summary>例外措置: it is not met, and a waiver that holds on the day covers that.</summary>
    Waived,

    /// <summary>証跡なし: nothing has been seen that shows it.</summary>
    NotEvidenced,

    /// <summary>期限超過: what was due has not come, or what was shown is too old.</summary>
    Overdue,

    /// <summary>違反.</summary>
    Violated,
}
