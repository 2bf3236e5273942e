using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Calendar;

/// <summary>
/// Legal terms, worked out by hand from the texts. 個人情報保護委員会 (特定個人情報ガイドライン 令和7年6月, 別添2): of the preliminary report about 3 to 5 days from
/// knowing (3D); of the final report 30 or 60 days, the day of knowing is day one, weekends and holidays count, and a last day on a weekend, a holiday or
/// from 12-29 to 01-03 moves to the next day (3E ※2).
/// </summary>
public sealed class LegalDeadlineTests
{
    // 国民の祝日に関する法律, read off a calendar; Saturdays and Sundays are not among them.
    private static readonly HashSet<LocalDate> Holidays = Days(
        """
        2026-01-01 2026-01-12 2026-02-11 2026-02-23 2026-03-20 2026-04-29 2026-05-04 2026-05-05 2026-05-06 2026-07-20 2026-08-11
        2026-09-21 2026-09-22 2026-09-23 2026-10-12 2026-11-03 2026-11-23
        2027-01-01 2027-01-11 2027-02-11 2027-02-23 2027-03-22 2027-04-29 2027-05-03 2027-05-04 2027-05-05 2027-07-19 2027-08-11
        2027-09-20 2027-09-23 2027-10-11 2027-11-03 2027-11-23
        2028-01-10 2028-02-11 2028-02-23 2028-03-20 2028-05-03 2028-05-04 2028-05-05 2028-07-17 2028-08-11 2028-09-18 2028-09-22
        2028-10-09 2028-11-03 2028-11-23
        2029-01-01 2029-01-08 2029-02-12 2029-02-23
        """
    );

    private static readonly ValueList<string> None = ValueList<string>.Empty;

