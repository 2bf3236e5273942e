namespace PolicyKit.Systems;

/// <summary>What a component is.</summary>
public enum ComponentKind
{
    /// <summary>サーバ.</summary>
    Server,

    /// <summary>端末.</summary>
    Terminal,

    /// <summary>ネットワーク機器.</summary>
    NetworkDevice,

    /// <summary>クラウドサービス.</summary>
    CloudService,

    /// <summary>記憶装置.</summary>
    Storage,

    /// <summary>その他.</summary>
    Other,
}
