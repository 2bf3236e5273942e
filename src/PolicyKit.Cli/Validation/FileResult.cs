using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// What was found in one file: the documents with problems, as many as can be told; of the others only the counts are
/// kept.
/// </summary>
internal sealed class FileResult
{
    private readonly List<DocumentResult> _documents = [];
    private int _kept;

    /// <summary>The documents with problems to tell.</summary>
    public IReadOnlyList<DocumentResult> Documents => _documents;

    public int Problems { get; private set; }

    public bool HasErrors { get; private set; }

    /// <summary>Whether a policy, a standard or a register of waivers among the documents is not valid.</summary>
    public bool PolicyIsInvalid { get; private set; }

    /// <summary>Whether the two engines differ on a document.</summary>
    public bool HasDisagreement { get; private set; }

    /// <summary>What the file is, where it holds no document of PolicyKit; null where it holds one.</summary>
    public ForeignFile? Foreign { get; init; }

    public void Add(DocumentResult result, int maxProblems)
    {
        var count = result.Problems.Count;
        if (count == 0)
            return;
        Problems += count;
        if (_kept < maxProblems)
            _documents.Add(result);
        _kept += count;
        HasErrors |= result.Problems.Any(p => p.Severity == Severity.Error);
        HasDisagreement |= result.HasDisagreement;
        PolicyIsInvalid |=
            HasErrors && result.Document.Kind is DocumentKind.Policy or DocumentKind.Standard or DocumentKind.Waivers;
    }
}
