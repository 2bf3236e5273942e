namespace PolicyKit.Systems;

/// <summary>What the body decided of a supplier.</summary>
public enum OwnershipDecision
{
    /// <summary>It is accepted.</summary>
    Accept,

    /// <summary>It is accepted with measures that lessen the risk.</summary>
    Lessen,

    /// <summary>It is not to be procured from.</summary>
    Refuse,
}
