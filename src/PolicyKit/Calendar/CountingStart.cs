namespace PolicyKit.Calendar;

/// <summary>Which day of a term is day one.</summary>
public enum CountingStart
{
    /// <summary>初日算入: the day of the event.</summary>
    EventDay,

    /// <summary>初日不算入: the day after it.</summary>
    NextDay,
}
