namespace PolicyKit.Systems;

/// <summary>Formats of a software bill of materials.</summary>
public enum SbomFormat
{
    /// <summary>CycloneDX.</summary>
    CycloneDx,

    /// <summary>SPDX.</summary>
    Spdx,
}
