using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>
/// The rules of this version, as data: what a pack may cite can be told without loading the compiler.
/// </summary>
/// <remarks>
/// Read from <c>docs/rules/rules.json</c>, which is written from the rules themselves. Rules that <c>check</c> alone
/// applies are not among them: no standard cites these.
/// </remarks>
public static class ShippedRules
{
    // What `judgedIn` says of a rule that needs no program.
    private const string CheckAlone = "check";

    private static readonly Lazy<KnownRules> Rules = new(Read);

    /// <summary>The ids that a standard may cite, and the parameters that these rules need.</summary>
    public static KnownRules Known => Rules.Value;

    private static KnownRules Read()
    {
        var list = EmbeddedData.Open(typeof(ShippedRules).Assembly, "rules.json").Text.Root;
        return new KnownRules(
            list.Items()
                .Where(rule => TextOf(rule, "judgedIn") != CheckAlone)
                .Select(rule => new KeyValuePair<RuleId, ValueList<ParameterId>>(
                    RuleId.Parse(TextOf(rule, "id")),
                    ParametersOf(rule)
                ))
        );
    }

    private static ValueList<ParameterId> ParametersOf(JsonValue rule) =>
        rule.TryGetMember("parameters", out var parameters)
            ? parameters.Items().Select(p => ParameterId.Parse(p.GetString())).ToValueList()
            : ValueList<ParameterId>.Empty;

    private static string TextOf(JsonValue rule, string member) =>
        rule.TryGetMember(member, out var value) ? value.GetString() : "";
}
