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

    private static LocalizedMessage Message(
        SchemaError error,
        DeclarationCheck check,
        JsonValue root,
        SecurityStandard standard
    )
    {
        var place = DeclarationPlace.Of(root, error.Instance.Pointer, Labels);
        var found = SecretShapes.Masked(
            error.Instance.Kind == JsonKind.String ? error.Instance.GetString() : error.Instance.RawText
        );
        if (place.Member is { } member && Key(error) is { } key)
        {
            var unit = UnitOf(error, check, standard);
            return ComplianceMessages.Catalog.Message(
                "declaration." + key,
                place.Thing,
                member,
                found,
                Expected(error),
                new BilingualText(unit, "")
            );
        }

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
            "minimum" or "exclusiveMinimum" => "too-small",
            "maximum" or "exclusiveMaximum" => "too-large",
            "contains" when Named(error.Schema) is not null => "too-few#named",
            "contains" or "minContains" or "minItems" => "too-few",
            "type" when error.Instance.TryGetMember("notApplicable", out _) => "needed",
            "minLength" => "too-short",
            _ => null,
        };

    private static string Expected(SchemaError error) =>
        Named(error.Schema) is { } named ? named
        : error.Schema.Kind == JsonKind.Array ? string.Join("`, `", error.Schema.Items().Select(Plain))
        : Plain(error.Schema);

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
