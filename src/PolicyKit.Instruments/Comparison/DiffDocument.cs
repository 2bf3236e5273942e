namespace PolicyKit.Instruments.Comparison;

/// <summary>Two versions of what a body decided.</summary>
/// <param name="Title">The title of the new version.</param>
/// <param name="Policy">The policies, provision by provision; null where none are compared.</param>
/// <param name="Standard">What the standards ask for otherwise; empty where none are compared.</param>
internal sealed record DiffDocument(string Title, PolicyDiff? Policy, IReadOnlyList<StandardChange> Standard)
{
    /// <summary>Whether there is no difference at all.</summary>
    public bool IsEmpty => Policy is null or { IsEmpty: true } && Standard.Count == 0;
}
