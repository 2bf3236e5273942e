using System.CommandLine;
using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    public static Option<string> Language()
    {
        var option = new Option<string>("--lang")
        {
            Description = "言語 / language (ja, en)",
            DefaultValueFactory = _ => "ja",
        };
        option.AcceptOnlyFromAmong("ja", "en");
        return option;
    }

    public static Option<string?> AsOf() =>
        new("--as-of")
        {
            Description = "評価日 (既定: 日本の今日) / evaluation date, 2026-04-01 (default: today in Japan)",
        };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = $"出力形式 / output format ({string.Join(", ", formats)})",
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string[]> Output() =>
        new("--output")
        {
            Description = "形式=ファイル。何度でも指定できる / FORMAT=FILE, any number of times (sarif=out.sarif)",
        };

    public static MessageLanguage ParseLanguage(string text) =>
        text == "en" ? MessageLanguage.English : MessageLanguage.Japanese;

    /// <exception cref="CliException">The text is not a date.</exception>
    public static LocalDate ParseDate(string? text)
    {
        // The one place where a clock is read: everything beneath takes the date as an argument.
        if (text is null)
            return SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZone.ForOffset(Offset.FromHours(9))).Date;
        // Fiscal years and deadlines reach beyond the day on both sides; at the edge of the calendar they have none.
        return IsoDate.TryParse(text, out var date) && date.Year is > 1 and < 9990
            ? date
            : throw CliException.Usage(IsoDate.IsNoSuchDay(text) ? "cli.bad-date#no-such-day" : "cli.bad-date", text);
    }
}
