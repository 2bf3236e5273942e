using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>What a schema says of itself to people.</summary>
internal static class Described
{
    public static string? Title(JsonValue schema) => Text(schema, "title");

    public static BilingualText? Description(JsonValue schema) =>
        Text(schema, "description") is { } text ? Wording.Described(text) : null;

    public static string? Example(JsonValue schema) =>
        schema.TryGetMember("examples", out var examples)
        && examples.Items().FirstOrDefault() is { Text: not null } example
            ? Shown.Of(example)
            : null;

    /// <summary>
    /// The schema of a member: in the schema itself, or in the nearest one around it that knows the member.
    /// </summary>
    public static JsonValue? Property(JsonValue schema, string name)
    {
        for (var index = schema.Index; ; index = schema.Text.Nodes[index].Parent)
        {
            var around = new JsonValue(schema.Text, index);
            if (
                around.TryGetMember("properties", out var properties) && properties.TryGetMember(name, out var property)
            )
                return property;
            if (index == 0)
                return null;
        }
    }

    private static string? Text(JsonValue schema, string member) =>
        schema.TryGetMember(member, out var text) && text.Kind == JsonKind.String ? text.GetString() : null;
}
