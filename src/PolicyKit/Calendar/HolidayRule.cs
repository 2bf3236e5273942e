namespace PolicyKit.Calendar;

/// <summary>One holiday of the law (国民の祝日に関する法律第2条).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its day is found.</param>
/// <param name="Month">The month; null for an equinox.</param>
/// <param name="Day">The day of the month, or which Monday of it; null for an equinox.</param>
internal sealed record HolidayRule(string Name, HolidayKind Kind, int? Month, int? Day);
