using NodaTime;

namespace PolicyKit.Systems;

/// <summary>
/// The contract with the vendor, and where it holds the items that the guideline asks for (契約項目, from general
/// knowledge; not verified against the primary source).
/// </summary>
public sealed record Contract
{
    /// <summary>When it was signed.</summary>
    public required LocalDate SignedOn { get; init; }

    /// <summary>Its last day; null where it has none, or nobody has said.</summary>
    public LocalDate? EndsOn { get; init; }

    /// <summary>情報セキュリティポリシー及び実施手順の遵守.</summary>
    public required Declared<string> Compliance { get; init; }

    /// <summary>受託者の責任者、作業内容、作業者の所属及び作業場所.</summary>
    public required Declared<string> Workforce { get; init; }

    /// <summary>サービスレベルの保証.</summary>
    public required Declared<string> ServiceLevel { get; init; }

    /// <summary>アクセスを認める情報の種類、範囲及び方法.</summary>
    public required Declared<string> AccessScope { get; init; }

    /// <summary>従業員に対する教育.</summary>
    public required Declared<string> Education { get; init; }

    /// <summary>目的外利用及び第三者提供の禁止.</summary>
    public required Declared<string> PurposeLimitation { get; init; }

    /// <summary>守秘義務.</summary>
    public required Declared<string> Confidentiality { get; init; }

    /// <summary>再委託の制限.</summary>
    public required Declared<string> Subcontracting { get; init; }

    /// <summary>終了時の返還及び廃棄.</summary>
    public required Declared<string> ReturnAndDisposal { get; init; }

    /// <summary>定期報告及び緊急時報告.</summary>
    public required Declared<string> Reporting { get; init; }

    /// <summary>団体による監査及び検査.</summary>
    public required Declared<string> Inspection { get; init; }

    /// <summary>団体による事故時の公表.</summary>
    public required Declared<string> Disclosure { get; init; }

    /// <summary>違反時の損害賠償.</summary>
    public required Declared<string> Damages { get; init; }

    /// <summary>サプライチェーンの対策.</summary>
    public required Declared<string> SupplyChain { get; init; }
}
