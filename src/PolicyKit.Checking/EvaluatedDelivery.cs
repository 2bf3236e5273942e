namespace PolicyKit.Checking;

/// <summary>How the systems of a delivery stand, and what was looked at to say so.</summary>
internal sealed record EvaluatedDelivery(IReadOnlyList<SystemEvaluation> Systems, Sight Sight);
