namespace PolicyKit.Evidence;

/// <summary>How often a record must be made.</summary>
public enum Cadence
{
    /// <summary>毎年度.</summary>
    FiscalYear,

    /// <summary>きっかけとなる記録の都度.</summary>
    OnEvent,

    /// <summary>一定の月数ごと.</summary>
    Period,

    /// <summary>記録にある指摘ごと、その期限まで.</summary>
    PerFinding,

    /// <summary>基本方針の策定及び改正の都度.</summary>
    PerRevision,
}
