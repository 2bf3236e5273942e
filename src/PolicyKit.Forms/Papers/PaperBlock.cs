namespace PolicyKit.Forms.Papers;

/// <summary>A line of a paper.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Texts">Its text; of a row, the text of each cell.</param>
internal sealed record PaperBlock(PaperBlockKind Kind, IReadOnlyList<string> Texts);
