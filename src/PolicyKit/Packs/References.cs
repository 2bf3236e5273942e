using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Packs;

/// <summary>
/// Names in one file that must exist in the same or in another. Walks the text, not the model: a broken neighbour never
/// shifts a place.
/// </summary>
internal static class References
{
    private const string Checks = "controls/*/checks";
    private const string AddedChecks = "imports/*/tighten/*/checks";

    // What a member names, and where the names are: `file` of the pattern, in the same file or in that of another kind.
    private static readonly Reference[] Table =
    {
        new(DocumentKind.Standard, "policy", DocumentKind.Policy, "id", "reference.unknown-policy"),
        new(
            DocumentKind.Policy,
            "mapping/*/provision",
            DocumentKind.Policy,
            "provisions/**/id",
            "reference.unknown-provision"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/provisions/*",
            DocumentKind.Policy,
            "provisions/**/id",
            "reference.unknown-provision"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/threats/*",
            DocumentKind.Policy,
            "provisions/**/id",
            "reference.unknown-provision"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/parameters/*",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/parameter",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/every",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/within",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/grace",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/withinFor/*/within",
            DocumentKind.Standard,
            "parameters/*/id",
            "reference.unknown-parameter"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/counting",
            DocumentKind.Standard,
            "countingRules/*/id",
            "reference.unknown-counting"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/sources/*/document",
            DocumentKind.Standard,
            "documents/*/id",
            "reference.unknown-source"
        ),
        new(
            DocumentKind.Standard,
            "parameters/*/sources/*/document",
            DocumentKind.Standard,
            "documents/*/id",
            "reference.unknown-source"
        ),
        new(
            DocumentKind.Standard,
            "countingRules/*/sources/*/document",
            DocumentKind.Standard,
            "documents/*/id",
            "reference.unknown-source"
        ),
        new(
            DocumentKind.Standard,
            "crosswalks/*/sources/*/document",
            DocumentKind.Standard,
            "documents/*/id",
            "reference.unknown-source"
        ),
        new(
            DocumentKind.Standard,
            "controls/*/checks/*/attestedBy/*",
            DocumentKind.Standard,
            "roles/*/id",
            "reference.unknown-role"
        ),
        new(
            DocumentKind.Standard,
            "roleDoublings/*/roles/*",
            DocumentKind.Standard,
            "roles/*/id",
            "reference.unknown-role"
        ),
        new(DocumentKind.System, "zones/*", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "components/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "connections/*/zone", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "flows/*/from", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(DocumentKind.System, "flows/*/to", DocumentKind.Standard, "zones/*/id", "reference.unknown-zone"),
        new(
            DocumentKind.System,
            "connections/*/service",
            DocumentKind.System,
            "externalServices/*/id",
            "reference.unknown-service"
        ),
        new(
            DocumentKind.System,
            "serviceAssurances/*/externalService",
            DocumentKind.System,
            "externalServices/*/id",
            "reference.unknown-service"
        ),
        new(
            DocumentKind.System,
            "connections/*/assets/*",
            DocumentKind.System,
            "assets/*/id",
            "reference.unknown-asset"
        ),
        new(DocumentKind.System, "flows/*/assets/*", DocumentKind.System, "assets/*/id", "reference.unknown-asset"),
        new(DocumentKind.System, "waivers/*", DocumentKind.Waivers, "waivers/*/id", "reference.unknown-waiver"),
        new(
            DocumentKind.Waivers,
            "waivers/*/control",
            DocumentKind.Standard,
            "controls/*/id",
            "reference.unknown-control"
        ),
        new(
            DocumentKind.Evidence,
            "records/*/controls/*",
            DocumentKind.Standard,
            "controls/*/id",
            "reference.unknown-control"
        ),
        new(
            DocumentKind.Evidence,
            "records/*/assessments/*/threat",
            DocumentKind.Policy,
            "provisions/**/id",
            "reference.unknown-provision"
        ),
        new(
            DocumentKind.Evidence,
            "records/*/basedOn/*",
            DocumentKind.Evidence,
            "records/*/id",
            "reference.unknown-record"
        ),
    };

    /// <summary>
    /// Judges every reference of the first file of each kind, and of every standard; one into a kind that was not given
    /// is not judged.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="standard">
    /// What the standards resolve to; null when there is none, or when one that is imported is not at hand.
    /// </param>
    /// <param name="rules">The rules that can be run; null when rule ids are not to be judged.</param>
    public static IEnumerable<Problem> Check(
        IReadOnlyList<SourceDocument> files,
        SecurityStandard? standard,
        KnownRules? rules
    )
    {
        var problems = new List<Problem>();
        IEnumerable<SourceDocument> Of(DocumentKind kind) => files.Where(f => f.Kind == kind && f.Text.Error is null);
        foreach (var reference in Table)
        {
            if (reference.Of == DocumentKind.Standard ? standard is null : !Of(reference.Of).Any())
                continue;
            var names =
                reference.Of == DocumentKind.Standard
                    ? Names(standard!, reference.Names)
                    : Names(Of(reference.Of).First(), reference.Names);
            foreach (var file in reference.In == DocumentKind.Standard ? Of(reference.In) : Of(reference.In).Take(1))
                // A baseline belongs to no policy: what it cites is found when it is bound to one.
                if (
                    reference.Of != DocumentKind.Policy
                    || reference.In != DocumentKind.Standard
                    || file.Text.Root.TryGetMember("policy", out _)
                )
                {
                    Judge(file, reference.Pattern, names, reference.Code, problems);
                    // Checks that a tailoring adds are checks like any other.
                    if (reference.Pattern.StartsWith(Checks, StringComparison.Ordinal))
                        Judge(
                            file,
                            AddedChecks + reference.Pattern.Substring(Checks.Length),
                            names,
                            reference.Code,
                            problems
                        );
                }
        }

        if (standard is not null)
            foreach (var file in Of(DocumentKind.Standard))
            foreach (var path in new[] { Checks, AddedChecks })
                Visit(
                    file.Text.Root,
                    (path + "/*/schema").Split('/'),
                    0,
                    schema => JudgeParameters(file, schema, standard, problems),
                    ofAnyKind: true
                );

        if (rules is not null && standard is not null)
            foreach (var file in Of(DocumentKind.Standard))
                JudgeRules(file, standard, rules, problems);
        return problems;
    }

    private static List<string> Names(SecurityStandard standard, string pattern) =>
        pattern switch
        {
            "parameters/*/id" => standard.Parameters.Select(p => p.Id.Value).ToList(),
            "controls/*/id" => standard.Controls.Select(c => c.Id.Value).ToList(),
            "documents/*/id" => standard.Documents.Select(d => d.Id.Value).ToList(),
            "countingRules/*/id" => standard.CountingRules.Select(r => r.Id.Value).ToList(),
            "roles/*/id" => standard.Roles.Select(r => r.Id.Value).ToList(),
            "zones/*/id" => standard.Zones.Select(z => z.Id.Value).ToList(),
            _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, null),
        };

