using PolicyKit.Json.Schemas.Keywords;

namespace PolicyKit.Json.Schemas;

/// <summary>Turns schema documents into nodes, each subschema once, following references.</summary>
internal sealed class SchemaCompiler(SchemaRegistry registry)
{
    public static readonly MessageCatalog Messages = new(typeof(SchemaCompiler));

    private readonly Dictionary<(JsonText, int), SchemaNode> _nodes = new();
    private readonly Queue<SchemaNode> _toBuild = new();
    private readonly List<SchemaProblem> _problems = new();
    private readonly HashSet<string> _dynamicNames = new(StringComparer.Ordinal);

    public IReadOnlyList<SchemaProblem> Problems => _problems;

    /// <summary>Whether any schema has unevaluatedProperties or unevaluatedItems, so that evaluated children must be marked.</summary>
    public bool TracksEvaluated { get; set; }

    public SchemaNode Compile(JsonText text, string baseUri, SchemaDraft draft)
    {
        var document = registry.Add(text, baseUri, draft);
        var root = Get(text.Root, document.ResourceOf(text.Root));
        Drain();
        return root;
    }

    /// <summary>The node of a subschema within a resource.</summary>
    public SchemaNode Get(JsonValue value, SchemaResource? resource = null)
    {
        if (_nodes.TryGetValue((value.Text, value.Index), out var known)) return known;
        var node = new SchemaNode(resource?.Document.ResourceOf(value) ?? throw new InvalidOperationException(), value);
        _nodes.Add((value.Text, value.Index), node);
        _toBuild.Enqueue(node);
        return node;
    }

    /// <summary>The node that a reference names; null, with a problem, when there is none.</summary>
    public SchemaNode? Follow(SchemaResource from, JsonValue reference)
    {
        var absolute = UriReference.Resolve(from.Uri, reference.GetString());
        if (registry.Resolve(absolute) is { } target && registry.Find(UriReference.Cut(absolute).Uri) is { } resource && target.Kind is JsonKind.Object or JsonKind.True or JsonKind.False)
            return Get(target, resource);
        Problem("schema.unknown-reference", reference, reference.GetString());
        return null;
    }

    /// <summary>The node of a dynamic anchor in a resource; null when the resource has none of that name. It was compiled when the name was first asked for.</summary>
    public SchemaNode? DynamicAnchor(SchemaResource resource, string name) =>
        resource.DynamicAnchors.TryGetValue(name, out var index) && _nodes.TryGetValue((resource.Document.Text, index), out var node) ? node : null;

    /// <summary>Makes every dynamic anchor of a name ready, in whatever resources are or come to be known.</summary>
    public void UsesDynamicName(string name) => _dynamicNames.Add(name);

    public SchemaNode Root(SchemaResource resource) => Get(new JsonValue(resource.Document.Text, resource.RootIndex), resource);

    public void Problem(string key, JsonValue schema, params object[] arguments) => _problems.Add(new SchemaProblem(Messages.Message(key, arguments), schema));

    private void Drain()
    {
        while (true)
        {
            while (_toBuild.Count > 0) Build(_toBuild.Dequeue());
            foreach (var resource in registry.Resources.Where(r => _dynamicNames.Count > 0 || r.IsRecursiveAnchor).ToList())
            {
                foreach (var name in _dynamicNames)
                    if (resource.DynamicAnchors.TryGetValue(name, out var index))
                        Get(new JsonValue(resource.Document.Text, index), resource);
                if (resource.IsRecursiveAnchor) Root(resource);
            }

            if (_toBuild.Count == 0) return;
        }
    }

    private void Build(SchemaNode node)
    {
        if (node.Value.Kind != JsonKind.Object)
        {
            node.Constant = node.Value.Kind == JsonKind.True;
            if (node.Value.Kind is not (JsonKind.True or JsonKind.False)) Problem("schema.no-schema", node.Value);
            return;
        }

        var scope = new KeywordScope(this, node);
        node.Keywords = KeywordFactory.Make(scope).ToArray();
    }
}
