namespace PolicyKit.Systems;

/// <summary>A software bill of materials and the deliverable that it describes.</summary>
/// <param name="Format">The format.</param>
/// <param name="Version">The version of the format, for example 1.6.</param>
/// <param name="File">The file, relative to the declaration.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Components">How many components it lists, 1 or more.</param>
/// <param name="DeliverableSha256">The SHA-256 of the deliverable.</param>
public sealed record Sbom(
    SbomFormat Format,
    string Version,
    string File,
    string Sha256,
    int Components,
    string DeliverableSha256
);
