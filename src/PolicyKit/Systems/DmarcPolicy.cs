namespace PolicyKit.Systems;

/// <summary>What a domain asks receivers to do with mail that fails.</summary>
public enum DmarcPolicy
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To set it apart.</summary>
    Quarantine,

    /// <summary>To refuse it.</summary>
    Reject,
}
