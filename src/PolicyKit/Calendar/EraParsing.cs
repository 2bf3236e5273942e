namespace PolicyKit.Calendar;

/// <summary>How a date in Japanese eras is read.</summary>
public enum EraParsing
{
    /// <summary>A date outside its era is an error: 平成32年 is rejected.</summary>
    Strict,

    /// <summary>For importing old documents: a date after its era's end is converted, with a warning.</summary>
    Tolerant,
}
