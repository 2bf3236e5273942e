namespace PolicyKit.Standards;

/// <summary>What must exist on the day from which a framework binds for an exemption to count.</summary>
public enum ExemptionNeed
{
    /// <summary>現に存する情報システム: in operation before the day, on it, and still.</summary>
    System,

    /// <summary>現に実施されている業務委託: a contract that was signed before the day and has not ended.</summary>
    Contract,

    /// <summary>Every external service was in use before the day.</summary>
    Services,
}
