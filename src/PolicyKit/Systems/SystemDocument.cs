namespace PolicyKit.Systems;

/// <summary>A document handed in with the system.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Confidentiality">Its class.</param>
public sealed record SystemDocument(
    SystemDocumentKind Kind,
    string Title,
    string Version,
    Confidentiality Confidentiality
);
