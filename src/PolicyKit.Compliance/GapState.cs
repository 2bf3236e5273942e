namespace PolicyKit.Compliance;

/// <summary>How an item of a framework stands. Ordered: of several the greatest counts.</summary>
public enum GapState
{
    /// <summary>該当なし: no control that leads to it applies.</summary>
    NotApplicable,

    /// <summary>充足: what leads to it was seen.</summary>
    Satisfied,

    /// <summary>機械確認対象外: no machine can tell.</summary>
    NotMachineCheckable,

    /// <summary>期限前.</summary>
    NotDueYet,

    /// <summary>経過措置: exempt, because what it is asked of exists on the day from which the framework binds.</summary>
    Exempt,

    /// <summary>未充足: breached, not shown, or only allowed by a waiver.</summary>
    Open,
}
