namespace PolicyKit.Json.Schemas;

/// <summary>A schema of the members of a name.</summary>
internal sealed class NamedSchema(string name, SchemaNode schema)
{
    public string Name { get; } = name;

    public SchemaNode Schema { get; } = schema;
}
