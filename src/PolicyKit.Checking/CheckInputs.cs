using PolicyKit.Compliance;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>The files that a request names to judge by, read once, and the pack that they make.</summary>
internal sealed class CheckInputs
{
    private CheckInputs(IReadOnlyList<SourceDocument> files) =>
        (Files, Pack) = (files, PolicyPack.Load(files, ShippedRules.Known));

    public IReadOnlyList<SourceDocument> Files { get; }

    public PolicyPack Pack { get; }

    /// <exception cref="CheckException">A file that is named cannot be read.</exception>
    public static CheckInputs Read(CheckRequest request) => new(PackFiles.Given(request));

    /// <summary>
    /// The pack of these documents. The files of the request are not read again where they are among them.
    /// </summary>
    public PolicyPack PackOf(IReadOnlyList<SourceDocument> documents)
    {
        var known = Files.ToHashSet();
        var others = documents.Where(d => !known.Contains(d)).ToList();
        return others.Count + known.Count == documents.Count
            ? Pack.With(others)
            : PolicyPack.Load(documents, ShippedRules.Known);
    }
}
