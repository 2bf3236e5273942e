namespace PolicyKit.Standards;

/// <summary>A kind of body that a framework binds.</summary>
/// <param name="Body">The kind, for example 一部事務組合.</param>
/// <param name="Basis">By what, for example 地方自治法第292条による準用.</param>
/// <param name="State">How far that was found in a source.</param>
public sealed record CrosswalkScope(string Body, string Basis, SourceState State);
