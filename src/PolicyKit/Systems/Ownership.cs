namespace PolicyKit.Systems;

/// <summary>Where one who supplies is at home, and what the body made of it (総行サ第42号 別紙1 3).</summary>
/// <param name="Party">The name, as it stands elsewhere in the declaration.</param>
/// <param name="HeadOffice">The country of the head office, ISO 3166-1 alpha-2.</param>
/// <param name="MajorityHolder">
/// The country of who holds the majority of the votes, directly or not; null where nobody does.
/// </param>
/// <param name="Decision">What the body decided.</param>
/// <param name="Ground">Why, in a sentence.</param>
public sealed record Ownership(
    string Party,
    string HeadOffice,
    string? MajorityHolder,
    OwnershipDecision Decision,
    string Ground
);
