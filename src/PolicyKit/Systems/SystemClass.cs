namespace PolicyKit.Systems;

/// <summary>How the system is classed by the impact of its loss, and which measures follow.</summary>
/// <param name="Confidentiality">Highest class.</param>
/// <param name="Integrity">Integrity.</param>
/// <param name="Availability">Availability.</param>
/// <param name="Level">Which measures follow.</param>
/// <param name="Ground">Ground.</param>
public sealed record SystemClass(
    Confidentiality Confidentiality,
    Integrity Integrity,
    Availability Availability,
    SystemLevel Level,
    string Ground
);
