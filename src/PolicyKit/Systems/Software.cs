using NodaTime;

namespace PolicyKit.Systems;

/// <summary>Software that the system stands on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="SupportEndsOn">When its support ends; null when no end is known.</param>
/// <param name="SupportPlan">
/// What is done when support ends, or why no end is known; needed where <paramref name="SupportEndsOn"/> is null.
/// </param>
public sealed record Software(
    string Name,
    string Version,
    string Licence,
    LocalDate? SupportEndsOn,
    string? SupportPlan
);
