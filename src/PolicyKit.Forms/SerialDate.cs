using NodaTime;

namespace PolicyKit.Forms;

/// <summary>Days as spreadsheets count them: 1 is 1900-01-01, and 1900 is taken for a leap year.</summary>
internal static class SerialDate
{
    // Day 60 is 1900-02-29, which never was; from the day after it the count is right when it begins two days earlier.
    private static readonly LocalDate Zero = new(1899, 12, 30);
    private static readonly LocalDate Zero1904 = new(1904, 1, 1);
    private const int FirstSafe = 61;
    private const int Last = 2_958_465;
    private const int DaysBetween = 1_462;

    /// <summary>The number of a day; null when spreadsheets have none that all of them read alike.</summary>
    public static int? Of(LocalDate date) =>
        Period.DaysBetween(Zero, date) is var days and >= FirstSafe and <= Last ? days : null;

    /// <summary>The day of a number; null when there is none, or a time of day stands in it.</summary>
    public static LocalDate? Read(decimal number, bool from1904)
    {
        var (zero, first, last) = from1904 ? (Zero1904, 0, Last - DaysBetween) : (Zero, FirstSafe, Last);
        return number == decimal.Truncate(number) && number >= first && number <= last
            ? zero.PlusDays((int)number)
            : null;
    }
}
