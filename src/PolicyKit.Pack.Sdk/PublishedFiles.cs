using PolicyKit.Reading;

namespace PolicyKit.PackBuilding;

/// <summary>The files that a package publishes.</summary>
/// <param name="Policy">The policy; null where a standard alone is published, for others to import.</param>
/// <param name="Standard">The standard.</param>
internal sealed record PublishedFiles(SourceDocument? Policy, SourceDocument Standard)
{
    /// <summary>The files, each with what it has to be.</summary>
    public IReadOnlyList<(SourceDocument File, DocumentKind Kind)> Expected { get; } =
        Policy is null
            ? [(Standard, DocumentKind.Standard)]
            : [(Policy, DocumentKind.Policy), (Standard, DocumentKind.Standard)];

    /// <summary>The files.</summary>
    public IReadOnlyList<SourceDocument> All => [.. Expected.Select(e => e.File)];

    /// <summary>The files with their names in the package: <c>policy.json</c>, <c>standard.json</c>.</summary>
    public IReadOnlyList<(SourceDocument File, string Name)> Named =>
        [.. Expected.Select(e => (e.File, e.Kind.Name() + ".json"))];
}
