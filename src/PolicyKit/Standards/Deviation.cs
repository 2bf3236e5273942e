namespace PolicyKit.Standards;

/// <summary>Where a resolved standard departs from what it imported.</summary>
/// <remarks>
/// Made by <see cref="StandardResolver"/> and kept in the resolved standard, so that a report can say where and why a
/// body departs from its baseline.
/// </remarks>
/// <param name="Kind">How.</param>
/// <param name="Subject">The id of the control or parameter.</param>
/// <param name="From">The imported standard.</param>
/// <param name="Reason">Why; null where none was needed.</param>
/// <param name="Approver">Who accepted it; null where nobody had to.</param>
public sealed record Deviation(DeviationKind Kind, string Subject, StandardId From, string? Reason, string? Approver)
{
    /// <summary>
    /// The control that was left out, as it was before; null for other departures, and in a standard that was read as
    /// resolved.
    /// </summary>
    public Control? Removed { get; init; }

    // By hand: the framework's comparer of an enumeration is JIT-compiled at every start-up.
    /// <inheritdoc/>
    public bool Equals(Deviation? other) =>
        other is not null
        && Kind == other.Kind
        && Subject == other.Subject
        && From == other.From
        && Reason == other.Reason
        && Approver == other.Approver;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Subject);
}
