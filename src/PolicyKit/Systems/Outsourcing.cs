using NodaTime;

namespace PolicyKit.Systems;

/// <summary>An external service (外部サービス).</summary>
public sealed record ExternalService
{
    /// <summary>Its id within the system.</summary>
    public required SystemId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who runs it.</summary>
    public required string Provider { get; init; }

    /// <summary>The highest class of information that it handles.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>Who is responsible for its use, by role.</summary>
    public required string Manager { get; init; }

    /// <summary>The body's permission; needed from 自治体機密性2 on.</summary>
    public Permission? Permission { get; init; }

    /// <summary>The country of the data, ISO 3166-1 alpha-2; needed from 自治体機密性2 on.</summary>
    public string? Country { get; init; }

    /// <summary>The governing law and court; needed from 自治体機密性2 on.</summary>
    public string? GoverningLaw { get; init; }

    /// <summary>How its use ends and the data is erased; needed from 自治体機密性2 on.</summary>
    public string? ExitPlan { get; init; }

    /// <summary>Whether it is on the ISMAP list; null when nobody has looked.</summary>
    public bool? IsmapRegistered { get; init; }
}

/// <summary>A permission of the body.</summary>
/// <param name="Number">Its number.</param>
/// <param name="GrantedOn">When it was given.</param>
public sealed record Permission(string Number, LocalDate GrantedOn);

/// <summary>A subcontractor (再委託先).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Work">What it does.</param>
/// <param name="Place">Where.</param>
/// <param name="Tier">1 for the vendor's own subcontractor, 2 for that one's, up to 9.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
/// <param name="StartsOn">When it begins.</param>
public sealed record Subcontractor(
    string Name,
    string Work,
    string Place,
    int Tier,
    LocalDate ApprovedOn,
    LocalDate StartsOn
);

/// <summary>The contract with the vendor, and where it holds the items that the guideline asks for (契約項目, from general knowledge; not held against the primary document).</summary>
public sealed record Contract
{
    /// <summary>When it was signed.</summary>
    public required LocalDate SignedOn { get; init; }

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

/// <summary>The people who do the work.</summary>
/// <param name="Manager">The vendor's manager, by role.</param>
/// <param name="Workplaces">Where the work is done.</param>
/// <param name="Roster">Where the roster is kept (the roster itself holds personal data and does not belong here).</param>
/// <param name="ChangeNotice">How a change is told.</param>
public sealed record Workforce(string Manager, ValueList<string> Workplaces, string Roster, string ChangeNotice);

/// <summary>Education that the workers received.</summary>
/// <param name="Topic">On what.</param>
/// <param name="HeldOn">When.</param>
/// <param name="Participants">How many took part, 1 or more.</param>
public sealed record TrainingSession(string Topic, LocalDate HeldOn, int Participants);

/// <summary>Where and under whose control the system is made.</summary>
/// <param name="DevelopmentPlaces">Where it is developed.</param>
/// <param name="Countries">The countries of the organisations involved, ISO 3166-1 alpha-2.</param>
/// <param name="IntegrityControls">How unintended changes are kept out.</param>
public sealed record SupplyChain(
    ValueList<string> DevelopmentPlaces,
    ValueList<string> Countries,
    ValueList<string> IntegrityControls
);
