namespace PolicyKit.Json.Schemas;

/// <summary>The keywords of all drafts, by what they do.</summary>
internal static class KeywordNames
{
    private static readonly HashSet<string> Annotating = new(StringComparer.Ordinal)
    {
        "title",
        "description",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "examples",
        "format",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
    };

    // Every keyword of the drafts that says something else than an annotation; what is in neither list is unknown, and
    // its value is an annotation (2020-12 core §6.5).
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "id",
        "$ref",
        "$anchor",
        "$dynamicRef",
        "$dynamicAnchor",
        "$recursiveRef",
        "$recursiveAnchor",
        "$vocabulary",
        "$comment",
        "$defs",
        "definitions",
        "type",
        "enum",
        "const",
        "multipleOf",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minContains",
        "maxContains",
        "minProperties",
        "maxProperties",
        "required",
        "dependentRequired",
        "dependencies",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "dependentSchemas",
        "prefixItems",
        "items",
        "additionalItems",
        "contains",
        "properties",
        "patternProperties",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
    };

    /// <summary>
    /// Whether the value of a keyword is what it annotates. What the applicators annotate (which members they looked
    /// at) is kept to the evaluation.
    /// </summary>
    public static bool IsAnnotation(string keyword, SchemaDraft draft) =>
        Annotating.Contains(keyword) || (draft >= SchemaDraft.Draft201909 && !Known.Contains(keyword));

    // Keywords that identify, refer or comment: they assert nothing themselves.
    private static readonly HashSet<string> Core = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "id",
        "$ref",
        "$anchor",
        "$dynamicRef",
        "$dynamicAnchor",
        "$recursiveRef",
        "$recursiveAnchor",
        "$vocabulary",
        "$comment",
        "$defs",
        "definitions",
    };

    /// <summary>The keywords that can make an instance invalid.</summary>
    public static IEnumerable<string> Assertive => Known.Where(k => !Core.Contains(k)).Append("format");

    /// <summary>Whether a keyword can make an instance invalid.</summary>
    public static bool IsAssertion(string keyword) =>
        keyword == "format" || (Known.Contains(keyword) && !Core.Contains(keyword));

    /// <summary>Whether any draft knows a keyword.</summary>
    public static bool IsKnown(string keyword) => Known.Contains(keyword) || Annotating.Contains(keyword);
}
