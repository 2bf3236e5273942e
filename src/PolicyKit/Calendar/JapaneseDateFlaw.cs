namespace PolicyKit.Calendar;

/// <summary>Why a text is not a date of an era.</summary>
internal enum JapaneseDateFlaw
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It has not even the form of a date.</summary>
    NotADate,

    /// <summary>The era is not known.</summary>
    UnknownEra,

    /// <summary>No month or no year has such a day.</summary>
    NoSuchDay,

    /// <summary>The day lies before its era, or before the calendar of today.</summary>
    BeforeEra,

    /// <summary>The day lies after the last of its era.</summary>
    AfterEra,
}
