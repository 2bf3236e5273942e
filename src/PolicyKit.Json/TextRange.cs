namespace PolicyKit.Json;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends: the column after its last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End);
