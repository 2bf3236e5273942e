namespace PolicyKit.Instruments.Comparison;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">Its characters; never empty.</param>
/// <param name="IsChanged">Whether the other text has something else in its place.</param>
internal sealed record TextPiece(string Text, bool IsChanged);
