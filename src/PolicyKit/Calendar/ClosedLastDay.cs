namespace PolicyKit.Calendar;

/// <summary>
/// What happens to a term whose last day is a Saturday, a Sunday, a holiday or another day on which the office is
/// closed.
/// </summary>
public enum ClosedLastDay
{
    /// <summary>動かさない.</summary>
    Stays,

    /// <summary>次の開庁日に移す.</summary>
    NextOpenDay,

    /// <summary>前の開庁日に繰り上げる.</summary>
    PreviousOpenDay,
}
