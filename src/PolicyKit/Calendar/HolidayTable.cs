using NodaTime;
using PolicyKit.Reading;

namespace PolicyKit.Calendar;

/// <summary>
/// The national holidays of some years: made from the rules of the law, or from a dated data file that somebody gives
/// in their place. Beyond its last year only weekends are known: <see cref="Covers"/> says so.
/// </summary>
/// <remarks>
/// A table has an edition and may be replaced without a new release: <see cref="Read"/> takes one.
/// Holidays are those of the Act on National Holidays; days on which the body itself closes are a parameter of its
/// standard.
/// </remarks>
public sealed class HolidayTable
{
    private readonly Dictionary<LocalDate, Holiday> _byDate;

    internal HolidayTable(string edition, ValueList<Holiday> holidays)
    {
        (Edition, Holidays) = (edition, holidays);
        _byDate = new Dictionary<LocalDate, Holiday>();
        foreach (var holiday in holidays)
            _byDate[holiday.Date] = holiday;
    }

    /// <summary>
    /// The table that PolicyKit makes from the law, 2022 to 2035. Equinoxes that are not yet announced are marked as
    /// forecasts.
    /// </summary>
    public static HolidayTable Default { get; } = EmbeddedData.Read("holiday-law.data.json", HolidayLaw.Read);

    /// <summary>The edition of the table, for reports.</summary>
    public string Edition { get; }

    /// <summary>The holidays, in the order of the file.</summary>
    public ValueList<Holiday> Holidays { get; }

    /// <summary>
    /// Reads a table: <c>{ "edition", "source"?, "holidays": [ { "date", "name", "forecast"? } ] }</c>.
    /// </summary>
    public static ReadResult<HolidayTable> Read(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "holidays",
            (edition, holidays) => new HolidayTable(edition, holidays),
            Codecs.Object<Holiday>(
                (m, h) =>
                    new Holiday(
                        m.Required("date", h?.Date, Codecs.Date),
                        m.Required("name", h?.Name, Codecs.Text),
                        m.Optional("forecast", h is { IsForecast: true } ? true : null, Codecs.Flag) ?? false
                    )
            )
        );

    /// <summary>Whether the table knows the holidays of the year of a day.</summary>
    public bool Covers(LocalDate date) => Holidays.Any(h => h.Date.Year == date.Year);

    /// <summary>The holiday on a day; null when it is none.</summary>
    public Holiday? On(LocalDate date) => _byDate.TryGetValue(date, out var holiday) ? holiday : null;

    /// <summary>
    /// Whether a body's office is open on a day: no weekend, no holiday, none of the days that the body closes.
    /// </summary>
    /// <param name="date">The day.</param>
    /// <param name="closedDays">Days of every year on which the body closes, as <c>MM-DD</c>.</param>
    public bool IsWorkingDay(LocalDate date, ValueList<string> closedDays) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        && On(date) is null
        && !(closedDays ?? throw new ArgumentNullException(nameof(closedDays))).Contains(
            IsoDate.Format(date).Substring(5)
        );

    /// <summary>The day itself, or the next one on which the office is open.</summary>
    public LocalDate NextWorkingDay(LocalDate date, ValueList<string> closedDays) => WorkingDay(date, closedDays, 1);

    /// <summary>The day itself, or the last one before it on which the office is open.</summary>
    public LocalDate PreviousWorkingDay(LocalDate date, ValueList<string> closedDays) =>
        WorkingDay(date, closedDays, -1);

    // A body that closed every day of the year would never open: it is asked a year ahead or back and no further.
    private LocalDate WorkingDay(LocalDate date, ValueList<string> closedDays, int step)
    {
        for (var i = 0; i < 366 && !IsWorkingDay(date, closedDays); i++)
            date = date.PlusDays(step);
        return date;
    }
}
