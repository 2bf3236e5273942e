using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Documents;

/// <summary>What is due in a fiscal year. Same input, same bytes: nothing in it reads a clock.</summary>
public sealed class DeadlineCalendar
{
    private static readonly MessageCatalog Messages = new(typeof(DeadlineCalendar));

    private DeadlineCalendar(
        LocalDate asOf,
        FiscalYear fiscalYear,
        ValueList<CalendarEntry> entries,
        bool holidaysKnown
    ) => (AsOf, FiscalYear, Entries, HolidaysKnown) = (asOf, fiscalYear, entries, holidaysKnown);

    /// <summary>The day on which it was asked what is done.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The fiscal year.</summary>
    public FiscalYear FiscalYear { get; }

    /// <summary>The deadlines, by day.</summary>
    public ValueList<CalendarEntry> Entries { get; }

    /// <summary>Whether the holidays of the whole year are known; if not, only weekends are marked.</summary>
    public bool HolidaysKnown { get; }

    /// <summary>The deadlines of some systems in a fiscal year.</summary>
    /// <param name="evaluations">How the systems stand; what is the body's is taken once.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="fiscalYear">The fiscal year.</param>
    /// <param name="role">Only what this role has to see to; null for all.</param>
    /// <param name="holidays">The holidays; null for the table that ships with PolicyKit.</param>
    public static DeadlineCalendar Of(
        IEnumerable<Evaluation> evaluations,
        SecurityStandard standard,
        FiscalYear fiscalYear,
        string? role = null,
        HolidayTable? holidays = null
    )
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(standard);
        holidays ??= HolidayTable.Default;
        var all = evaluations.ToList();
        var closed = standard.Find(ParameterId.Parse("calendar.closed-days"))?.Values ?? ValueList<string>.Empty;
        var entries = all.SelectMany(e =>
                e.Deadlines.Where(d =>
                        fiscalYear.Contains(d.NominalOn ?? d.DueOn)
                        && (role is null || (d.Role is { } of && standard.AreTheSame(of, role)))
                    )
                    .Select(d => new CalendarEntry(
                        d,
                        IsOfSystem(e, d) ? e.System : null,
                        d.Control is { } id && standard.Find(id) is { } control
                            ? $"{standard.ShortTitle} {control.Number}"
                            : null,
                        Closed(d.DueOn, holidays, closed)
                    ))
            )
            .Distinct()
            .OrderBy(e => e.Deadline.DueOn)
            .ThenBy(e => e.Citation ?? "", StringComparer.Ordinal)
            .ThenBy(e => e.Deadline.What.Text(MessageLanguage.Japanese), StringComparer.Ordinal)
            .ThenBy(e => e.System?.Value ?? "", StringComparer.Ordinal);
        return new DeadlineCalendar(
            all.Count > 0 ? all[0].AsOf : fiscalYear.FirstDay,
            fiscalYear,
            entries.ToValueList(),
            holidays.Covers(fiscalYear.FirstDay) && holidays.Covers(fiscalYear.LastDay)
        );
    }

    /// <summary>A table for people.</summary>
    public string ToTable(MessageLanguage language)
    {
        string Say(string key, params object[] arguments) => Messages.Format(key, language, arguments);
        var text = new StringBuilder();
        text.Append(Say("calendar.title", FiscalYear.ToJapanese(), FiscalYear.ToString(), IsoDate.Format(AsOf)))
            .Append('\n');
        if (!HolidaysKnown)
            text.Append(Say("calendar.holidays-unknown")).Append('\n');
        foreach (var entry in Entries)
        {
            text.Append($"{IsoDate.Format(entry.Deadline.DueOn)} {Weekday(entry.Deadline.DueOn, language)}  ")
                .Append(
                    $"{StateOf(entry.Deadline).Text(language)}  {VisibleText.Of(entry.Deadline.What.Text(language))}"
                );
            foreach (
                var note in new[]
                {
                    entry.Deadline.Role,
                    entry.Citation,
                    entry.System?.Value,
                    entry.Holiday is { } holiday ? Say("calendar.closed", holiday.Text(language)) : null,
                }
            )
                if (note is not null)
                    text.Append("  ").Append(VisibleText.Of(note));
            text.Append('\n');
        }

        if (Entries.Count == 0)
            text.Append(Say("calendar.nothing")).Append('\n');
        return text.ToString();
    }

    private LocalizedMessage StateOf(Deadline deadline)
    {
        if (deadline is { IsLate: true, DoneOn: { } day })
            return Messages.Message("calendar.done-late", IsoDate.Format(day));
        if (deadline.IsDone)
            return Messages.Message("calendar.done");
        // A law that is in force is not overdue.
        if (deadline.IsOfFramework && deadline.DueOn <= AsOf)
            return Messages.Message("calendar.in-force");
        return Messages.Message(deadline.DueOn < AsOf ? "calendar.past" : "calendar.open");
    }

    /// <summary>
    /// A calendar file (iCalendar, RFC 5545) with an event of a whole day for each deadline that is not done.
    /// </summary>
    public string ToICalendar(SecurityPolicy policy, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var calendar = new Ical.Net.Calendar { ProductId = "-//PolicyKit//policykit calendar//JA" };
        calendar.AddProperty(
            "X-WR-CALNAME",
            Messages.Format(
                "calendar.title",
                language,
                FiscalYear.ToJapanese(),
                FiscalYear.ToString(),
                IsoDate.Format(AsOf)
            )
        );
        // The stamp says as of when it was true, and not when the program ran.
        var stamp = new CalDateTime(AsOf.Year, AsOf.Month, AsOf.Day, 0, 0, 0, "UTC");
        foreach (var entry in Entries.Where(e => !e.Deadline.IsDone))
        {
            var day = entry.Deadline.DueOn;
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = Uid(policy, entry),
                    DtStamp = stamp,
                    Start = new CalDateTime(day.Year, day.Month, day.Day),
                    End = new CalDateTime(day.PlusDays(1).Year, day.PlusDays(1).Month, day.PlusDays(1).Day),
                    Summary = VisibleText.Of(entry.Deadline.What.Text(language)),
                    Description = string.Join(
                        "\n",
                        new[] { entry.Deadline.Role, entry.Citation, entry.System?.Value }
                            .OfType<string>()
                            .Select(VisibleText.Of)
                    ),
                }
            );
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    // The same deadline keeps its id from year to year of asking, so that a calendar program updates and does not
    // double it.
    private static string Uid(SecurityPolicy policy, CalendarEntry entry)
    {
        var text = string.Join(
            "\n",
            policy.Id,
            entry.System,
            entry.Deadline.Control,
            IsoDate.Format(entry.Deadline.DueOn),
            entry.Deadline.What.Text(MessageLanguage.Japanese)
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)) + "@policykit";
    }

    private static bool IsOfSystem(Evaluation evaluation, Deadline deadline) =>
        !deadline.IsOfFramework && IsOfDeclaration(evaluation, deadline);

    private static bool IsOfDeclaration(Evaluation evaluation, Deadline deadline) =>
        deadline.Control is null
        || evaluation.Find(deadline.Control) is not { } result
        || result.Checks.Any(c => c.Check is DeclarationCheck && c.Deadlines.Contains(deadline));

    private static LocalizedMessage? Closed(LocalDate day, HolidayTable holidays, ValueList<string> closedDays)
    {
        if (holidays.IsWorkingDay(day, closedDays))
            return null;
        // A holiday has its name in Japanese alone: the law gives no other.
        if (holidays.On(day) is { } holiday)
            return Messages.Message("calendar.holiday", holiday.Name);
        return day.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => Messages.Message("calendar.saturday"),
            IsoDayOfWeek.Sunday => Messages.Message("calendar.sunday"),
            _ => Messages.Message("calendar.closed-day"),
        };
    }

    private static string? NameOf(Holiday? holiday) =>
        holiday is { IsForecast: true } ? holiday.Name + " (見込み)" : holiday?.Name;

    private static string Weekday(LocalDate day, MessageLanguage language) =>
        language == MessageLanguage.English
            ? day.DayOfWeek.ToString().Substring(0, 3)
            : "(" + "月火水木金土日"[(int)day.DayOfWeek - 1] + ")";
}
