namespace PolicyKit.Policies;

/// <summary>The kinds of instrument that a body issues.</summary>
public enum InstrumentKind
{
    /// <summary>条例.</summary>
    Ordinance,

    /// <summary>規則.</summary>
    Regulation,

    /// <summary>訓令.</summary>
    Directive,

    /// <summary>告示.</summary>
    Notice,

    /// <summary>規程, 管理規程 and the like of a public enterprise.</summary>
    ManagementRegulation,

    /// <summary>要綱.</summary>
    Outline,

    /// <summary>要領.</summary>
    Guideline,

    /// <summary>公告, 訓, 達 and whatever else.</summary>
    Other,
}
