namespace PolicyKit.Standards;

/// <summary>A document that a standard rests on: a law, a guideline, a list.</summary>
public sealed record StandardSource
{
    /// <summary>Its id.</summary>
    public required SourceId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its date or edition, as it says itself.</summary>
    public required string Date { get; init; }

    /// <summary>Where it is published; null where the address is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The SHA-256 of what was read, 64 lower-case hexadecimal digits; null where it was not kept.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What to know about how it was read; null for nothing.</summary>
    public string? Note { get; init; }
}
