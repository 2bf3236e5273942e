namespace PolicyKit.Standards;

/// <summary>
/// A standard that another imports, and how it is tailored (include, exclude, set, tighten, loosen; what is
/// added stands among the importing standard's own controls).
/// </summary>
/// <remarks>
/// The three of id, version and SHA-256 name one file, so that what a body adopted cannot change beneath it.
/// The default takes everything as it is.
/// </remarks>
public sealed record StandardImport
{
    /// <summary>The id of the imported standard.</summary>
    public required StandardId Standard { get; init; }

    /// <summary>Its version, exactly.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of its file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The only controls that are taken, with who decided so; null for all.</summary>
    public Inclusion? Include { get; init; }

    /// <summary>Controls that are left out.</summary>
    public ValueList<Exclusion> Exclude { get; init; } = ValueList<Exclusion>.Empty;

    /// <summary>Parameters that are set to another value.</summary>
    public ValueList<Setting> Set { get; init; } = ValueList<Setting>.Empty;

    /// <summary>Controls that ask for more.</summary>
    public ValueList<Tightening> Tighten { get; init; } = ValueList<Tightening>.Empty;

    /// <summary>Controls that ask for less.</summary>
    public ValueList<Loosening> Loosen { get; init; } = ValueList<Loosening>.Empty;
}
