namespace PolicyKit.Standards;

/// <summary>Where a parameter's value comes from.</summary>
/// <param name="Kind">Whose decision it is.</param>
/// <param name="Edition">The edition of the guideline or table; null where there is none.</param>
/// <param name="Confirmed">Whether somebody has held it against the primary document.</param>
public sealed record ParameterSource(ParameterSourceKind Kind, string? Edition, bool Confirmed);
