using PolicyKit.Packs;
using PolicyKit.Policies;

namespace PolicyKit.Analyzers.Engine;

/// <summary>Every rule of this assembly, found by reflection: a new rule file is a new rule.</summary>
public static class RuleCatalog
{
    private static readonly Lazy<IReadOnlyList<PolicyRule>> Found = new(() =>
        typeof(RuleCatalog)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(PolicyRule).IsAssignableFrom(type))
            .Select(type => (PolicyRule)Activator.CreateInstance(type)!)
            .OrderBy(rule => rule.Rule.Value, StringComparer.Ordinal)
            .ToList()
    );

    private static readonly Lazy<IReadOnlyList<PolicyRule>> OfPrograms = new(() =>
        All.Where(rule => rule.NeedsWholeProgram != WholeProgram.CheckOnly).ToList()
    );

    private static readonly Lazy<KnownRules> KnownRules = new(() =>
        new KnownRules(
            Rules.Select(rule => new KeyValuePair<RuleId, ValueList<ParameterId>>(rule.Rule, rule.Parameters))
        )
    );

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<PolicyRule> All => Found.Value;

    /// <summary>The rules that look at a program, by id.</summary>
    public static IReadOnlyList<PolicyRule> Rules => OfPrograms.Value;

    /// <summary>The ids that a standard may cite, and the parameters that these rules need.</summary>
    public static KnownRules Known => KnownRules.Value;

    /// <summary>The rule with this id; null if there is none.</summary>
    public static PolicyRule? Find(RuleId id) => All.FirstOrDefault(r => r.Rule == id);

    /// <summary>What the findings of a rule stand on in a pack.</summary>
    public static RuleBasis BasisOf(PolicyPack pack, RuleId id) =>
        (pack ?? throw new ArgumentNullException(nameof(pack))).BasisOf(
            id,
            Find(id)?.DefaultProvisions ?? ValueList<ProvisionId>.Empty
        );
}
