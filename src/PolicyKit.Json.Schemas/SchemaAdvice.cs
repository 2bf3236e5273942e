using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// What in a schema has no effect although its author may have meant it to: the verdict stays that of the draft, and
/// the author is told.
/// </summary>
internal static class SchemaAdvice
{
    // Which drafts know a keyword that not all of them know; and the keyword without which it says nothing.
    private static readonly Dictionary<string, (SchemaDraft From, SchemaDraft To)> Drafts = new(StringComparer.Ordinal)
    {
        ["const"] = (SchemaDraft.Draft6, SchemaDraft.Draft202012),
        ["contains"] = (SchemaDraft.Draft6, SchemaDraft.Draft202012),
        ["propertyNames"] = (SchemaDraft.Draft6, SchemaDraft.Draft202012),
        ["$id"] = (SchemaDraft.Draft6, SchemaDraft.Draft202012),
        ["if"] = (SchemaDraft.Draft7, SchemaDraft.Draft202012),
        ["then"] = (SchemaDraft.Draft7, SchemaDraft.Draft202012),
        ["else"] = (SchemaDraft.Draft7, SchemaDraft.Draft202012),
        ["$anchor"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["dependentRequired"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["dependentSchemas"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["unevaluatedItems"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["unevaluatedProperties"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["minContains"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["maxContains"] = (SchemaDraft.Draft201909, SchemaDraft.Draft202012),
        ["$recursiveRef"] = (SchemaDraft.Draft201909, SchemaDraft.Draft201909),
        ["$dynamicRef"] = (SchemaDraft.Draft202012, SchemaDraft.Draft202012),
        ["prefixItems"] = (SchemaDraft.Draft202012, SchemaDraft.Draft202012),
        ["additionalItems"] = (SchemaDraft.Draft4, SchemaDraft.Draft201909),
    };

    private static readonly Dictionary<string, string> Needs = new(StringComparer.Ordinal)
    {
        ["then"] = "if",
        ["else"] = "if",
        ["minContains"] = "contains",
        ["maxContains"] = "contains",
    };

    // Words of other schema languages and of programs for what a keyword says.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["minLen"] = "minLength",
        ["maxLen"] = "maxLength",
        ["minCount"] = "minItems",
        ["maxCount"] = "maxItems",
        ["regex"] = "pattern",
        ["regexp"] = "pattern",
        ["nullable"] = "type",
        ["mandatory"] = "required",
        ["optional"] = "required",
        ["extends"] = "allOf",
        ["unique"] = "uniqueItems",
    };

    // Beside $ref these are harmless or meant for people.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "$ref",
        "$schema",
        "$id",
        "id",
        "$comment",
        "definitions",
        "$defs",
    };

    public static IReadOnlyList<SchemaProblem> Of(IEnumerable<SchemaDocument> documents, bool assertsFormats)
    {
        var warnings = new List<SchemaProblem>();
        foreach (var document in documents)
        foreach (var (schema, resource) in document.Schemas)
        {
            var isReference =
                resource.Dialect.Draft <= SchemaDraft.Draft7
                && schema.TryGetMember("$ref", out var reference)
                && reference.Kind == JsonKind.String;
            foreach (var member in schema.Members())
                if (Judge(schema, member, resource.Dialect, isReference, assertsFormats) is { } message)
                    warnings.Add(new SchemaProblem(message, member.NameValue));
        }

        return warnings;
    }

    private static LocalizedMessage? Judge(
        JsonValue schema,
        JsonMember member,
        Dialect dialect,
        bool isReference,
        bool assertsFormats
    )
    {
        var (name, draft) = (member.Name, dialect.Draft);
        if (isReference)
            return KeywordNames.IsAssertion(name) && !Harmless.Contains(name)
                ? Message("schema.no-effect-beside-ref", name, Dialect.NameOf(draft))
                : null;
        if (Drafts.TryGetValue(name, out var drafts) && (draft < drafts.From || draft > drafts.To))
            return Message(
                name == "additionalItems" ? "schema.no-effect-in-draft#items" : "schema.no-effect-in-draft",
                name,
                Dialect.NameOf(draft),
                Dialect.NameOf(drafts.From)
            );
        if (Needs.TryGetValue(name, out var needed) && !schema.TryGetMember(needed, out _))
            return Message("schema.no-effect-alone", name, needed);
        if (
            name == "format"
            && (assertsFormats || dialect.FormatAssertion)
            && member.Value.Kind == JsonKind.String
            && Formats.Find(member.Value.GetString(), draft) is null
        )
            return Message("schema.unknown-format", member.Value.GetString());
        if (KeywordNames.IsKnown(name))
            return null;
        if (OtherNames.TryGetValue(name, out var other))
            return Message(
                other == "type" ? "schema.unknown-keyword#nullable" : "schema.unknown-keyword#other",
                name,
                other
            );
        return NearKeyword(name) is { } near ? Message("schema.unknown-keyword", name, near) : null;
    }

    // A keyword of one's own is fine; one that differs from a known one in a letter or two is a slip, and so is the
    // beginning of one (additionalProps).
    private static string? NearKeyword(string name)
    {
        if (name.Length < 4)
            return null;
        if (
            Nearest.Find(name, KeywordNames.Assertive) is { } near
            && Nearest.Distance(name, near) <= (name.Length >= 12 ? 3 : 2)
        )
            return near;
        var starting = KeywordNames
            .Assertive.Where(k => k.StartsWith(name.TrimEnd('s'), StringComparison.OrdinalIgnoreCase))
            .Take(2)
            .ToList();
        return starting.Count == 1 && name.Length >= 6 ? starting[0] : null;
    }

    private static LocalizedMessage Message(string key, params object[] arguments) =>
        SchemaCompiler.Messages.Message(key, arguments);
}
