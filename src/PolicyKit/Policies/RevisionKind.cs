namespace PolicyKit.Policies;

/// <summary>What was done to a policy.</summary>
public enum RevisionKind
{
    /// <summary>策定.</summary>
    Established,

    /// <summary>全部改正.</summary>
    Whole,

    /// <summary>一部改正.</summary>
    Partial,

    /// <summary>廃止.</summary>
    Repealed,
}
