namespace PolicyKit.Systems;

/// <summary>Where and under whose control the system is made.</summary>
/// <param name="DevelopmentPlaces">Where it is developed.</param>
/// <param name="Countries">The countries of the organisations involved, ISO 3166-1 alpha-2.</param>
/// <param name="IntegrityControls">How unintended changes are kept out.</param>
public sealed record SupplyChain(
    ValueList<string> DevelopmentPlaces,
    ValueList<string> Countries,
    ValueList<string> IntegrityControls
);
