using CsCheck;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Messages;

namespace PolicyKit.Tests.Calendar;

public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData("令和8年4月1日", 2026, 4, 1)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("令和1年5月1日", 2019, 5, 1)]
    [InlineData("令和八年四月一日", 2026, 4, 1)]
    [InlineData("令和８年４月１日", 2026, 4, 1)]
    [InlineData("平成31年4月30日", 2019, 4, 30)]
    [InlineData("昭和六十四年一月七日", 1989, 1, 7)]
    [InlineData("R8.4.1", 2026, 4, 1)]
    [InlineData("令和8年2月28日", 2026, 2, 28)]
    [InlineData(" 令和 8 年 4 月 1 日 ", 2026, 4, 1)]
    [InlineData("令和8年4月1", 2026, 4, 1)]
    public void Reads_a_date(string text, int year, int month, int day)
    {
        var result = JapaneseDate.Parse(text);
        Assert.Equal(new LocalDate(year, month, day), result.Date);
        Assert.Null(result.Message);
    }

    [Theory]
    [InlineData("平成32年4月1日", "era.after-era")]
    [InlineData("平成31年5月1日", "era.after-era")]
    [InlineData("令和元年4月30日", "era.before-era")]
    [InlineData("明治5年1月1日", "era.lunar")]
    [InlineData("令和8年2月29日", "era.no-such-day")]
    [InlineData("令和8年13月1日", "era.no-such-day")]
    [InlineData("令和0年1月1日", "era.no-such-day")]
    [InlineData("宇宙8年4月1日", "era.unknown")]
    [InlineData("2026-04-01", "era.not-a-date")]
    [InlineData("", "era.not-a-date")]
    [InlineData("令和8年4月", "era.not-a-date")]
    [InlineData("令和8年4月1日頃", "era.not-a-date")]
    [InlineData("令 和8年4月1日", "era.not-a-date")]
    [InlineData("令和年4月1日", "era.not-a-date")]
    [InlineData("令和8月4年1日", "era.not-a-date")]
    [InlineData("8年4月1日", "era.not-a-date")]
    public void Rejects_what_is_no_date_and_says_why(string text, string code)
    {
        var result = JapaneseDate.Parse(text);
        Assert.Null(result.Date);
        Assert.Equal(code, result.Message!.Key);
    }

    [Fact]
    public void Converts_平成32年_with_a_warning_when_tolerant()
    {
        var result = JapaneseDate.Parse("平成32年4月1日", EraParsing.Tolerant);
        Assert.Equal(new LocalDate(2020, 4, 1), result.Date);
        Assert.Contains("令和2年4月1日", result.Message!.Text(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_元年_for_the_first_year() =>
        Assert.Equal("令和元年5月1日", JapaneseDate.Format(new LocalDate(2019, 5, 1)));

    [Fact]
    public void Reads_back_every_date_it_writes() =>
        Gen.Int[0, 365 * 250]
            .Select(n => new LocalDate(1873, 1, 1).PlusDays(n))
            .Sample(date =>
                JapaneseDate.Parse(JapaneseDate.Format(date)) is { Message: null } result && result.Date == date
            );

    [Fact]
    public void A_fiscal_year_runs_from_April_to_March()
    {
        var year = FiscalYear.Of(new LocalDate(2027, 3, 31));
        Assert.Equal(new FiscalYear(2026), year);
        Assert.Equal(new LocalDate(2026, 4, 1), year.FirstDay);
        Assert.Equal("令和8年度", year.ToJapanese());
        Assert.Equal("令和元年度", new FiscalYear(2019).ToJapanese());
        Assert.Equal("平成元年度", new FiscalYear(1989).ToJapanese());
        Assert.True(year.Contains(year.LastDay) && !year.Contains(year.LastDay.PlusDays(1)));
    }
}
