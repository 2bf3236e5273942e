namespace PolicyKit.Standards;

/// <summary>
/// A control whose provision a policy does not have: it cites the nearest one above, and that has to be said.
/// </summary>
/// <param name="Control">The control.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Canonical">The provision that the control names.</param>
/// <param name="Cited">The provision that it cites instead; null when the policy has none above either.</param>
public sealed record ControlFallback(
    ControlId Control,
    string Number,
    string Title,
    ProvisionId Canonical,
    ProvisionId? Cited
)
{
    /// <summary>
    /// Whether the measure itself is not in the policy: what is cited then speaks of measures in general, and not of
    /// this one.
    /// </summary>
    public bool IsMeasureMissing =>
        Canonical.IsBeneath(Policies.Taxonomy.Measures)
        && (Cited is null || Cited == Policies.Taxonomy.Measures || !Cited.IsBeneath(Policies.Taxonomy.Measures));
}
