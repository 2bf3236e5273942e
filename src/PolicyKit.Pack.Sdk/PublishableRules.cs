using System.Text.Json;
using PolicyKit.Packs;

namespace PolicyKit.PackBuilding;

/// <summary>The rules that a standard may cite, as the catalogue lists them.</summary>
internal static class PublishableRules
{
    public static KnownRules Read()
    {
        using var stream = typeof(PublishableRules).Assembly.GetManifestResourceStream("rules.json")!;
        using var catalogue = JsonDocument.Parse(stream);
        return new KnownRules(
            catalogue
                .RootElement.EnumerateArray()
                // Those that only `policykit check` evaluates look at no program, and no standard cites them.
                .Where(rule => rule.GetProperty("judgedIn").GetString() != "check")
                .Select(rule => new KeyValuePair<RuleId, ValueList<ParameterId>>(
                    RuleId.Parse(rule.GetProperty("id").GetString()!),
                    rule.GetProperty("parameters")
                        .EnumerateArray()
                        .Select(p => ParameterId.Parse(p.GetString()!))
                        .ToValueList()
                ))
        );
    }
}
