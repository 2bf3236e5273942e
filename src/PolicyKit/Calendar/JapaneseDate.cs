using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>How a date in Japanese eras is read.</summary>
public enum EraParsing
{
    /// <summary>A date outside its era is an error: 平成32年 is rejected.</summary>
    Strict,
    /// <summary>For importing old documents: a date after its era's end is converted, with a warning.</summary>
    Tolerant,
}

/// <summary>What became of a date that was read.</summary>
/// <param name="Date">The date; null when it could not be read.</param>
/// <param name="Message">Why it could not be read, or what to look at; null when all is well.</param>
public sealed record JapaneseDateResult(LocalDate? Date, LocalizedMessage? Message);

/// <summary>Dates as official documents write them: 令和8年4月1日 ⇄ 2026-04-01.</summary>
public static class JapaneseDate
{
    private static readonly Regex Pattern = new(
        @"^\s*(?<era>\p{IsCJKUnifiedIdeographs}{2}|[A-Za-z])\s*(?<year>元|[0-9]+|[〇一二三四五六七八九十]+)\s*(?:年|\.|/)\s*(?<month>[0-9]+|[〇一二三四五六七八九十]+)\s*(?:月|\.|/)\s*(?<day>[0-9]+|[〇一二三四五六七八九十]+)\s*日?\s*$",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Writes a date: 令和8年4月1日; the first year of an era is 元年. A day before the first era is written in ISO 8601.</summary>
    public static string Format(LocalDate date, EraTable? eras = null) =>
        (eras ?? EraTable.Default).EraOf(date) is { } era
            ? string.Format(CultureInfo.InvariantCulture, "{0}{1}年{2}月{3}日", era.Name, YearText(date.Year - era.FirstDay.Year + 1), date.Month, date.Day)
            : date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a date: 令和8年4月1日, 令和元年5月1日 (or 1年), 令和八年四月一日, full-width digits, R8.4.1. Never throws on bad data.</summary>
    public static JapaneseDateResult Parse(string text, EraParsing parsing = EraParsing.Strict, EraTable? eras = null)
    {
        eras ??= EraTable.Default;
        var match = Pattern.Match(Policies.JapaneseText.Fold(text ?? throw new ArgumentNullException(nameof(text))));
        if (!match.Success) return Failed("era.not-a-date", text);
        var name = match.Groups["era"].Value;
        var era = eras.Eras.FirstOrDefault(e => e.Name == name || string.Equals(e.Letter, name, StringComparison.OrdinalIgnoreCase));
        if (era is null) return Failed("era.unknown", name);
        var year = match.Groups["year"].Value == "元" ? 1 : JapaneseNumeral.Parse(match.Groups["year"].Value);
        var (month, day) = (JapaneseNumeral.Parse(match.Groups["month"].Value), JapaneseNumeral.Parse(match.Groups["day"].Value));
        if (year is null or 0 or > 200 || month is null or < 1 or > 12 || day is null or < 1) return Failed("era.no-such-day", text);
        var western = era.FirstDay.Year + year.Value - 1;
        if (day > CalendarSystem.Iso.GetDaysInMonth(western, month.Value)) return Failed("era.no-such-day", text);
        return Judge(new LocalDate(western, month.Value, day.Value), era, text, parsing, eras);
    }

    private static JapaneseDateResult Judge(LocalDate date, JapaneseEra era, string text, EraParsing parsing, EraTable eras)
    {
        if (date < era.FirstDay) return Failed("era.before-era", text, era.Name);
        if (date < era.SolarFrom) return Failed("era.lunar", text);
        if (eras.LastDayOf(era) is not { } last || date <= last) return new JapaneseDateResult(date, null);
        var right = Format(date, eras);
        return parsing == EraParsing.Strict
            ? Failed("era.after-era", text, Format(last, eras), right)
            : new JapaneseDateResult(date, ReadContext.Messages.Message("era.converted", text, right));
    }

    internal static string YearText(int year) => year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);

    private static JapaneseDateResult Failed(string code, params object[] arguments) => new(null, ReadContext.Messages.Message(code, arguments));
}
