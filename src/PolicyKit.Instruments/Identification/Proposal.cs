namespace PolicyKit.Instruments.Identification;

/// <summary>An id for a provision.</summary>
/// <param name="Id">The id.</param>
/// <param name="Confidence">How sure it is.</param>
internal sealed record Proposal(ProvisionId Id, Confidence Confidence);
