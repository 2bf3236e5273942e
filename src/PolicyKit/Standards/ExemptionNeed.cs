namespace PolicyKit.Standards;

/// <summary>What must exist on the day from which a framework binds for an exemption to count.</summary>
public enum ExemptionNeed
{
    /// <summary>現に存する情報システム: it is in operation before the day.</summary>
    System,

    /// <summary>現に実施されている業務委託: the contract was signed before the day.</summary>
    Contract,
}
