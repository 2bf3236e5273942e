using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// A document taken apart: what stands before the first provision, the provisions, and what was odd on the way.
/// </summary>
/// <param name="Front">The lines before the first provision.</param>
/// <param name="Contents">The numbers of the lines of the table of contents; empty where there is none.</param>
/// <param name="Roots">The provisions.</param>
/// <param name="HasArticles">Whether the text is in articles.</param>
/// <param name="Joined">The lines that were joined to the one before.</param>
/// <param name="Furniture">The lines that belong to the pages.</param>
/// <param name="Unplaced">The lines that were kept as text without being understood.</param>
internal sealed record Outline(
    IReadOnlyList<SourceLine> Front,
    IReadOnlyList<int> Contents,
    IReadOnlyList<Draft> Roots,
    bool HasArticles,
    IReadOnlyList<SourceLine> Joined,
    IReadOnlyList<SourceLine> Furniture,
    IReadOnlyList<SourceLine> Unplaced
);
