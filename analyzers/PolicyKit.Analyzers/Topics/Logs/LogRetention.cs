using System.Globalization;

namespace PolicyKit.Analyzers.Topics.Logs;

/// <summary>How long files of logs are kept, as their settings say: so many files of such an interval.</summary>
internal static class LogRetention
{
    /// <summary>How many files Serilog keeps where nobody says.</summary>
    public const int SerilogDefault = 31;

    /// <summary>
    /// The days that so many files of an interval last; null where the interval is not a time, because files roll by
    /// their size or not at all.
    /// </summary>
    public static double? DaysOf(string interval, int files) =>
        interval.ToLowerInvariant() switch
        {
            "minute" => files / 1440.0,
            "hour" => files / 24.0,
            "day" or "sunday" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" => files
                * (interval.Equals("day", StringComparison.OrdinalIgnoreCase) ? 1.0 : 7.0),
            "week" => files * 7.0,
            "month" => files * 30.5,
            "year" => files * 365.0,
            _ => null,
        };

    /// <summary>Whether so many days are less than so many months, the shortest that they can be.</summary>
    public static bool IsTooShort(double days, int months) => days < months * 365 / 12.0 - 5;

    /// <summary>Days as a message shows them.</summary>
    public static string Text(double days) =>
        days < 1
            ? days.ToString("0.#", CultureInfo.InvariantCulture)
            : Math.Floor(days).ToString(CultureInfo.InvariantCulture);
}
