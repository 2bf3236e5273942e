namespace PolicyKit.Json.Schemas;

/// <summary>One schema object while its keywords are made.</summary>
internal sealed class KeywordScope(SchemaCompiler compiler, SchemaNode node)
{
    public SchemaCompiler Compiler { get; } = compiler;

    public SchemaNode Node { get; } = node;

    public Dialect Dialect => Node.Resource.Dialect;

    public SchemaDraft Draft => Node.Resource.Dialect.Draft;

    public JsonValue? Find(string name) => Node.Value.TryGetMember(name, out var value) ? value : null;

    public JsonValue? Find(string name, JsonKind kind) => Find(name) is { } value && value.Kind == kind ? value : null;

    public SchemaNode Sub(JsonValue value) => Compiler.Get(value, Node.Resource);

    public SchemaNode? Sub(string name) => Find(name) is { } value ? Sub(value) : null;

    public SchemaNode[] Subs(JsonValue array)
    {
        var subs = new List<SchemaNode>(array.Count);
        foreach (var item in array.Items())
            subs.Add(Sub(item));
        return subs.ToArray();
    }
}
