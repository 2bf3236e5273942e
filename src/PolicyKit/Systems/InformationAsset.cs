using PolicyKit.Standards;

namespace PolicyKit.Systems;

/// <summary>An information asset (情報資産) with its classification and how it is handled.</summary>
public sealed record InformationAsset
{
    /// <summary>Its id within the system.</summary>
    public required SystemId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>自治体機密性.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>完全性.</summary>
    public required Integrity Integrity { get; init; }

    /// <summary>可用性.</summary>
    public required Availability Availability { get; init; }

    /// <summary>Who manages it, by role.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it is kept.</summary>
    public required string Place { get; init; }

    /// <summary>How long it is kept, in words: 5年, 契約終了まで.</summary>
    public required string Retention { get; init; }

    /// <summary>Where copies of it are.</summary>
    public ValueList<string> Copies { get; init; } = ValueList<string>.Empty;

    /// <summary>The handling restrictions (取扱制限) that apply to it.</summary>
    public ValueList<HandlingRestriction> Handling { get; init; } = ValueList<HandlingRestriction>.Empty;
}

/// <summary>Handling restrictions (取扱制限), after the ministry guideline's table for the classes (from general knowledge of it; not held against the primary document).</summary>
public enum HandlingRestriction
{
    /// <summary>支給以外の端末での作業の禁止.</summary>
    IssuedDevicesOnly,

    /// <summary>必要以上の複製及び配付の禁止.</summary>
    NoNeedlessCopies,

    /// <summary>保管場所の制限.</summary>
    RestrictedPlace,

    /// <summary>送信、運搬及び提供時の暗号化又は施錠.</summary>
    ProtectedTransfer,

    /// <summary>復元不可能な廃棄.</summary>
    IrrecoverableDisposal,

    /// <summary>信頼のできる回線の選択.</summary>
    TrustedLines,

    /// <summary>施錠可能な場所への保管.</summary>
    LockedStorage,

    /// <summary>バックアップ.</summary>
    Backup,

    /// <summary>電子署名の付与.</summary>
    ElectronicSignature,
}

/// <summary>自治体機密性の分類. Ordered: a greater value needs more care.</summary>
public enum Confidentiality
{
    /// <summary>自治体機密性1.</summary>
    Level1,

    /// <summary>自治体機密性2.</summary>
    Level2,

    /// <summary>自治体機密性3C.</summary>
    Level3C,

    /// <summary>自治体機密性3B.</summary>
    Level3B,

    /// <summary>自治体機密性3A.</summary>
    Level3A,
}

/// <summary>完全性の分類. Ordered.</summary>
public enum Integrity
{
    /// <summary>完全性1.</summary>
    Level1,

    /// <summary>完全性2.</summary>
    Level2,
}

/// <summary>可用性の分類. Ordered.</summary>
public enum Availability
{
    /// <summary>可用性1.</summary>
    Level1,

    /// <summary>可用性2.</summary>
    Level2,
}
