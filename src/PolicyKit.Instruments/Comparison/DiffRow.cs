using PolicyKit.Policies;

namespace PolicyKit.Instruments.Comparison;

/// <summary>A provision, or a line before the first one, of both texts side by side.</summary>
/// <param name="Old">The provision of the old text; null where it has none.</param>
/// <param name="New">The provision of the new text; null where it has none.</param>
/// <param name="OldCitation">How the old text's provision is cited; null where there is none.</param>
/// <param name="NewCitation">How the new text's provision is cited; null where there is none.</param>
/// <param name="Changes">What became of it; empty for nothing.</param>
/// <param name="OldText">What is printed in the old text, with what changed.</param>
/// <param name="NewText">What is printed in the new text, with what changed.</param>
internal sealed record DiffRow(
    Provision? Old,
    Provision? New,
    string? OldCitation,
    string? NewCitation,
    IReadOnlyList<ChangeKind> Changes,
    IReadOnlyList<TextPiece> OldText,
    IReadOnlyList<TextPiece> NewText
)
{
    /// <summary>How deep the provision stands, from 0.</summary>
    public int Depth { get; init; }

    public bool IsChanged => Changes.Count > 0;
}
