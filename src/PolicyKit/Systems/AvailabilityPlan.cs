namespace PolicyKit.Systems;

/// <summary>How the system stays available.</summary>
/// <param name="Redundancy">What is doubled.</param>
/// <param name="Power">How power is secured.</param>
/// <param name="RecoveryTimeHours">The recovery time objective (RTO) in hours, 0 or more.</param>
/// <param name="RecoveryPointHours">The recovery point objective (RPO) in hours, 0 or more.</param>
/// <param name="ServiceLevel">The service level agreed, in words.</param>
public sealed record AvailabilityPlan(
    string Redundancy,
    string Power,
    int RecoveryTimeHours,
    int RecoveryPointHours,
    string ServiceLevel
);
