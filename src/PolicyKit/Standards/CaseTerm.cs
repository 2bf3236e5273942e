using PolicyKit.Evidence;

namespace PolicyKit.Standards;

/// <summary>Another term for events of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Within">The parameter that says how long the term is.</param>
public sealed record CaseTerm(BreachCase Case, ParameterId Within);
