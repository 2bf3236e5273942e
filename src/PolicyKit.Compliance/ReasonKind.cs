namespace PolicyKit.Compliance;

/// <summary>What a reason does to the state that it explains.</summary>
public enum ReasonKind
{
    /// <summary>It says what was seen, and decides nothing by itself.</summary>
    Note,

    /// <summary>What was declared does not meet the check.</summary>
    Violation,

    /// <summary>What was declared does not meet the JSON Schema of the check.</summary>
    SchemaViolation,

    /// <summary>A record was due and has not come, or came later than the body still accepts.</summary>
    Overdue,

    /// <summary>Nothing can be seen yet: nothing is due, or there is no register.</summary>
    NotYet,

    /// <summary>A waiver covers it.</summary>
    Waived,

    /// <summary>A record came after its day and within the days of grace: it is accepted, and called late.</summary>
    Late,
}
