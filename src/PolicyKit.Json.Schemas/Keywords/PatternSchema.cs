namespace PolicyKit.Json.Schemas;

/// <summary>A schema of the members whose names match.</summary>
internal sealed class PatternSchema(Pattern pattern, SchemaNode schema)
{
    public Pattern Pattern { get; } = pattern;

    public SchemaNode Schema { get; } = schema;
}
