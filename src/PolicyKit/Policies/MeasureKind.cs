namespace PolicyKit.Policies;

/// <summary>The nine kinds of measure (対策): the nine chapters of the ministry guideline, in its order.</summary>
public enum MeasureKind
{
    /// <summary>組織体制.</summary>
    Organization,

    /// <summary>情報資産の分類と管理.</summary>
    Assets,

    /// <summary>情報システム全体の強靱性の向上.</summary>
    Resilience,

    /// <summary>物理的セキュリティ.</summary>
    Physical,

    /// <summary>人的セキュリティ.</summary>
    Human,

    /// <summary>技術的セキュリティ.</summary>
    Technical,

    /// <summary>運用.</summary>
    Operations,

    /// <summary>業務委託と外部サービスの利用.</summary>
    Outsourcing,

    /// <summary>評価・見直し.</summary>
    Evaluation,
}
