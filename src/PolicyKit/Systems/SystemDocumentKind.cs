namespace PolicyKit.Systems;

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