    private static void JudgeRules(
        SourceDocument file,
        SecurityStandard standard,
        KnownRules rules,
        List<Problem> problems
    )
    {
        foreach (var path in new[] { Checks, AddedChecks })
            Visit(
                file.Text.Root,
                (path + "/*/rule").Split('/'),
                0,
                value =>
                {
                    var rule = value.GetString();
                    // Rules of other analyzers are orchestrated, not known: their ids are theirs to judge.
                    if (!RuleId.TryParse(rule, out var id) || !id.IsPolicyKit)
                        return;
                    if (rules.ParametersOf(rule) is not { } needed)
                        problems.Add(Unknown(file, value, rules.Ids, "reference.unknown-rule"));
                    else
                        foreach (
                            var missing in needed.Where(p =>
                                standard.SeverityOf(id) is not null && standard.Find(p) is null
                            )
                        )
                            problems.Add(
                                new Problem(
                                    ReadContext.Messages.Message("reference.missing-parameter", rule, missing.Value),
                                    Severity.Error,
                                    file.LocationOf(value),
                                    ProblemFamily.Reference
                                )
                            );
                }
            );
    }

    // Parameters that the schemas of declaration checks stand on.
    private static void JudgeParameters(
        SourceDocument file,
        JsonValue schema,
        SecurityStandard standard,
        List<Problem> problems
    )
    {
        if (ParameterJson.NameIn(schema) is { } name)
        {
            if (
                (ParameterId.TryParse(name, out var id) ? standard.Find(id) : null) is null
                && schema.TryGetMember("$parameter", out var at)
            )
                problems.Add(
                    Unknown(file, at, standard.Parameters.Select(p => p.Id.Value), "reference.unknown-parameter")
                );
            return;
        }

        foreach (var item in schema.Items())
            JudgeParameters(file, item, standard, problems);
        foreach (var member in schema.Members())
            JudgeParameters(file, member.Value, standard, problems);
    }

    private static void Judge(
        SourceDocument file,
        string pattern,
        IEnumerable<string> known,
        string code,
        List<Problem> problems
    )
    {
        HashSet<string>? names = null;
        Visit(
            file.Text.Root,
            pattern.Split('/'),
            0,
            value =>
            {
                names ??= new HashSet<string>(known, StringComparer.Ordinal);
                if (!names.Contains(value.GetString()))
                    problems.Add(Unknown(file, value, names, code));
            }
        );
    }

    private static Problem Unknown(SourceDocument file, JsonValue value, IEnumerable<string> known, string code)
    {
        var name = value.GetString();
        var message = Nearest.Find(name, known) is { } nearest
            ? ReadContext.Messages.Message(code + "#nearest", name, nearest)
            : ReadContext.Messages.Message(code, name);
        return new Problem(message, Severity.Error, file.LocationOf(value), ProblemFamily.Reference);
    }

    private static List<string> Names(SourceDocument file, string pattern)
    {
        var names = new List<string>();
        Visit(file.Text.Root, pattern.Split('/'), 0, value => names.Add(value.GetString()));
        return names;
    }

    /// <summary>
    /// Finds the strings at a path of member names, where * is every item and ** every item at any depth beneath
    /// members of the name before it.
    /// </summary>
    private static void Visit(JsonValue value, string[] path, int at, Action<JsonValue> found, bool ofAnyKind = false)
    {
        if (at == path.Length)
        {
            if (ofAnyKind || value.Kind == JsonKind.String)
                found(value);
        }
        else if (path[at] is "*" or "**")
            foreach (var item in value.Items())
            {
                Visit(item, path, at + 1, found, ofAnyKind);
                if (path[at] == "**" && item.TryGetMember(path[at - 1], out var inner))
                    Visit(inner, path, at, found, ofAnyKind);
            }
        else if (value.TryGetMember(path[at], out var member))
            Visit(member, path, at + 1, found, ofAnyKind);
    }

    /// <summary>Strings in files of one kind that must be among the strings in the file of another.</summary>
    private sealed record Reference(DocumentKind In, string Pattern, DocumentKind Of, string Names, string Code);
}
