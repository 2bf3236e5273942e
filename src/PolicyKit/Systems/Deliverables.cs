using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A software bill of materials and the deliverable that it describes.</summary>
/// <param name="Format">The format.</param>
/// <param name="Version">The version of the format, for example 1.6.</param>
/// <param name="File">The file, relative to the declaration.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Components">How many components it lists, 1 or more.</param>
/// <param name="DeliverableSha256">The SHA-256 of the deliverable.</param>
public sealed record Sbom(
    SbomFormat Format,
    string Version,
    string File,
    string Sha256,
    int Components,
    string DeliverableSha256
);

/// <summary>Formats of a software bill of materials.</summary>
public enum SbomFormat
{
    /// <summary>CycloneDX.</summary>
    CycloneDx,

    /// <summary>SPDX.</summary>
    Spdx,
}

/// <summary>Software that the system stands on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="SupportEndsOn">When its support ends; null when no end is known.</param>
/// <param name="SupportPlan">What is done when support ends, or why no end is known; needed where <paramref name="SupportEndsOn"/> is null.</param>
public sealed record Software(
    string Name,
    string Version,
    string Licence,
    LocalDate? SupportEndsOn,
    string? SupportPlan
);

/// <summary>A vulnerability test.</summary>
/// <param name="Scope">What was tested.</param>
/// <param name="Tester">By what tool or whom.</param>
/// <param name="TestedOn">When.</param>
/// <param name="Open">Findings that are still open.</param>
/// <param name="RetestedOn">When what was mended was tested again; null when nothing was.</param>
public sealed record VulnerabilityTest(
    string Scope,
    string Tester,
    LocalDate TestedOn,
    OpenFindings Open,
    LocalDate? RetestedOn
);

/// <summary>Open findings by severity, each 0 or more.</summary>
/// <param name="Critical">緊急.</param>
/// <param name="High">重要.</param>
/// <param name="Medium">警告.</param>
/// <param name="Low">注意.</param>
public sealed record OpenFindings(int Critical, int High, int Medium, int Low);

/// <summary>A security requirement and the tests that show it.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Requirement">What is required.</param>
/// <param name="Tests">The test cases.</param>
public sealed record SecurityRequirement(SystemId Id, string Requirement, ValueList<string> Tests);

/// <summary>A document handed in with the system.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Confidentiality">Its class.</param>
public sealed record SystemDocument(
    SystemDocumentKind Kind,
    string Title,
    string Version,
    Confidentiality Confidentiality
);

/// <summary>Documents handed in with a system.</summary>
public enum SystemDocumentKind
{
    /// <summary>設計書.</summary>
    Design,

    /// <summary>ネットワーク構成図.</summary>
    NetworkMap,

    /// <summary>操作手順書.</summary>
    Manual,

    /// <summary>変更履歴.</summary>
    ChangeHistory,

    /// <summary>試験成績書.</summary>
    TestReport,

    /// <summary>その他.</summary>
    Other,
}

/// <summary>A delivered version and its approval.</summary>
/// <param name="Version">The version.</param>
/// <param name="Summary">What changed.</param>
/// <param name="ApprovedOn">When it was approved.</param>
/// <param name="ApprovedBy">By whom, by role.</param>
public sealed record Change(string Version, string Summary, LocalDate ApprovedOn, string ApprovedBy);

/// <summary>Something that was disposed of or given back.</summary>
/// <param name="Item">What.</param>
/// <param name="Method">How.</param>
/// <param name="DisposedOn">When.</param>
/// <param name="Witness">Who saw it, by role.</param>
/// <param name="Certificate">The number of the certificate; null when there is none.</param>
public sealed record Disposal(
    string Item,
    DisposalMethod Method,
    LocalDate DisposedOn,
    string Witness,
    string? Certificate
);

/// <summary>Ways of disposal.</summary>
public enum DisposalMethod
{
    /// <summary>物理的破壊.</summary>
    Destruction,

    /// <summary>磁気消去.</summary>
    Degaussing,

    /// <summary>上書き消去.</summary>
    Overwriting,

    /// <summary>暗号化消去.</summary>
    CryptographicErasure,

    /// <summary>返還.</summary>
    Return,
}
