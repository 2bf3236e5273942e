using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>What to say of a date that is written in Japanese words where one in figures is due.</summary>
internal static class DateWords
{
    /// <summary>
    /// A date in 和暦 is easily turned into the one that is asked for; a day, a month or a year that no era has is said to
    /// be none. Null where the text is no date.
    /// </summary>
    public static LocalizedMessage? Explain(string text)
    {
        var read = JapaneseDate.Parse(text);
        if (read.Date is { } date)
            return ComplianceMessages.Say("schema.format#era", text, IsoDate.Format(date));
        if (read.Flaw == JapaneseDateFlaw.NotADate || read.Message is not { } wrong)
            return ExplainPart(text) ?? ExplainNumerals(text);
        return JapaneseDate.Parse(text, EraParsing.Tolerant).Date is { } meant
            ? ComplianceMessages.Say("schema.format#after-era", wrong, IsoDate.Format(meant))
            : ComplianceMessages.Say("schema.format#era-day", wrong);
    }

    // 昭和70年, 平成40年5月: a year or a month of which no day exists.
    private static LocalizedMessage? ExplainPart(string text)
    {
        var probes = text.TrimEnd() switch
        {
            var year when year.EndsWith("年", StringComparison.Ordinal) => new[] { "1月1日", "12月31日" },
            var month when month.EndsWith("月", StringComparison.Ordinal) => ["1日", "28日"],
            _ => [],
        };
        var read = probes.Select(p => JapaneseDate.Parse(text.TrimEnd() + p)).ToList();
        if (read.Count == 0 || read.Exists(r => r.Date is not null || r.Flaw == JapaneseDateFlaw.NotADate))
            return null;
        return ComplianceMessages.Say("schema.format#no-such-period", text);
    }

    // 二〇二六年二月三十日: figures in words. Of figures the schema speaks itself.
    private static LocalizedMessage? ExplainNumerals(string text)
    {
        if (text.Any(char.IsDigit))
            return null;
        var parts = JapaneseText.Fold(text).Trim().TrimEnd('日').Split('年', '月');
        if (parts.Length != 3)
            return null;
        var numbers = Array.ConvertAll(parts, JapaneseNumeral.Parse);
        if (numbers is not [{ } year and >= 1000 and <= 9998, { } month, { } day])
            return null;
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return exists
            ? ComplianceMessages.Say("schema.format#words", text, IsoDate.Format(new LocalDate(year, month, day)))
            : ComplianceMessages.Say("schema.format#no-such-period", text);
    }
}
