using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Tests.Calendar;

/// <summary>The dated tables that ship, and tables that somebody else gives.</summary>
public sealed class DataTableTests
{
    private static readonly ValueList<string> YearEnd = ValueList.Create("12-29", "12-30", "12-31", "01-02", "01-03");

    [Theory]
    [InlineData(2026, 5, 6, "休日")]
    [InlineData(2026, 9, 22, "休日")]
    [InlineData(2027, 3, 22, "休日")]
    [InlineData(2032, 9, 21, "休日")]
    [InlineData(2033, 3, 21, "休日")]
    [InlineData(2035, 4, 30, "休日")]
    [InlineData(2026, 1, 1, "元日")]
    [InlineData(2026, 5, 7, null)]
    [InlineData(2026, 12, 31, null)]
    public void Knows_the_national_holidays(int year, int month, int day, string? name) =>
        Assert.Equal(name, HolidayTable.Default.On(new LocalDate(year, month, day))?.Name);

    // Happy Mondays, substitute holidays and days between two holidays follow from the law (国民の祝日に関する法律).
    [Fact]
    public void Substitute_holidays_follow_holidays_on_Sundays() =>
        Assert.All(
            HolidayTable.Default.Holidays.Where(h => h.Date.DayOfWeek == IsoDayOfWeek.Sunday),
            h =>
                Assert.NotNull(
                    HolidayTable.Default.On(
                        Enumerable
                            .Range(1, 4)
                            .Select(h.Date.PlusDays)
                            .First(d => HolidayTable.Default.On(d)?.Name is null or "休日")
                    )
                )
        );

    [Fact]
    public void Every_year_has_its_sixteen_holidays_and_the_extra_ones() =>
        Assert.All(
            HolidayTable.Default.Holidays.GroupBy(h => h.Date.Year),
            year => Assert.Equal(16, year.Count(h => h.Name != "休日"))
        );

    // The gazette of February 2026 is the last that can have been read: it gives the equinoxes of 2027.
    [Fact]
    public void What_rests_on_an_equinox_that_is_not_announced_is_marked_as_a_forecast()
    {
        Assert.All(
            HolidayTable.Default.Holidays.Where(h => h.Name is "春分の日" or "秋分の日"),
            h => Assert.Equal(h.Date.Year > 2027, h.IsForecast)
        );
        Assert.DoesNotContain(HolidayTable.Default.Holidays, h => h.Name == "山の日" && h.IsForecast);
    }

    [Theory]
    [InlineData("2026-12-29", "2027-01-04")]
    [InlineData("2026-05-02", "2026-05-07")]
    [InlineData("2026-09-19", "2026-09-24")]
    [InlineData("2026-04-01", "2026-04-01")]
    public void The_next_working_day_is_after_weekends_holidays_and_the_year_s_end(string from, string to) =>
        Assert.Equal(to, IsoDate.Format(HolidayTable.Default.NextWorkingDay(Compliance.Sample.Day(from), YearEnd)));

    [Fact]
    public void Says_which_years_it_does_not_know()
    {
        Assert.True(HolidayTable.Default.Covers(new LocalDate(2027, 12, 31)));
        Assert.False(HolidayTable.Default.Covers(new LocalDate(2036, 1, 1)));
    }

    [Theory]
    [InlineData("AES", 128, 2050)]
    [InlineData("AES", 256, null)]
    [InlineData("RSA-PSS", 2048, 2030)]
    [InlineData("RSA-PSS", 4096, 2050)]
    [InlineData("RSA-PSS", 1024, 0)]
    [InlineData("ecdsa", 224, 2030)]
    [InlineData("ECDSA", 384, null)]
    [InlineData("SHA256", null, 2050)]
    public void Knows_until_when_a_strength_may_be_relied_on(string algorithm, int? bits, int? lastYear)
    {
        var table = CryptographyTable.Default;
        Assert.Equal(lastYear, table.LastYearOf(table.StrengthOf(table.Find(algorithm)!, bits)!.Value));
    }

    [Fact]
    public void What_is_on_no_list_is_not_found() =>
        Assert.All(["MD5", "DES", "RC4", ""], name => Assert.Null(CryptographyTable.Default.Find(name)));

    [Fact]
    public void A_table_of_somebody_else_s_is_read_or_says_what_is_wrong()
    {
        Assert.True(
            HolidayTable
                .Read(
                    SourceDocument.FromText(
                        "h.json",
                        """{ "edition": "2030", "holidays": [{ "date": "2030-01-01", "name": "元日" }] }"""
                    )
                )
                .IsValid
        );
        Assert.Contains(
            HolidayTable
                .Read(
                    SourceDocument.FromText(
                        "h.json",
                        """{ "edition": "2030", "holidays": [{ "date": "2030-13-01", "name": "元日" }] }"""
                    )
                )
                .Problems,
            p => p.Code == "read.bad-date"
        );
        Assert.Contains(
            CryptographyTable.Read(SourceDocument.FromText("c.json", "{ \"edition\": \"x\" }")).Problems,
            p => p.Code == "read.missing-member"
        );
        Assert.False(CryptographyTable.Read(SourceDocument.FromText("c.json", "{")).IsValid);
    }
}
