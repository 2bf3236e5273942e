using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.PackBuilding;

/// <summary>Why a file may not be published as what the project names it.</summary>
/// <param name="File">The file.</param>
/// <param name="Rule">PK1001 for what is not public, PK0002 for what is another kind of file.</param>
/// <param name="Message">The reason.</param>
internal sealed record Refusal(SourceDocument File, string Rule, LocalizedMessage Message)
{
    private static readonly MessageCatalog Catalog = PackMessages.Catalog;

    private const string NotPublic = "PK1001";

    private const string NotValid = "PK0002";

    /// <summary>
    /// What is wrong with a file that the project names as the policy or the standard; null when it may be published.
    /// What cannot be read, or does not say what kind it is, is reported by the reader.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="expected">What the project names it.</param>
    /// <param name="others">The other files of the body.</param>
    /// <param name="words">Words in the names of documents that are not public.</param>
    public static Refusal? Of(
        SourceDocument file,
        DocumentKind expected,
        IReadOnlyList<SourceDocument> others,
        IEnumerable<string> words
    )
    {
        var name = Path.GetFileName(file.Path);
        if (words.FirstOrDefault(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } word)
            return new Refusal(file, NotPublic, Catalog.Message("packing.not-public-by-name", name, word));
        if (file.Kind is not { } kind)
            return null;
        if (kind == DocumentKind.Policy && expected != kind)
            return new Refusal(file, NotValid, Catalog.Message("packing.other-kind", name, Kind(kind), Kind(expected)));
        if (kind != expected)
            return new Refusal(file, NotPublic, Catalog.Message("packing.not-public", name, Kind(kind)));
        return Below(file, others) is { } below
            ? new Refusal(file, NotPublic, Catalog.Message("packing.overlay", name, Path.GetFileName(below.Path)))
            : null;
    }

    // A standard that imports another one of the body is an overlay: what lies below it is what is published.
    private static SourceDocument? Below(SourceDocument file, IReadOnlyList<SourceDocument> others)
    {
        var imports = Baseline.ImportsOf(file).ToHashSet(StringComparer.Ordinal);
        return others.FirstOrDefault(other =>
            other.Kind == DocumentKind.Standard
            && other.Path != file.Path
            && Baseline.IdOf(other) is { } id
            && imports.Contains(id)
        );
    }

    private static LocalizedMessage Kind(DocumentKind kind) => Catalog.Message("packing.kind." + kind.Name());
}
