using System.Runtime.CompilerServices;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The pack of the last compilation, for as long as its files are the same: an editor makes a compilation at each
/// keystroke, and gives the same texts again.
/// </summary>
internal static class PackCache
{
    // Held by a document of the pack, which the compiler's own cache holds: nothing outlives the project.
    private static readonly ConditionalWeakTable<SourceDocument, Entry> Entries = new();

    /// <param name="documents">The files, each with the kind that it was given as.</param>
    public static PolicyPack PackOf(IReadOnlyList<(SourceDocument Document, DocumentKind? Kind)> documents)
    {
        if (documents.Count == 0)
            return Load(documents);
        if (Entries.TryGetValue(documents[0].Document, out var entry) && entry.Documents.SequenceEqual(documents))
            return entry.Pack;
        var pack = Load(documents);
        lock (Entries)
        {
            Entries.Remove(documents[0].Document);
            Entries.Add(documents[0].Document, new Entry(documents, pack));
        }

        return pack;
    }

    private static PolicyPack Load(IReadOnlyList<(SourceDocument Document, DocumentKind? Kind)> documents) =>
        PolicyPack.Load(documents.Select(d => d.Document.Expecting(d.Kind)), RuleCatalog.Known);

    private sealed class Entry(IReadOnlyList<(SourceDocument Document, DocumentKind? Kind)> documents, PolicyPack pack)
    {
        public IReadOnlyList<(SourceDocument Document, DocumentKind? Kind)> Documents { get; } = documents;

        public PolicyPack Pack { get; } = pack;
    }
}
