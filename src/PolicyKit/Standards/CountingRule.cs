using NodaTime;
using PolicyKit.Calendar;

namespace PolicyKit.Standards;

/// <summary>
/// How a term that begins with an event is counted: data, because statutes and guidelines count differently.
/// </summary>
public sealed record CountingRule
{
    /// <summary>Its id.</summary>
    public required CountingRuleId Id { get; init; }

    /// <summary>What it is called, in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>What it is called, in English; null where nobody has translated it.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>Which day is day one.</summary>
    public required CountingStart Begins { get; init; }

    /// <summary>What is counted.</summary>
    public required CountingUnit Unit { get; init; }

    /// <summary>What happens when the last day is a day on which the office is closed.</summary>
    public required ClosedLastDay OnClosedDay { get; init; }

    /// <summary>
    /// Days of every year on which the office that the term is owed to is closed, as <c>MM-DD</c>; empty for those of
    /// the body itself.
    /// </summary>
    public ValueList<string> ClosedDays { get; init; } = ValueList<string>.Empty;

    /// <summary>What it rests on.</summary>
    public ValueList<SourceReference> Sources { get; init; } = ValueList<SourceReference>.Empty;

    /// <summary>How far what it says was found there; null where nobody has looked.</summary>
    public SourceState? SourceState { get; init; }

    /// <summary>What of it the source does not say; null for nothing.</summary>
    public string? SourceNote { get; init; }

    /// <summary>
    /// The rule of a check that names none: the day after the event is day one, every day counts, and the last day
    /// stays where it is.
    /// </summary>
    public static CountingRule Plain { get; } =
        new()
        {
            Id = CountingRuleId.Parse("plain"),
            Title = "翌日から数え、休日でも動かさない",
            EnglishTitle = "From the next day, never moved",
            Begins = CountingStart.NextDay,
            Unit = CountingUnit.Days,
            OnClosedDay = ClosedLastDay.Stays,
        };

    /// <summary>The last day of a term.</summary>
    /// <param name="cause">The day of the event, in Japan.</param>
    /// <param name="length">How many of the unit, 0 or more. Of length 0 is what is due on the day of the event
    /// itself.</param>
    /// <param name="holidays">The national holidays.</param>
    /// <param name="bodyClosedDays">The days on which the body itself is closed, as <c>MM-DD</c>.</param>
    public LocalDate LastDay(LocalDate cause, int length, HolidayTable holidays, ValueList<string> bodyClosedDays)
    {
        if (holidays is null)
            throw new ArgumentNullException(nameof(holidays));
        var closed = ClosedDays.Count > 0 ? ClosedDays : bodyClosedDays;
        var last = length <= 0 ? cause : Unmoved(cause, length, holidays, closed);
        return OnClosedDay switch
        {
            ClosedLastDay.NextOpenDay => holidays.NextWorkingDay(last, closed),
            ClosedLastDay.PreviousOpenDay => holidays.PreviousWorkingDay(last, closed),
            _ => last,
        };
    }

    private LocalDate Unmoved(LocalDate cause, int length, HolidayTable holidays, ValueList<string> closed)
    {
        var first = Begins == CountingStart.EventDay ? cause : cause.PlusDays(1);
        return Unit switch
        {
            CountingUnit.Days => first.PlusDays(length - 1),
            CountingUnit.Months => EndOfMonths(first, length),
            _ => WorkingDays(first, length, holidays, closed),
        };
    }

    // 民法第143条第2項: the day before the one that corresponds to the first; where a month has none such, its last day.
    private static LocalDate EndOfMonths(LocalDate first, int months)
    {
        var corresponding = first.PlusMonths(months);
        return corresponding.Day < first.Day ? corresponding : corresponding.PlusDays(-1);
    }

    private static LocalDate WorkingDays(LocalDate first, int length, HolidayTable holidays, ValueList<string> closed)
    {
        var day = holidays.NextWorkingDay(first, closed);
        for (var i = 1; i < length; i++)
            day = holidays.NextWorkingDay(day.PlusDays(1), closed);
        return day;
    }
}
