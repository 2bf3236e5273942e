namespace PolicyKit.Packs;

/// <summary>The rules that the caller can run, with the parameters that each needs from the standard.</summary>
public sealed class KnownRules
{
    private readonly Dictionary<string, ValueList<ParameterId>> _rules;

    /// <summary>Takes the rules.</summary>
    public KnownRules(IEnumerable<KeyValuePair<RuleId, ValueList<ParameterId>>> rules) =>
        _rules = rules.ToDictionary(r => r.Key.Value, r => r.Value, StringComparer.Ordinal);

    /// <summary>The ids, in ordinal order.</summary>
    public IEnumerable<string> Ids => _rules.Keys.OrderBy(id => id, StringComparer.Ordinal);

    /// <summary>The parameters that a rule needs; null when the rule is not known.</summary>
    public ValueList<ParameterId>? ParametersOf(string rule) =>
        _rules.TryGetValue(rule, out var parameters) ? parameters : null;
}
