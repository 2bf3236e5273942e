using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A subcontractor (再委託先).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Work">What it does.</param>
/// <param name="Place">Where.</param>
/// <param name="Tier">1 for the vendor's own subcontractor, 2 for that one's, up to 9.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
/// <param name="StartsOn">When it begins.</param>
public sealed record Subcontractor(
    string Name,
    string Work,
    string Place,
    int Tier,
    LocalDate ApprovedOn,
    LocalDate StartsOn
)
{
    /// <summary>The subcontractor that engages it, by name; null for the vendor's own, or where nobody has said.</summary>
    public string? Parent { get; init; }
}
