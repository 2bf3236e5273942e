namespace PolicyKit.Checking;

/// <summary>
/// The ledger of a check: what there was to judge, found apart from what was compiled, and what became of each thing.
/// </summary>
internal sealed record Sight(IReadOnlyList<SightItem> Items, bool IsStrict)
{
    public int Of(SightKind kind) => Items.Count(i => i.Kind == kind);

    public int Judged(SightKind kind) => Items.Count(i => i.Kind == kind && i.State == SightState.Judged);

    /// <summary>What was not judged and keeps the whole from being called conforming.</summary>
    public IEnumerable<SightItem> Weighing =>
        Items.Where(i => i.State == SightState.NotJudged || (IsStrict && i.State == SightState.Listed));

    /// <summary>What was not judged, and is only said.</summary>
    public IEnumerable<SightItem> Listed => Items.Where(i => i.State != SightState.Judged).Except(Weighing);

    /// <summary>Whether all that there was to judge was judged, and there was something.</summary>
    public bool IsWhole => !Weighing.Any() && Judged(SightKind.Project) > 0;
}
