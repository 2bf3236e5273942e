namespace PolicyKit.Calendar;

/// <summary>What a term is counted in.</summary>
public enum CountingUnit
{
    /// <summary>暦日: every day, weekends and holidays included.</summary>
    Days,

    /// <summary>開庁日: days on which the office is open.</summary>
    WorkingDays,

    /// <summary>月: months of the calendar (暦に従って計算する).</summary>
    Months,
}
