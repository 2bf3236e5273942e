using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>Turns schema documents into nodes, each subschema once, following references.</summary>
internal sealed class SchemaCompiler(SchemaRegistry registry, bool assertsFormats)
{
    public static readonly MessageCatalog Messages = new(typeof(SchemaCompiler));

    private readonly List<SchemaNode> _nodes = new();

    // By document and the index of the value. (Collections of our structs are compiled only when the program runs, and
    // a command that judges one file waits for it.)
    private readonly Dictionary<SchemaDocument, SchemaNode?[]> _byValue = new();
    private readonly Queue<SchemaNode> _toBuild = new();
    private readonly List<SchemaProblem> _problems = new();
    private readonly Dictionary<string, Dictionary<SchemaResource, SchemaNode>> _dynamic = new(StringComparer.Ordinal);

    public IReadOnlyList<SchemaProblem> Problems => _problems;

    /// <summary>The documents that have a part in what was compiled, but for the published meta-schemas.</summary>
    public IEnumerable<SchemaDocument> Documents => _byValue.Keys.Where(d => !registry.IsPublished(d));

    public bool AssertsFormats { get; } = assertsFormats;

    /// <summary>Whether any reference depends on the way that led to it.</summary>
    public bool TracksScope { get; set; }

    public SchemaNode Compile(JsonText text, string baseUri, SchemaDraft draft)
    {
        var document = registry.Add(text, baseUri, draft);
        return Compile(text.Root, document.ResourceOf(text.Root));
    }

    /// <summary>Compiles a schema of a document that is known already.</summary>
    public SchemaNode Compile(JsonValue schema, SchemaResource resource)
    {
        var root = Get(schema, resource);
        Drain();
        foreach (var used in _byValue.Keys)
        foreach (var part in used.Unknown)
            Problem(part.Problem, part.At, part.Name);
        foreach (var used in _byValue.Keys)
        foreach (var (name, first) in used.Doubled)
            Problem("schema.duplicate-name", name, name.GetString(), first.Position.Line);
        foreach (var endless in EndlessReferences.Find(_nodes))
            Problem("schema.endless-reference", endless, endless.GetString());
        foreach (var node in _nodes)
            Closing.Apply(node);
        foreach (var node in _nodes)
        {
            node.Settle();
            node.Fast = Shortest(node);
        }

        return root;
    }

    /// <summary>The node of a subschema within a resource.</summary>
    public SchemaNode Get(JsonValue value, SchemaResource resource)
    {
        if (!_byValue.TryGetValue(resource.Document, out var known))
            _byValue.Add(resource.Document, known = new SchemaNode?[resource.Document.Text.NodeCount]);
        if (known[value.Index] is { } node)
            return node;
        node = known[value.Index] = new SchemaNode(resource.Document.ResourceOf(value), value);
        _nodes.Add(node);
        _toBuild.Enqueue(node);
        return node;
    }

    /// <summary>The node that a reference names; null, with a problem, when there is none.</summary>
    public SchemaNode? Follow(SchemaResource from, JsonValue reference)
    {
        var absolute = UriReference.Resolve(from.Uri, reference.GetString());
        if (
            registry.Resolve(absolute) is { } target
            && registry.Find(UriReference.Cut(absolute).Uri) is { } resource
            && target.Kind is JsonKind.Object or JsonKind.True or JsonKind.False
        )
            return Get(target, resource);
        _problems.Add(MissingReferences.Problem(registry, absolute, reference));
        return null;
    }

    /// <summary>
    /// Where the dynamic anchor of a name is, by resource, in whatever resources are or come to be known before the
    /// compilation ends.
    /// </summary>
    public Func<SchemaResource, SchemaNode?> DynamicAnchors(string name)
    {
        TracksScope = true;
        if (!_dynamic.TryGetValue(name, out var anchors))
            _dynamic.Add(name, anchors = new Dictionary<SchemaResource, SchemaNode>());
        return resource => anchors.TryGetValue(resource, out var node) ? node : null;
    }

    public SchemaNode Root(SchemaResource resource) =>
        Get(new JsonValue(resource.Document.Text, resource.RootIndex), resource);

    public void Problem(string key, JsonValue schema, params object[] arguments) =>
        _problems.Add(new SchemaProblem(Messages.Message(key, arguments), schema));

    private void NoSchema(SchemaNode node)
    {
        var message = Messages.Message("schema.no-schema");
        var hint = SchemaHints.Of(node.Value, node.Resource.Dialect.Draft) ?? Messages.Message("schema.hint.no-schema");
        _problems.Add(new SchemaProblem(message.With(hint), node.Value));
    }

    private void Drain()
    {
        while (true)
        {
            while (_toBuild.Count > 0)
                Build(_toBuild.Dequeue());
            foreach (var resource in registry.Resources.Where(r => _dynamic.Count > 0 || r.IsRecursiveAnchor).ToList())
            {
                foreach (var pair in _dynamic)
                    if (resource.DynamicAnchors.TryGetValue(pair.Key, out var index))
                        pair.Value[resource] = Get(new JsonValue(resource.Document.Text, index), resource);
                if (resource.IsRecursiveAnchor)
                    Root(resource);
            }

            if (_toBuild.Count == 0)
                return;
        }
    }

    private void Build(SchemaNode node)
    {
        if (node.Value.Kind == JsonKind.Object)
            node.Set(KeywordFactory.Make(new KeywordScope(this, node)).ToArray());
        else if (node.Value.Kind == JsonKind.False)
            node.Kinds = SchemaNode.NoKinds;
        else if (node.Value.Kind != JsonKind.True)
            NoSchema(node);
    }

    // Follows schemas that are only a reference to their end; one that goes in a circle stays, and is told when it is
    // evaluated.
    private SchemaNode Shortest(SchemaNode node)
    {
        var at = node;
        for (var steps = 0; steps < 100; steps++)
        {
            if (
                at.Keywords.Length != 1
                || at.Keywords[0] is not Reference reference
                || at.Type is not null
                || (TracksScope && reference.Target.Resource != at.Resource)
            )
                return at;
            at = reference.Target;
        }

        return node;
    }
}