    [Theory]
    // Known on 2 April 2026: day 1; 30 April is day 29, 1 May day 30, a Friday.
    [InlineData("2026-04-02", "2026-05-01", "2026-06-01")]
    // Golden Week 2026: 2 May (Sat) to 6 May (substitute holiday). Day 60 from 3 April is 1 June, from 7 April 5 June.
    [InlineData("2026-04-03", "2026-05-07", "2026-06-01")]
    [InlineData("2026-04-07", "2026-05-07", "2026-06-05")]
    [InlineData("2026-04-08", "2026-05-07", "2026-06-08")]
    [InlineData("2026-04-09", "2026-05-08", "2026-06-08")]
    // The day before a holiday block: 28 April 2026 is open, 29 April is 昭和の日.
    [InlineData("2026-03-30", "2026-04-28", "2026-05-28")]
    [InlineData("2026-03-31", "2026-04-30", "2026-05-29")]
    // Silver Week 2026: 19 to 23 September.
    [InlineData("2026-08-20", "2026-09-18", "2026-10-19")]
    [InlineData("2026-08-21", "2026-09-24", "2026-10-19")]
    [InlineData("2026-08-25", "2026-09-24", "2026-10-23")]
    // 年末年始: 28 December 2026 is a Monday and open; from the 29th to 3 January (a Sunday) all is closed; 4 January 2027 is a Monday.
    [InlineData("2026-11-29", "2026-12-28", "2027-01-27")]
    [InlineData("2026-11-30", "2027-01-04", "2027-01-28")]
    [InlineData("2026-12-05", "2027-01-04", "2027-02-02")]
    [InlineData("2026-12-06", "2027-01-04", "2027-02-03")]
    [InlineData("2026-12-07", "2027-01-05", "2027-02-04")]
    // Golden Week 2027: 29 April (Thu), then 1 May (Sat) to 5 May (Wed); 30 April is a Friday and open.
    [InlineData("2027-03-31", "2027-04-30", "2027-05-31")]
    [InlineData("2027-04-01", "2027-04-30", "2027-05-31")]
    [InlineData("2027-04-02", "2027-05-06", "2027-05-31")]
    [InlineData("2027-04-06", "2027-05-06", "2027-06-04")]
    [InlineData("2027-04-07", "2027-05-06", "2027-06-07")]
    // 年末年始 2027/28: 28 December is a Tuesday; 1 and 2 January 2028 are a weekend, the 3rd is a Monday and closed.
    [InlineData("2027-11-29", "2027-12-28", "2028-01-27")]
    [InlineData("2027-11-30", "2028-01-04", "2028-01-28")]
    [InlineData("2027-12-05", "2028-01-04", "2028-02-02")]
    [InlineData("2027-12-06", "2028-01-04", "2028-02-03")]
    // Golden Week 2028: 29 April is a Saturday, 3 to 5 May Wednesday to Friday, 6 and 7 May a weekend.
    [InlineData("2028-03-30", "2028-04-28", "2028-05-29")]
    [InlineData("2028-03-31", "2028-05-01", "2028-05-29")]
    [InlineData("2028-04-04", "2028-05-08", "2028-06-02")]
    [InlineData("2028-04-08", "2028-05-08", "2028-06-06")]
    // A leap day: day 30 from 31 January 2028 is 29 February.
    [InlineData("2028-01-31", "2028-02-29", "2028-03-30")]
    // 年末年始 2028/29: 28 December is a Thursday; 4 January 2029 is a Thursday.
    [InlineData("2028-11-29", "2028-12-28", "2029-01-29")]
    [InlineData("2028-11-30", "2029-01-04", "2029-01-29")]
    [InlineData("2028-12-31", "2029-01-29", "2029-02-28")]
    public void The_final_report_is_due_on_the_day_that_the_text_gives(string known, string thirty, string sixty)
    {
        Assert.Equal(thirty, Due("ppc.final-report", known, 30));
        Assert.Equal(sixty, Due("ppc.final-report", known, 60));
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-05")]
    [InlineData("2026-12-28", "2027-01-01")]
    [InlineData("2026-06-01", "2026-06-05")]
    [InlineData("2028-02-27", "2028-03-02")]
    public void The_preliminary_report_does_not_wait_for_the_office_to_open(string known, string fifth) =>
        Assert.Equal(fifth, Due("ppc.preliminary-report", known, 5));

    // Nothing of PolicyKit counts here: days are counted one by one, and the holidays are those above.
    [Fact]
    public void Every_day_of_three_years_has_the_terms_that_counting_on_fingers_gives()
    {
        for (var known = new LocalDate(2026, 1, 1); known.Year <= 2028; known = known.PlusDays(1))
        {
            foreach (var length in new[] { 30, 60 })
                Assert.Equal(
                    IsoDate.Format(ByFingers(known, length)),
                    Due("ppc.final-report", IsoDate.Format(known), length)
                );
            Assert.Equal(IsoDate.Format(known.PlusDays(4)), Due("ppc.preliminary-report", IsoDate.Format(known), 5));
        }
    }

    // 民法第140条 to 第143条.
    [Theory]
    [InlineData("civil-code.days", "2026-04-01", 10, "2026-04-13")]
    [InlineData("civil-code.days", "2026-04-22", 7, "2026-04-30")]
    [InlineData("civil-code.months", "2026-04-01", 3, "2026-07-01")]
    [InlineData("civil-code.months", "2027-01-30", 1, "2027-03-01")]
    [InlineData("civil-code.months", "2026-03-31", 3, "2026-06-30")]
    [InlineData("civil-code.months", "2027-03-31", 1, "2027-04-30")]
    [InlineData("local-office.days", "2026-12-20", 10, "2027-01-04")]
    [InlineData("office.working-days", "2026-04-28", 3, "2026-05-07")]
    [InlineData("plain", "2026-04-02", 30, "2026-05-02")]
    public void Each_legal_rule_counts_in_its_own_way(string rule, string cause, int length, string due) =>
        Assert.Equal(due, Due(rule, cause, length));

    [Fact]
    public void The_example_of_the_guideline_reader_is_due_on_a_Friday_and_not_on_the_Saturday_after_it()
    {
        var final = Assert.Single(
            Sample.Standard.Find(ControlId.Parse("operations.final-report"))!.Checks.OfType<EvidenceCheck>()
        );
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-04-02");
        var wrongful = incident with
        {
            BreachCases = ValueList.Create(BreachCase.MyNumberSystem, BreachCase.WrongfulPurpose),
        };
        Assert.Equal("2026-05-01", DueOf(final, incident));
        Assert.Equal("2026-06-01", DueOf(final, wrongful));
    }

    [Fact]
    public void A_report_to_the_commission_is_owed_by_the_kind_of_the_breach_and_not_by_its_size()
    {
        var report = Assert.Single(
            Sample.Standard.Find(ControlId.Parse("operations.breach-report"))!.Checks.OfType<EvidenceCheck>()
        );
        var incident = Sample.Record("i-1", EvidenceKind.Incident, "2026-06-05");
        EvidenceRecord Of(BreachCase breach) => incident with { BreachCases = ValueList.Create(breach) };
        Assert.Equal("2026-06-09", DueOf(report, incident));
        Assert.Equal("2026-06-09", DueOf(report, Of(BreachCase.MyNumberSystem)));
        Assert.Equal("2026-06-09", DueOf(report, Of(BreachCase.GuidelineOnly)));
        Assert.Empty(
            Sample.Judge(report, "2026-06-06", evidence: Sample.Register(Of(BreachCase.NotReportable))).Duties
        );
    }

    private static string DueOf(EvidenceCheck check, EvidenceRecord incident) =>
        IsoDate.Format(
            Assert.Single(Sample.Judge(check, "2026-06-30", evidence: Sample.Register(incident)).Duties).DueOn
        );

    private static string Due(string rule, string cause, int length) =>
        IsoDate.Format(
            Sample
                .Standard.Find(CountingRuleId.Parse(rule))!
                .LastDay(
                    Sample.Day(cause),
                    length,
                    HolidayTable.Default,
                    Sample.Standard.Find(ParameterId.Parse("calendar.closed-days"))?.Values ?? None
                )
        );

    private static LocalDate ByFingers(LocalDate known, int length)
    {
        var day = known;
        for (var count = 1; count < length; count++)
            day = day.PlusDays(1);
        while (
            day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
            || Holidays.Contains(day)
            || day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }
        )
            day = day.PlusDays(1);
        return day;
    }

    private static HashSet<LocalDate> Days(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Sample.Day).ToHashSet();
}
