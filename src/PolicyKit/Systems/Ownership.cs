namespace PolicyKit.Systems;

/// <summary>Where those who supply are at home, and who holds the majority of the votes.</summary>
/// <param name="Party">Name as elsewhere in the declaration.</param>
/// <param name="HeadOffice">Country of the head office.</param>
/// <param name="MajorityHolder">Country of the holder of a majority of votes; null where it does not apply.</param>
/// <param name="Decision">What the body decided.</param>
/// <param name="Ground">Ground.</param>
public sealed record Ownership(
    string Party,
    string HeadOffice,
    string? MajorityHolder,
    OwnershipDecision Decision,
    string Ground
);
