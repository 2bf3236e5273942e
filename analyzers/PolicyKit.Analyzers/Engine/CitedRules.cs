using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The rules of other analyzers that the standard cites as errors or warnings: the compiler lets a project silence
/// them.
/// </summary>
internal sealed class CitedRules
{
    private readonly SortedDictionary<string, RuleBasis> _rules = new(StringComparer.Ordinal);
    private readonly RuleInputs _inputs;

    public CitedRules(RuleInputs inputs)
    {
        _inputs = inputs;
        var cited = (inputs.Pack.Standard?.Controls.SelectMany(c => c.Checks) ?? []).OfType<SourceCheck>();
        foreach (var rule in cited.Select(c => c.Rule).Where(r => !r.IsPolicyKit))
            if (inputs.Pack.BasisOf(rule, ValueList<ProvisionId>.Empty) is { Severity: >= Severity.Warning } basis)
                _rules[rule.Value] = basis;
    }

    public IEnumerable<string> Ids => _rules.Keys;

    /// <summary>What a silenced rule stands on; null where the standard does not cite it or a waiver covers.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="path">The file; null for the whole program.</param>
    public RuleBasis? Unwaived(string id, string? path)
    {
        if (!_rules.TryGetValue(id, out var basis))
            return null;
        var relative = path is null ? null : _inputs.RelativePath(path);
        var waiver = _inputs.Waivers.Covering(
            RuleId.Parse(id),
            basis.Controls,
            _inputs.Pack.System?.Id,
            relative,
            () => null
        );
        return waiver is null ? basis : null;
    }
}
