namespace PolicyKit.Systems;

/// <summary>
/// Handling restrictions (取扱制限), after the ministry guideline's table for the classes (from general knowledge of it;
/// not verified against the primary source).
/// </summary>
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
