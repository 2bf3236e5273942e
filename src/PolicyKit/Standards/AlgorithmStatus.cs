namespace PolicyKit.Standards;

/// <summary>Where an algorithm stands on the CRYPTREC lists.</summary>
public enum AlgorithmStatus
{
    /// <summary>電子政府推奨暗号.</summary>
    Recommended,

    /// <summary>推奨候補暗号.</summary>
    Candidate,

    /// <summary>運用監視暗号: 互換性のためだけに用いる.</summary>
    Monitored,
}
