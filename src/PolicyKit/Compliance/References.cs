using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>Names in one file that must exist in the same or in another. Walks the text, not the model: a broken neighbour never shifts a place.</summary>
internal static class References
{
    // What a member names, and where the names are: `file` of the pattern, in the same file or in that of another kind.
    private static readonly (DocumentKind In, string Pattern, DocumentKind Of, string Names, string Code)[] Table =
    {
        (DocumentKind.Standard, "policy", DocumentKind.Policy, "id", "reference.unknown-policy"),
        (DocumentKind.Standard, "controls/*/provisions/*", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        (DocumentKind.Standard, "controls/*/threats/*", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        (DocumentKind.Standard, "controls/*/parameters/*", DocumentKind.Standard, "parameters/*/id", "reference.unknown-parameter"),
        (DocumentKind.System, "zones/*", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        (DocumentKind.System, "components/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        (DocumentKind.System, "connections/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        (DocumentKind.System, "flows/*/from", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        (DocumentKind.System, "flows/*/to", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        (DocumentKind.System, "connections/*/service", DocumentKind.System, "externalServices/*/id", "reference.unknown-service"),
        (DocumentKind.System, "connections/*/assets/*", DocumentKind.System, "assets/*/id", "reference.unknown-asset"),
        (DocumentKind.System, "flows/*/assets/*", DocumentKind.System, "assets/*/id", "reference.unknown-asset"),
        (DocumentKind.System, "waivers/*", DocumentKind.Waivers, "waivers/*/id", "reference.unknown-waiver"),
        (DocumentKind.Waivers, "waivers/*/control", DocumentKind.Standard, "controls/*/id", "reference.unknown-control"),
        (DocumentKind.Evidence, "records/*/controls/*", DocumentKind.Standard, "controls/*/id", "reference.unknown-control"),
        (DocumentKind.Evidence, "records/*/assessments/*/threat", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        (DocumentKind.Evidence, "records/*/basedOn/*", DocumentKind.Evidence, "records/*/id", "reference.unknown-record"),
    };

    /// <summary>Judges every reference of the first file of each kind; one into a kind that was not given is not judged.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<SourceDocument> files, KnownRules? rules)
    {
        var problems = new List<Problem>();
        SourceDocument? First(DocumentKind kind) => files.FirstOrDefault(f => f.Kind == kind) is { Text.Error: null } file ? file : null;
        foreach (var (where, pattern, of, names, code) in Table)
            if (First(where) is { } file && First(of) is { } known)
                Judge(file, pattern, Names(known, names), code, problems);
        if (rules is not null && First(DocumentKind.Standard) is { } standard) JudgeRules(standard, rules, problems);
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
            ? ReadContext.Messages.Message(code + "#nearest", name, nearest)
            : ReadContext.Messages.Message(code, name);
        return new Problem(message, Severity.Error, file.LocationOf(value));
    }

    private static List<string> Names(SourceDocument file, string pattern) => Values(file, pattern).Select(v => v.GetString()).ToList();

    /// <summary>The strings at a path of member names, where * is every item and ** every item at any depth beneath members of the name before it.</summary>
    private static IEnumerable<JsonValue> Values(SourceDocument file, string pattern)
    {
        var (values, before) = (new[] { file.Text.Root }.AsEnumerable(), "");
        foreach (var part in pattern.Split('/'))
        {
            var (from, nested) = (values, before);
            values = part switch
            {
                "*" => from.SelectMany(v => v.Items()),
                "**" => from.SelectMany(v => Beneath(v, nested)),
                _ => from.SelectMany(v => v.TryGetMember(part, out var member) ? new[] { member } : Enumerable.Empty<JsonValue>()),
            };
            before = part;
        }

        return values.Where(value => value.Kind == JsonKind.String);
    }

    private static IEnumerable<JsonValue> Beneath(JsonValue list, string member) =>
        list.Items().SelectMany(item => item.TryGetMember(member, out var inner) ? Beneath(inner, member).Prepend(item) : new[] { item });
}
