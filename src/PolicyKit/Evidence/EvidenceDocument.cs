namespace PolicyKit.Evidence;

/// <summary>A document behind a record. Its text never stands here.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Reference">Where it is kept: a document number or a path.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits; null when it is on paper.</param>
public sealed record EvidenceDocument(string Title, string Reference, string? Sha256);
