using System.Globalization;
using NodaTime;

namespace PolicyKit.Calendar;

/// <summary>
/// A fiscal year (年度): 1 April to 31 March (地方自治法第208条). "毎年度" is counted in these, never in 365 days.
/// </summary>
/// <param name="Year">The western year it begins in: 2026 is 令和8年度.</param>
public readonly record struct FiscalYear(int Year) : IComparable<FiscalYear>
{
    /// <summary>1 April.</summary>
    public LocalDate FirstDay => new(Year, 4, 1);

    /// <summary>31 March of the next year.</summary>
    public LocalDate LastDay => new(Year + 1, 3, 31);

    /// <summary>The next fiscal year.</summary>
    public FiscalYear Next => new(Year + 1);

    /// <summary>The fiscal year that a day lies in.</summary>
    public static FiscalYear Of(LocalDate date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    /// <summary>Whether a day lies in this fiscal year.</summary>
    public bool Contains(LocalDate date) => Of(date) == this;

    /// <summary>Orders by year.</summary>
    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    /// <summary>
    /// 令和8年度; the era is that of 1 April, except that the year in which an era began on or before 1 May is called by
    /// the new one, as the State did for 令和元年度.
    /// </summary>
    public string ToJapanese(EraTable? eras = null)
    {
        eras ??= EraTable.Default;
        var begun = new LocalDate(Year, 5, 1);
        return eras.EraOf(begun) is { } era
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0}{1}年度",
                era.Name,
                JapaneseDate.YearText(Year - era.FirstDay.Year + 1)
            )
            : ToString();
    }

    /// <summary>FY2026.</summary>
    public override string ToString() => "FY" + Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Earlier.</summary>
    public static bool operator <(FiscalYear left, FiscalYear right) => left.Year < right.Year;

    /// <summary>Later.</summary>
    public static bool operator >(FiscalYear left, FiscalYear right) => left.Year > right.Year;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Year <= right.Year;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Year >= right.Year;
}
