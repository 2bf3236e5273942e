namespace PolicyKit.Policies;

/// <summary>
/// The canonical ids of the ten sections of the ministry guideline's model text
/// (総務省「地方公共団体における情報セキュリティポリシーに関するガイドライン」第2編).
/// </summary>
public static class Taxonomy
{
    /// <summary>目的.</summary>
    public static ProvisionId Purpose { get; } = ProvisionId.Parse("purpose");

    /// <summary>定義.</summary>
    public static ProvisionId Definitions { get; } = ProvisionId.Parse("definitions");

    /// <summary>対象とする脅威.</summary>
    public static ProvisionId Threats { get; } = ProvisionId.Parse("threats");

    /// <summary>適用範囲.</summary>
    public static ProvisionId Scope { get; } = ProvisionId.Parse("scope");

    /// <summary>行政機関の範囲.</summary>
    public static ProvisionId ScopeOrganizations { get; } = ProvisionId.Parse("scope.organizations");

    /// <summary>情報資産の範囲.</summary>
    public static ProvisionId ScopeAssets { get; } = ProvisionId.Parse("scope.assets");

    /// <summary>職員等の遵守義務.</summary>
    public static ProvisionId Duty { get; } = ProvisionId.Parse("duty");

    /// <summary>情報セキュリティ対策.</summary>
    public static ProvisionId Measures { get; } = ProvisionId.Parse("measures");

    /// <summary>監査及び自己点検の実施.</summary>
    public static ProvisionId Audit { get; } = ProvisionId.Parse("audit");

    /// <summary>見直し.</summary>
    public static ProvisionId Review { get; } = ProvisionId.Parse("review");

    /// <summary>対策基準の策定.</summary>
    public static ProvisionId Standard { get; } = ProvisionId.Parse("standard");

    /// <summary>実施手順の策定.</summary>
    public static ProvisionId Procedures { get; } = ProvisionId.Parse("procedures");
}
