using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// What the author of a schema is likely to have meant by a value that its meta-schema does not allow.
/// </summary>
internal static class SchemaHints
{
    private static readonly string[] Types = { "array", "boolean", "integer", "null", "number", "object", "string" };

    // What other languages call the seven types.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["int"] = "integer",
        ["int32"] = "integer",
        ["int64"] = "integer",
        ["long"] = "integer",
        ["bool"] = "boolean",
        ["float"] = "number",
        ["double"] = "number",
        ["decimal"] = "number",
        ["numeric"] = "number",
        ["str"] = "string",
        ["text"] = "string",
        ["varchar"] = "string",
        ["list"] = "array",
        ["map"] = "object",
        ["dict"] = "object",
        ["文字列"] = "string",
        ["整数"] = "integer",
        ["数値"] = "number",
        ["真偽値"] = "boolean",
        ["配列"] = "array",
        ["オブジェクト"] = "object",
    };

    /// <summary>The sentence that says what to write; null where nothing is known of it.</summary>
    public static LocalizedMessage? Of(JsonValue value, SchemaDraft draft)
    {
        if (draft == SchemaDraft.Draft4 && value.Kind == JsonKind.Object)
            return OfLoneBound(value, "exclusiveMinimum") ?? OfLoneBound(value, "exclusiveMaximum");
        if (MemberOf(value) is not var (name, owner, outer))
            return null;
        if (
            outer is "properties"
            && KeywordNames.IsAssertion(name)
            && value.Kind is not (JsonKind.Object or JsonKind.True or JsonKind.False)
        )
            return Wording.Message("schema.hint.in-properties", name);
        return name switch
        {
            "type" => OfType(value),
            "items" when value.Kind == JsonKind.Array && draft == SchemaDraft.Draft202012 => Wording.Message(
                "schema.hint.prefix-items"
            ),
            "exclusiveMinimum" or "exclusiveMaximum" => OfBound(name, value, owner, draft),
            "required" when value.Kind is JsonKind.True or JsonKind.False => Wording.Message(
                "schema.hint.required-list"
            ),
            "required" when value.Kind == JsonKind.String => Wording.Message(
                "schema.hint.list-of-one",
                Shown.Of(value)
            ),
            "enum" when value.Kind == JsonKind.Array && value.Count == 0 => Wording.Message("schema.hint.enum"),
            _ => null,
        };
    }

    private static LocalizedMessage? OfType(JsonValue value)
    {
        var types = string.Join(", ", Types);
        if (value.Kind == JsonKind.Null)
            return Wording.Message("schema.hint.type-null", types);
        if (value.Kind != JsonKind.String)
            return Wording.Message("schema.hint.types", types);
        var written = value.GetString();
        if (Types.Contains(written))
            return null;
        if (OtherNames.TryGetValue(written.Trim(), out var other))
            return Wording.Message("schema.hint.type", other, types);
        if (Formats.Find(written, SchemaDraft.Draft202012) is not null)
            return Wording.Message("schema.hint.format", written, types);
        return Nearest.Find(Remedies.Folded(written).Trim(), Types) is { } near
            ? Wording.Message("schema.hint.type", near, types)
            : Wording.Message("schema.hint.types", types);
    }

    private static LocalizedMessage? OfLoneBound(JsonValue schema, string name) =>
        schema.TryGetMember(name, out var bound) ? OfBound(name, bound, schema, SchemaDraft.Draft4) : null;

    private static LocalizedMessage? OfBound(string name, JsonValue value, JsonValue owner, SchemaDraft draft)
    {
        var plain = name == "exclusiveMinimum" ? "minimum" : "maximum";
        if (draft == SchemaDraft.Draft4 && value.Kind == JsonKind.Number)
            return Wording.Message("schema.hint.bound-flag", plain, name, value.WrittenText);
        return draft > SchemaDraft.Draft4 && value.Kind == JsonKind.True && owner.TryGetMember(plain, out var bound)
            ? Wording.Message("schema.hint.bound-number", plain, name, bound.WrittenText)
            : null;
    }

    // The name of the member that a value is, or that it is an item of; the object with it, and what that one is called.
    private static (string Name, JsonValue Owner, string? Outer)? MemberOf(JsonValue value)
    {
        var nodes = value.Text.Nodes;
        var index = value.Index;
        if (index > 0 && nodes[nodes[index].Parent].Kind == JsonKind.Array && NameOf(nodes[index].Parent) == "type")
            index = nodes[index].Parent;
        if (NameOf(index) is not { } name)
            return null;
        var owner = nodes[index].Parent;
        return (name, new JsonValue(value.Text, owner), NameOf(owner));

        string? NameOf(int at) =>
            at > 0 && nodes[nodes[at].Parent].Kind == JsonKind.Object && nodes[at - 1].IsName
                ? value.Text.Decode(nodes[at - 1])
                : null;
    }
}
