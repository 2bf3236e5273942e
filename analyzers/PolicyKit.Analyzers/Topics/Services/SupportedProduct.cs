using NodaTime;

namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>A product with the day on which its support ends.</summary>
/// <param name="Names">Its names with the version, as a declaration may have them.</param>
/// <param name="EndsOn">The last day of its support.</param>
/// <param name="Parts">Its target framework and its assemblies, each with the version.</param>
internal sealed record SupportedProduct(
    IReadOnlyList<string> Names,
    LocalDate EndsOn,
    IReadOnlyList<(string Name, string Version)> Parts
)
{
    /// <summary>Its name.</summary>
    public string Name => Names[0];
}
