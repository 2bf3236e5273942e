using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>Names in one file that must exist in the same or in another. Walks the text, not the model: a broken neighbour never shifts a place.</summary>
internal static class References
{
    public static IEnumerable<Problem> Check(ReadResult<SecurityPolicy>? policy, ReadResult<SecurityStandard>? standard, ReadResult<SystemDeclaration>? system, KnownRules? rules)
    {
        var problems = new List<Problem>();
        if (standard?.Source is { Text.Error: null } s)
        {
            if (policy?.Value is { } p)
            {
                var provisions = p.AllProvisions.Select(x => x.Id.Value);
                Judge(s, "policy", new[] { p.Id.Value }, "reference.unknown-policy", problems);
                Judge(s, "controls/*/provisions/*", provisions, "reference.unknown-provision", problems);
                Judge(s, "controls/*/threats/*", provisions, "reference.unknown-provision", problems);
            }

            Judge(s, "controls/*/parameters/*", Names(s, "parameters/*/id"), "reference.unknown-parameter", problems);
            if (rules is not null) JudgeRules(s, rules, problems);
        }

        if (system?.Source is { Text.Error: null } d)
        {
            if (standard?.Source is { Text.Error: null } zones)
            {
                Judge(d, "zones/*", Names(zones, "zones/*/id"), "reference.unknown-zone", problems);
                Judge(d, "connections/*/zone", Names(zones, "zones/*/id"), "reference.unknown-zone", problems);
            }

            Judge(d, "connections/*/service", Names(d, "externalServices/*/id"), "reference.unknown-service", problems);
            Judge(d, "connections/*/assets/*", Names(d, "assets/*/id"), "reference.unknown-asset", problems);
        }

        return problems;
    }

    private static void JudgeRules(SourceDocument standard, KnownRules rules, List<Problem> problems)
    {
        var set = new HashSet<string>(Names(standard, "parameters/*/id"), StringComparer.Ordinal);
        foreach (var value in Values(standard, "controls/*/checks/*/rule"))
        {
            var rule = value.GetString();
            // Rules of other analyzers are orchestrated, not known: their ids are theirs to judge.
            if (RuleId.TryParse(rule) is not { IsPolicyKit: true }) continue;
            if (rules.ParametersOf(rule) is not { } needed)
                problems.Add(Unknown(standard, value, rules.Ids, "reference.unknown-rule"));
            else
                foreach (var missing in needed.Where(id => !set.Contains(id.Value)))
                    problems.Add(new Problem(ReadContext.Messages.Message("reference.missing-parameter", rule, missing.Value), Severity.Error, standard.LocationOf(value)));
        }
    }

    private static void Judge(SourceDocument file, string pattern, IEnumerable<string> known, string code, List<Problem> problems)
    {
        var names = new HashSet<string>(known, StringComparer.Ordinal);
        foreach (var value in Values(file, pattern))
            if (!names.Contains(value.GetString()))
                problems.Add(Unknown(file, value, names, code));
    }

    private static Problem Unknown(SourceDocument file, JsonValue value, IEnumerable<string> known, string code)
    {
        var name = value.GetString();
        var message = Nearest.Find(name, known) is { } nearest
            ? ReadContext.Messages.Message(code + ".nearest", name, nearest)
            : ReadContext.Messages.Message(code, name);
        return new Problem(message, Severity.Error, file.LocationOf(value));
    }

    private static List<string> Names(SourceDocument file, string pattern) => Values(file, pattern).Select(v => v.GetString()).ToList();

    /// <summary>The strings at a path of member names, where * is every item.</summary>
    private static IEnumerable<JsonValue> Values(SourceDocument file, string pattern) =>
        pattern.Split('/').Aggregate(new[] { file.Text.Root }.AsEnumerable(), (values, part) => values.SelectMany(value =>
            part == "*" ? value.Items() : value.TryGetMember(part, out var member) ? new[] { member } : Enumerable.Empty<JsonValue>()))
            .Where(value => value.Kind == JsonKind.String);
}
