using System.Globalization;
using NodaTime;

namespace PolicyKit.Reading;

/// <summary>
/// Days as ISO 8601 writes them and as every file has them: four, two and two digits, for example 2026-04-01.
/// </summary>
public static class IsoDate
{
    /// <summary>Reads a day.</summary>
    /// <returns>Whether the text is one that the calendar has.</returns>
    public static bool TryParse(string text, out LocalDate date)
    {
        date = default;
        if (text is null || text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (!Number(text, 0, 4, out var year) || !Number(text, 5, 2, out var month) || !Number(text, 8, 2, out var day))
            return false;
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>Whether a text is written as a day is, and the calendar has no such day: 2026-02-30.</summary>
    public static bool IsNoSuchDay(string text) =>
        text is not null
        && text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && Number(text, 0, 4, out _)
        && Number(text, 5, 2, out _)
        && Number(text, 8, 2, out _)
        && !TryParse(text, out _);

    /// <summary>Writes a day.</summary>
    public static string Format(LocalDate date) =>
        date.Year.ToString("0000", CultureInfo.InvariantCulture)
        + "-"
        + date.Month.ToString("00", CultureInfo.InvariantCulture)
        + "-"
        + date.Day.ToString("00", CultureInfo.InvariantCulture);

    private static bool Number(string text, int start, int length, out int number)
    {
        number = 0;
        for (var i = start; i < start + length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}
