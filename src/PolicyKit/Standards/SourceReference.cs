namespace PolicyKit.Standards;

/// <summary>A place in a document that the standard rests on.</summary>
/// <param name="Document">The document, by its id in <see cref="SecurityStandard.Documents"/>.</param>
/// <param name="Edition">The edition that was read.</param>
/// <param name="Section">Where in it, for example 第16条の3第1項第5号.</param>
/// <param name="Read">How it was read.</param>
public sealed record SourceReference(SourceId Document, string Edition, string Section, SourceReading Read);
