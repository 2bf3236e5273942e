using PolicyKit.Policies;

namespace PolicyKit.Evidence;

/// <summary>The risk of one threat to one asset, by the body's own matrix.</summary>
/// <remarks>
/// Likelihood and impact count from 1, in the steps of the body’s <c>RiskMatrix</c>.
/// </remarks>
/// <param name="Threat">The provision of the threat.</param>
/// <param name="Asset">The asset or group of assets.</param>
/// <param name="Likelihood">From 1, as the body's matrix has it, up to 10.</param>
/// <param name="Impact">From 1, as the body's matrix has it, up to 10.</param>
public sealed record RiskAssessment(ProvisionId Threat, string Asset, int Likelihood, int Impact);
