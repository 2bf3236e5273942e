namespace PolicyKit.Instruments.Sources;

/// <summary>What a paragraph style of Word says that matters here.</summary>
/// <param name="IsHeading">Whether it is a heading, by its name in Word or its level of outline.</param>
/// <param name="List">The list that numbers its paragraphs; null for none.</param>
/// <param name="Level">The level in that list, from 0.</param>
/// <param name="IsContents">Whether its paragraphs are entries of a table of contents.</param>
internal sealed record WordStyle(bool IsHeading, string? List, int Level, bool IsContents = false);
