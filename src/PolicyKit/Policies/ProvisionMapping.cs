namespace PolicyKit.Policies;

/// <summary>Which of the body's own provisions says what a canonical id stands for.</summary>
/// <param name="Canonical">The canonical id, for example <c>measures.evaluation</c>.</param>
/// <param name="Provision">The id of the body's own provision.</param>
public sealed record ProvisionMapping(ProvisionId Canonical, ProvisionId Provision);
