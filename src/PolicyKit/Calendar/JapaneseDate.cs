using System.Globalization;
using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>Dates as official documents write them: 令和8年4月1日 ⇄ 2026-04-01.</summary>
public static class JapaneseDate
{
    // From the era to the 日: more than the longest date has, spaces between included.
    private const int Longest = 24;

    /// <summary>
    /// Writes a date: 令和8年4月1日; the first year of an era is 元年. A day before the first era is written in ISO 8601.
    /// </summary>
    public static string Format(LocalDate date, EraTable? eras = null) =>
        (eras ?? EraTable.Default).EraOf(date) is { } era
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0}{1}年{2}月{3}日",
                era.Name,
                YearText(date.Year - era.FirstDay.Year + 1),
                date.Month,
                date.Day
            )
            : IsoDate.Format(date);

    /// <summary>
    /// Reads a date: 令和8年4月1日, 令和元年5月1日 (or 1年), 令和八年四月一日, full-width digits, R8.4.1. Never throws on bad data.
    /// </summary>
    public static JapaneseDateResult Parse(string text, EraParsing parsing = EraParsing.Strict, EraTable? eras = null)
    {
        eras ??= EraTable.Default;
        if (Parts(Calendar.JapaneseText.Fold(text ?? throw new ArgumentNullException(nameof(text)))) is not { } parts)
            return Failed(JapaneseDateFlaw.NotADate, "era.not-a-date", text);
        var name = parts.Era;
        var era = eras.Eras.FirstOrDefault(e =>
            e.Name == name || string.Equals(e.Letter, name, StringComparison.OrdinalIgnoreCase)
        );
        if (era is null)
            return Failed(JapaneseDateFlaw.UnknownEra, "era.unknown", name);
        var year = parts.Year == "元" ? 1 : JapaneseNumeral.Parse(parts.Year);
        var (month, day) = (JapaneseNumeral.Parse(parts.Month), JapaneseNumeral.Parse(parts.Day));
        if (year is null or 0 or > 200 || month is null or < 1 or > 12 || day is null or < 1)
            return Failed(JapaneseDateFlaw.NoSuchDay, "era.no-such-day", text);
        var western = era.FirstDay.Year + year.Value - 1;
        if (day > CalendarSystem.Iso.GetDaysInMonth(western, month.Value))
            return Failed(JapaneseDateFlaw.NoSuchDay, "era.no-such-day", text);
        return Judge(new LocalDate(western, month.Value, day.Value), era, text, parsing, eras);
    }

    /// <summary>Why the dates of eras in a text that do not exist do not, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="writtenOn">
    /// When it was written: while an era went on its years were counted ahead, and 平成32年 was a day to come.
    /// </param>
    internal static IEnumerable<LocalizedMessage> Wrong(string text, LocalDate writtenOn)
    {
        var eras = EraTable.Default;
        for (var at = 0; at < text.Length; at++)
        {
            var era = eras.Eras.FirstOrDefault(e => string.CompareOrdinal(text, at, e.Name, 0, e.Name.Length) == 0);
            if (era is null)
                continue;
            var end = text.IndexOf('日', at, Math.Min(Longest, text.Length - at));
            if (end < 0)
                continue;
            var result = Parse(text.Substring(at, end + 1 - at), EraParsing.Strict, eras);
            if (result.Flaw == JapaneseDateFlaw.NotADate || result.Message is not { } wrong)
                continue;
            if (result.Flaw != JapaneseDateFlaw.AfterEra || writtenOn > eras.LastDayOf(era))
                yield return wrong;
            at = end;
        }
    }

    // Era (two ideographs or a letter), year, month and day, with white space anywhere between; null when the text is
    // no date.
    // By hand: every build reads a policy's dates, and the regular expression for them took nearly half of the policy's
    // first reading.
    private static (string Era, string Year, string Month, string Day)? Parts(string text)
    {
        var at = 0;
        var era = Take(c => c is >= '\u4E00' and <= '\u9FFF', 2);
        if (era.Length == 0)
            era = Take(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), 1);
        else if (era.Length == 1)
            return null;
        var year = Take(c => c == '元', 1);
        if (year.Length == 0)
            year = Number();
        if (!Skip("年./-"))
            return null;
        var month = Number();
        if (!Skip("月./-"))
            return null;
        var day = Number();
        Skip("日");
        return Take(_ => true, 1).Length == 0 && era.Length > 0 && year.Length > 0 && month.Length > 0 && day.Length > 0
            ? (era, year, month, day)
            : null;

        string Number() =>
            Take(c => c is >= '0' and <= '9', int.MaxValue) is { Length: > 0 } digits
                ? digits
                : Take(c => "〇一二三四五六七八九十".IndexOf(c) >= 0, int.MaxValue);

        bool Skip(string oneOf) => Take(c => oneOf.IndexOf(c) >= 0, 1).Length > 0;

        string Take(Func<char, bool> belongs, int most)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var begin = at;
            while (at < text.Length && at - begin < most && belongs(text[at]))
                at++;
            return text.Substring(begin, at - begin);
        }
    }

    private static JapaneseDateResult Judge(
        LocalDate date,
        JapaneseEra era,
        string text,
        EraParsing parsing,
        EraTable eras
    )
    {
        if (date < era.FirstDay)
            return Failed(JapaneseDateFlaw.BeforeEra, "era.before-era", text, era.Name);
        if (date < era.SolarFrom)
            return Failed(JapaneseDateFlaw.BeforeEra, "era.lunar", text);
        if (eras.LastDayOf(era) is not { } last || date <= last)
            return new JapaneseDateResult(date, null);
        var right = Format(date, eras);
        return parsing == EraParsing.Strict
            ? Failed(JapaneseDateFlaw.AfterEra, "era.after-era", text, Format(last, eras), right)
            : new JapaneseDateResult(date, ReadContext.Messages.Message("era.converted", text, right));
    }

    internal static string YearText(int year) => year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);

    private static JapaneseDateResult Failed(JapaneseDateFlaw flaw, string code, params object[] arguments) =>
        new(null, ReadContext.Messages.Message(code, arguments)) { Flaw = flaw };
}
