using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A delivered version and its approval.</summary>
/// <param name="Version">The version.</param>
/// <param name="Summary">What changed.</param>
/// <param name="ApprovedOn">When it was approved.</param>
/// <param name="ApprovedBy">By whom, by role.</param>
public sealed record Change(string Version, string Summary, LocalDate ApprovedOn, string ApprovedBy);
