namespace PolicyKit.Checking;

/// <summary>What was looked at, and what there was to look at.</summary>
internal sealed record CheckedDelivery(IReadOnlyList<CheckedSystem> Systems, Sight Sight);
