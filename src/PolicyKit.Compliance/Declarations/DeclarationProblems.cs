using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// What the JSON Schema of a check finds wrong in a declaration, in the words of the declaration: which thing, which
/// member of it, what was found and what is required. A value that says how things are is never to be flipped alone:
/// the remedy is to change how things are.
/// </summary>
internal static class DeclarationProblems
{
    // By what a thing is known, the best first.
    private static readonly string[] Labels =
    {
        "name",
        "target",
        "host",
        "account",
        "topic",
        "scope",
        "item",
        "kind",
        "title",
        "service",
        "algorithm",
        "party",
        "peer",
        "domain",
        "route",
        "version",
        "number",
        "id",
    };

    public static IEnumerable<Problem> Of(
        SourceDocument source,
        DeclarationCheck check,
        JsonSchema schema,
        JsonValue value,
        SecurityStandard standard
    ) =>
        schema
            .Validate(value)
            .Select(e => new Problem(
                Message(e, check, source.Text.Root, standard),
                Severity.Error,
                source.LocationOf(e.Instance),
                ProblemFamily.Schema
            ));

    /// <summary>A place in a declaration, in its words.</summary>
    public static DeclarationPlace PlaceOf(JsonValue root, string pointer) =>
        DeclarationPlace.Of(root, pointer, Labels);

    private static LocalizedMessage Message(
        SchemaError error,
        DeclarationCheck check,
        JsonValue root,
        SecurityStandard standard
    )
    {
        var place = PlaceOf(root, error.Instance.Pointer);
        var found = SecretShapes.Masked(
            error.Instance.Kind == JsonKind.String ? error.Instance.GetString() : error.Instance.RawText
        );
        if (place.Member is { } member && Key(error) is { } key)
        {
            var unit = UnitOf(error, check, standard);
            return ComplianceMessages.Catalog.Message(
                "declaration." + key,
                place.Owner,
                member,
                found,
                Expected(error),
                new BilingualText(unit, "")
            );
        }

        if (Such(error, root) is { } such)
            return ComplianceMessages.Catalog.Message("declaration.too-few#such", place.Thing, such.Member, such.Value);
        var inner = DocumentSchemas.MessageOf(error);
        return
            inner.Remedy(MessageLanguage.Japanese) is { } japanese && error.Keyword is "required" or "type" or "pattern"
            ? ComplianceMessages.Catalog.Message(
                "declaration.of-thing",
                place.Thing,
                inner,
                new BilingualText(japanese!, inner.Remedy(MessageLanguage.English)!)
            )
            : ComplianceMessages.Catalog.Message("declaration.of-thing#plain", place.Thing, inner);
    }

    private static string? Key(SchemaError error) =>
        error.Keyword switch
        {
            "const" or "enum" => "other-value",
            "not" => "not-allowed",
            "minimum" or "exclusiveMinimum" => "too-small",
            "maximum" when error.Schema.RawText == "0" => "too-large#none",
            "maximum" or "exclusiveMaximum" => "too-large",
            "contains" when Named(error.Schema) is not null => "too-few#named",
            "contains" or "minContains" or "minItems" => "too-few",
            "type" when error.Instance.TryGetMember("notApplicable", out _) => "needed",
            "minLength" => "too-short",
            _ => null,
        };

    // A limit stands as it is; values stand in back-ticks, and one of several is enough.
    private static BilingualText Expected(SchemaError error)
    {
        if (error.Schema.Kind == JsonKind.Number && error.Keyword is not "const")
            return new BilingualText(error.Schema.RawText, error.Schema.RawText);
        var values =
            error.Schema.Kind == JsonKind.Array
                ? error.Schema.Items().Select(Plain)
                : [Named(error.Schema) ?? Plain(error.Schema)];
        var quoted = values.Select(v => $"`{v}`").ToList();
        return new BilingualText(string.Join(" 又は ", quoted), string.Join(" or ", quoted));
    }

    // Of 「contains」 with one member that has one value: which member, and which value none of the things has.
    private static (BilingualText Member, string Value)? Such(SchemaError error, JsonValue root)
    {
        if (
            error.Keyword != "contains"
            || !error.Schema.TryGetMember("properties", out var properties)
            || properties.Members().Count() != 1
        )
            return null;
        var only = properties.Members().Single();
        if (!only.Value.TryGetMember("const", out var value))
            return null;
        var member = PlaceOf(root, $"{error.Instance.Pointer}/0/{only.Name}").Member;
        return (member ?? new BilingualText($"`{only.Name}`", $"`{only.Name}`"), Plain(value));
    }

    // Of 「contains」 what is missing, where the schema names it.
    private static string? Named(JsonValue schema) => schema.TryGetMember("const", out var one) ? Plain(one) : null;

    private static string Plain(JsonValue value) => value.Kind == JsonKind.String ? value.GetString() : value.RawText;

    // The unit is the parameter's, where the limit is a parameter of the standard.
    private static string UnitOf(SchemaError error, DeclarationCheck check, SecurityStandard standard)
    {
        var at = JsonText.Read(check.Schema!.Text).Root;
        foreach (var token in DeclarationPlace.Tokens(error.Schema.Pointer))
            if (at.TryGetMember(token, out var next))
                at = next;
            else if (int.TryParse(token, out var index) && index < at.Count && at.Kind == JsonKind.Array)
                at = at.Items().ElementAt(index);
            else
                return "";
        return
            ParameterJson.NameIn(at) is { } name
            && ParameterId.TryParse(name, out var id)
            && standard.Find(id) is { Unit: { } unit }
            ? unit
            : "";
    }
}
