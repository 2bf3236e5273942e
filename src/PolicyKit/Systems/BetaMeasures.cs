namespace PolicyKit.Systems;

/// <summary>What the β and β′ models ask for beyond the zones.</summary>
/// <param name="EndpointDetection">Detection on terminals.</param>
/// <param name="Readiness">Emergency readiness.</param>
/// <param name="AccessControl">Access control for each asset.</param>
/// <param name="Monitoring">Monitoring.</param>
public sealed record BetaMeasures(string EndpointDetection, string Readiness, string AccessControl, string Monitoring);
