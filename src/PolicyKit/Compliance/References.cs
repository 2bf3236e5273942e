using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>Names in one file that must exist in the same or in another. Walks the text, not the model: a broken neighbour never shifts a place.</summary>
internal static class References
{
    // What a member names, and where the names are: `file` of the pattern, in the same file or in that of another kind.
    private static readonly Reference[] Table =
    {
        new(DocumentKind.Standard, "policy", DocumentKind.Policy, "id", "reference.unknown-policy"),
        new(DocumentKind.Standard, "controls/*/provisions/*", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        new(DocumentKind.Standard, "controls/*/threats/*", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        new(DocumentKind.Standard, "controls/*/parameters/*", DocumentKind.Standard, "parameters/*/id", "reference.unknown-parameter"),
        new(DocumentKind.System, "zones/*", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "components/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "connections/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "flows/*/from", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "flows/*/to", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "connections/*/service", DocumentKind.System, "externalServices/*/id", "reference.unknown-service"),
        new(DocumentKind.System, "connections/*/assets/*", DocumentKind.System, "assets/*/id", "reference.unknown-asset"),
        new(DocumentKind.System, "flows/*/assets/*", DocumentKind.System, "assets/*/id", "reference.unknown-asset"),
        new(DocumentKind.System, "waivers/*", DocumentKind.Waivers, "waivers/*/id", "reference.unknown-waiver"),
        new(DocumentKind.Waivers, "waivers/*/control", DocumentKind.Standard, "controls/*/id", "reference.unknown-control"),
        new(DocumentKind.Evidence, "records/*/controls/*", DocumentKind.Standard, "controls/*/id", "reference.unknown-control"),
        new(DocumentKind.Evidence, "records/*/assessments/*/threat", DocumentKind.Policy, "provisions/**/id", "reference.unknown-provision"),
        new(DocumentKind.Evidence, "records/*/basedOn/*", DocumentKind.Evidence, "records/*/id", "reference.unknown-record"),
    };

    /// <summary>Judges every reference of the first file of each kind; one into a kind that was not given is not judged.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<SourceDocument> files, KnownRules? rules)
    {
        var problems = new List<Problem>();
        SourceDocument? First(DocumentKind kind) => files.FirstOrDefault(f => f.Kind == kind) is { Text.Error: null } file ? file : null;
        foreach (var reference in Table)
            if (First(reference.In) is { } file && First(reference.Of) is { } known)
                Judge(file, reference.Pattern, Names(known, reference.Names), reference.Code, problems);
        if (rules is not null && First(DocumentKind.Standard) is { } standard) JudgeRules(standard, rules, problems);
        return problems;
    }

    private static void JudgeRules(SourceDocument standard, KnownRules rules, List<Problem> problems)
    {
        var set = new HashSet<string>(Names(standard, "parameters/*/id"), StringComparer.Ordinal);
        Visit(standard.Text.Root, new[] { "controls", "*", "checks", "*", "rule" }, 0, value =>
        {
            var rule = value.GetString();
            // Rules of other analyzers are orchestrated, not known: their ids are theirs to judge.
            if (RuleId.TryParse(rule) is not { IsPolicyKit: true }) return;
            if (rules.ParametersOf(rule) is not { } needed)
                problems.Add(Unknown(standard, value, rules.Ids, "reference.unknown-rule"));
            else
                foreach (var missing in needed.Where(id => !set.Contains(id.Value)))
                    problems.Add(new Problem(ReadContext.Messages.Message("reference.missing-parameter", rule, missing.Value), Severity.Error, standard.LocationOf(value)));
        });
    }

    private static void Judge(SourceDocument file, string pattern, IEnumerable<string> known, string code, List<Problem> problems)
    {
        HashSet<string>? names = null;
        Visit(file.Text.Root, pattern.Split('/'), 0, value =>
        {
            names ??= new HashSet<string>(known, StringComparer.Ordinal);
            if (!names.Contains(value.GetString())) problems.Add(Unknown(file, value, names, code));
        });
    }

    private static Problem Unknown(SourceDocument file, JsonValue value, IEnumerable<string> known, string code)
    {
        var name = value.GetString();
        var message = Nearest.Find(name, known) is { } nearest
            ? ReadContext.Messages.Message(code + "#nearest", name, nearest)
            : ReadContext.Messages.Message(code, name);
        return new Problem(message, Severity.Error, file.LocationOf(value));
    }

    private static List<string> Names(SourceDocument file, string pattern)
    {
        var names = new List<string>();
        Visit(file.Text.Root, pattern.Split('/'), 0, value => names.Add(value.GetString()));
        return names;
    }

    /// <summary>Finds the strings at a path of member names, where * is every item and ** every item at any depth beneath members of the name before it.</summary>
    private static void Visit(JsonValue value, string[] path, int at, Action<JsonValue> found)
    {
        if (at == path.Length)
        {
            if (value.Kind == JsonKind.String) found(value);
        }
        else if (path[at] is "*" or "**")
            foreach (var item in value.Items())
            {
                Visit(item, path, at + 1, found);
                if (path[at] == "**" && item.TryGetMember(path[at - 1], out var inner)) Visit(inner, path, at, found);
            }
        else if (value.TryGetMember(path[at], out var member)) Visit(member, path, at + 1, found);
    }

    /// <summary>Strings in files of one kind that must be among the strings in the file of another.</summary>
    private sealed record Reference(DocumentKind In, string Pattern, DocumentKind Of, string Names, string Code);
}
