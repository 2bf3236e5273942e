using PolicyKit.Policies;

namespace PolicyKit.Compliance;

/// <summary>From controls to provisions: a provision is as bad as the worst control on it or beneath it.</summary>
internal sealed class RollUp(SecurityPolicy policy)
{
    private static readonly int States = Enum.GetValues(typeof(ComplianceState)).Length;

    public ValueList<ProvisionResult> Of(ValueList<ControlResult> controls)
    {
        var byProvision = controls
            .SelectMany(c => c.Control.Provisions.Select(p => (Provision: p.Value, Result: c)))
            .ToLookup(x => x.Provision, x => x.Result, StringComparer.Ordinal);
        var results = new List<ProvisionResult>();
        foreach (var section in policy.Provisions)
            Add(section, 0, byProvision, results);
        return results.ToValueList();
    }

    // What stands on a provision and beneath it, each control once.
    private static HashSet<ControlResult> Add(
        Provision provision,
        int depth,
        ILookup<string, ControlResult> byProvision,
        List<ProvisionResult> results
    )
    {
        var at = results.Count;
        results.Add(null!);
        var own = byProvision[provision.Id.Value].ToList();
        var all = new HashSet<ControlResult>(own);
        foreach (var beneath in provision.Provisions)
            all.UnionWith(Add(beneath, depth + 1, byProvision, results));
        var counts = new int[States];
        foreach (var control in all)
            counts[(int)control.State]++;
        results[at] = new ProvisionResult
        {
            Provision = provision,
            Depth = depth,
            Controls = own.Select(c => c.Control.Id).ToValueList(),
            State = all.Count == 0 ? null : ComplianceStateExtensions.Worst(all.Select(c => c.State)),
            AsFound = all.Count == 0 ? null : ComplianceStateExtensions.Worst(all.Select(c => c.AsFound)),
            Counts = counts.ToValueList(),
        };
        return all;
    }
}
