using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary><c>type</c> is judged by the schema itself, before any keyword; here are its words.</summary>
internal static class TypeKeyword
{
    public static string Word(JsonKind kind) =>
        kind switch
        {
            JsonKind.Null => "null",
            JsonKind.True or JsonKind.False => "boolean",
            JsonKind.String => "string",
            JsonKind.Array => "array",
            JsonKind.Object => "object",
            _ => "number",
        };

    /// <summary>Sets the kinds that the keyword allows.</summary>
    public static void Apply(JsonValue value, SchemaNode schema)
    {
        var words = Names(value);
        schema.Type = value;
        schema.IntegersOnly = words.Contains("integer") && !words.Contains("number");
        schema.Kinds = SchemaNode.NoKinds;
        for (var kind = JsonKind.Null; kind <= JsonKind.Object; kind++)
            if (words.Contains(Word(kind)) || (kind == JsonKind.Number && words.Contains("integer")))
                schema.Kinds |= 1 << (int)kind;
    }

    public static LocalizedMessage Words(JsonValue value)
    {
        var words = Names(value)
            .OrderBy(w => w, StringComparer.Ordinal)
            .Select(w =>
                SchemaCompiler.Messages.Find("schema.kind." + w, MessageLanguage.English) is null
                    ? SchemaCompiler.Messages.Message("schema.kind.unknown", w)
                    : SchemaCompiler.Messages.Message("schema.kind." + w)
            )
            .ToList();
        return words.Count == 0
            ? SchemaCompiler.Messages.Message("schema.kind.unknown", "")
            : words.Aggregate((a, b) => SchemaCompiler.Messages.Message("schema.or", a, b));
    }

    private static List<string> Names(JsonValue value) =>
        value.Kind == JsonKind.String ? new List<string> { value.GetString() } : value.Strings();
}
