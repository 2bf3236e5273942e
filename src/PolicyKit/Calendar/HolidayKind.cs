namespace PolicyKit.Calendar;

/// <summary>On which day of the year a holiday falls.</summary>
internal enum HolidayKind
{
    /// <summary>On the same day of every year.</summary>
    Fixed,

    /// <summary>On a Monday of a month (ハッピーマンデー).</summary>
    Monday,

    /// <summary>春分日.</summary>
    VernalEquinox,

    /// <summary>秋分日.</summary>
    AutumnalEquinox,
}
