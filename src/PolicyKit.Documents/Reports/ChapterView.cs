namespace PolicyKit.Documents.Reports;

/// <summary>A provision and how its controls stand.</summary>
internal sealed record ChapterView(
    string Anchor,
    string Citation,
    string Heading,
    int Depth,
    string? State,
    Both? StateTitle,
    IReadOnlyList<PartView> Parts,
    int Total
);
