namespace PolicyKit.Json.Schemas;

/// <summary>A schema resource: a schema with a URI of its own, and the anchors in it.</summary>
internal sealed class SchemaResource(SchemaDocument document, int rootIndex, string uri, Dialect dialect)
{
    public SchemaDocument Document { get; } = document;

    public int RootIndex { get; } = rootIndex;

    public string Uri { get; } = uri;

    public Dialect Dialect { get; } = dialect;

    public Dictionary<string, int> Anchors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    public bool IsRecursiveAnchor { get; set; }
}
