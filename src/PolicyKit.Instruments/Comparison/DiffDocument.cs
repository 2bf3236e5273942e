namespace PolicyKit.Instruments.Comparison;

/// <summary>Two versions of what a body decided.</summary>
/// <param name="Title">The title of the new version.</param>
/// <param name="Policy">The policies, provision by provision; null where none are compared.</param>
/// <param name="Standard">What the standards ask for otherwise; empty where none are compared.</param>
/// <param name="HasOther">Whether they differ in what no table shows: dates, roles, zones, sources.</param>
internal sealed record DiffDocument(
    string Title,
    PolicyDiff? Policy,
    IReadOnlyList<StandardChange> Standard,
    bool HasOther = false
)
{
    /// <summary>Whether no table has anything to show.</summary>
    public bool IsEmpty => Policy is null or { IsEmpty: true } && Standard.Count == 0;

    /// <summary>The message that says so.</summary>
    public string Same => HasOther ? "diff.same-but-other" : "diff.same";
}
