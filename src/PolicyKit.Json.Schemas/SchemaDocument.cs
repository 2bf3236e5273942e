namespace PolicyKit.Json.Schemas;

/// <summary>
/// A JSON document that holds schemas, with the schema resources (<c>$id</c>) and anchors found in it.
/// </summary>
internal sealed class SchemaDocument
{
    // Where subschemas stand, by keyword: one schema, a list of schemas, or an object of schemas; and in which drafts.
    private readonly SchemaResource?[] _schemas;
    private readonly SchemaRegistry _registry;

    public SchemaDocument(JsonText text, string uri, Dialect dialect, SchemaRegistry registry)
    {
        (Text, _registry, _schemas) = (text, registry, new SchemaResource?[text.NodeCount]);
        Root = new SchemaResource(this, 0, uri, DialectOf(text.Root, dialect));
        Walk(text.Root, Root, isRoot: true);
    }

    private static Applicator? ApplicatorOf(string keyword) =>
        keyword switch
        {
            "additionalItems" => new Applicator(Shape.One, SchemaDraft.Draft4, SchemaDraft.Draft201909),
            "additionalProperties" or "not" => new Applicator(Shape.One, SchemaDraft.Draft4, SchemaDraft.Draft202012),
            "allOf" or "anyOf" or "oneOf" => new Applicator(Shape.Many, SchemaDraft.Draft4, SchemaDraft.Draft202012),
            "contains" or "propertyNames" => new Applicator(Shape.One, SchemaDraft.Draft6, SchemaDraft.Draft202012),
            "contentSchema" or "unevaluatedItems" or "unevaluatedProperties" => new Applicator(
                Shape.One,
                SchemaDraft.Draft201909,
                SchemaDraft.Draft202012
            ),
            "definitions" or "dependencies" or "patternProperties" or "properties" => new Applicator(
                Shape.Map,
                SchemaDraft.Draft4,
                SchemaDraft.Draft202012
            ),
            "$defs" or "dependentSchemas" => new Applicator(
                Shape.Map,
                SchemaDraft.Draft201909,
                SchemaDraft.Draft202012
            ),
            "else" or "if" or "then" => new Applicator(Shape.One, SchemaDraft.Draft7, SchemaDraft.Draft202012),
            "items" => new Applicator(Shape.OneOrMany, SchemaDraft.Draft4, SchemaDraft.Draft202012),
            "prefixItems" => new Applicator(Shape.Many, SchemaDraft.Draft202012, SchemaDraft.Draft202012),
            _ => null,
        };

    private enum Shape
    {
        One,
        Many,
        OneOrMany,
        Map,
    }

    private sealed record Applicator(Shape Shape, SchemaDraft From, SchemaDraft To);

    public JsonText Text { get; }

    /// <summary>
    /// Dialects and vocabularies that the document needs and nobody knows: the problem, where, and the name.
    /// </summary>
    public List<UnknownPart> Unknown { get; } = new();

    /// <summary>Names that two schemas of the document have, with the one that had it first.</summary>
    public List<(JsonValue Name, JsonValue First)> Doubled { get; } = new();

    /// <summary>The resource that the document itself is.</summary>
    public SchemaResource Root { get; private set; }

    /// <summary>Every resource in the document.</summary>
    public List<SchemaResource> Resources { get; } = new();

    /// <summary>The values that are schemas, in the order of the text.</summary>
    public IEnumerable<(JsonValue Schema, SchemaResource Resource)> Schemas
    {
        get
        {
            for (var i = 0; i < _schemas.Length; i++)
                if (_schemas[i] is { } resource)
                    yield return (new JsonValue(Text, i), resource);
        }
    }

    /// <summary>
    /// The resource that a value belongs to. A value that no keyword makes a schema is looked at as one from here on.
    /// </summary>
    public SchemaResource ResourceOf(JsonValue value)
    {
        if (_schemas[value.Index] is { } known)
            return known;
        var ancestor = value.Index;
        while (ancestor > 0)
        {
            ancestor = Text.Nodes[ancestor].Parent;
            if (_schemas[ancestor] is not { } resource)
                continue;
            Walk(value, resource, isRoot: false);
            return _schemas[value.Index]!;
        }

        return Root;
    }

    /// <summary>The draft that holds where a value stands.</summary>
    public SchemaDraft DraftAt(JsonValue value)
    {
        var at = value.Index;
        while (at > 0 && _schemas[at] is null)
            at = Text.Nodes[at].Parent;
        return (_schemas[at] ?? Root).Dialect.Draft;
    }

    private void Walk(JsonValue schema, SchemaResource resource, bool isRoot)
    {
        if (isRoot)
            Resources.Add(resource);
        if (schema.Kind == JsonKind.Object)
            resource = Identify(schema, resource, isRoot);
        _schemas[schema.Index] = resource;
        var draft = resource.Dialect.Draft;
        foreach (var member in schema.Members())
        {
            if (ApplicatorOf(member.Name) is not { } applicator || draft < applicator.From || draft > applicator.To)
                continue;
            var value = member.Value;
            if (applicator.Shape == Shape.Map)
            {
                foreach (var entry in value.Members())
                    if (entry.Value.Kind is JsonKind.Object or JsonKind.True or JsonKind.False)
                        Walk(entry.Value, resource, false);
            }
            else if (applicator.Shape != Shape.One && value.Kind == JsonKind.Array)
                foreach (var item in value.Items())
                    Walk(item, resource, false);
            else if (
                applicator.Shape is Shape.One or Shape.OneOrMany
                && value.Kind is JsonKind.Object or JsonKind.True or JsonKind.False
            )
                Walk(value, resource, false);
        }
    }

    private SchemaResource Identify(JsonValue schema, SchemaResource resource, bool isRoot)
    {
        var draft = resource.Dialect.Draft;
        // Up to draft 7 a $ref makes everything beside it void, the id too.
        if (
            draft <= SchemaDraft.Draft7
            && schema.TryGetMember("$ref", out var reference)
            && reference.Kind == JsonKind.String
            && !isRoot
        )
            return resource;
        if (draft <= SchemaDraft.Draft7 && isRoot && schema.TryGetMember("$ref", out _))
            return resource;
        if (schema.TryGetMember(draft == SchemaDraft.Draft4 ? "id" : "$id", out var id) && id.Kind == JsonKind.String)
        {
            var (uri, fragment) = UriReference.Cut(id.GetString());
            if (uri.Length > 0)
            {
                var absolute = UriReference.Canonical(UriReference.Resolve(resource.Uri, uri));
                if (isRoot)
                {
                    Resources.Remove(resource);
                    resource = Root = new SchemaResource(this, schema.Index, absolute, resource.Dialect);
                    Resources.Add(resource);
                }
                else
                {
                    if (Resources.Find(r => r.Uri == absolute) is { } first)
                        Note(id, schema, first.RootIndex);
                    Resources.Add(
                        resource = new SchemaResource(this, schema.Index, absolute, DialectOf(schema, resource.Dialect))
                    );
                }
            }

            if (draft <= SchemaDraft.Draft7 && fragment is { Length: > 0 })
                Anchor(resource, fragment, id, schema);
        }

        if (
            draft >= SchemaDraft.Draft201909
            && schema.TryGetMember("$anchor", out var anchor)
            && anchor.Kind == JsonKind.String
        )
            Anchor(resource, anchor.GetString(), anchor, schema);
        if (
            draft == SchemaDraft.Draft202012
            && schema.TryGetMember("$dynamicAnchor", out var dynamic)
            && dynamic.Kind == JsonKind.String
        )
        {
            Anchor(resource, dynamic.GetString(), dynamic, schema);
            resource.DynamicAnchors[dynamic.GetString()] = schema.Index;
        }

        if (
            draft == SchemaDraft.Draft201909
            && schema.Index == resource.RootIndex
            && schema.TryGetMember("$recursiveAnchor", out var recursive)
            && recursive.Kind == JsonKind.True
        )
            resource.IsRecursiveAnchor = true;
        return resource;
    }

    private void Anchor(SchemaResource resource, string anchor, JsonValue name, JsonValue schema)
    {
        if (resource.Anchors.TryGetValue(anchor, out var first))
            Note(name, schema, first);
        resource.Anchors[anchor] = schema.Index;
    }

    // Bundlers write one schema twice: then it is the same which of them is meant.
    private void Note(JsonValue name, JsonValue schema, int first)
    {
        if (first != schema.Index && !JsonEquality.Equal(Text, first, Text, schema.Index))
            Doubled.Add((name, new JsonValue(Text, first)));
    }

    private Dialect DialectOf(JsonValue schema, Dialect inherited)
    {
        if (!schema.TryGetMember("$schema", out var meta) || meta.Kind != JsonKind.String)
            return inherited;
        var dialect = _registry.DialectOf(meta.GetString());
        // A schema in a language that is not known must not be judged as if it were in another (2020-12 core §8.1).
        if (dialect is null)
            Unknown.Add(
                new UnknownPart(
                    Dialect.AfterHost(meta.GetString().TrimEnd('#')) is "schema"
                        ? "schema.unknown-dialect#latest"
                        : "schema.unknown-dialect",
                    meta,
                    meta.GetString()
                )
            );
        else if (dialect.UnknownVocabulary is { } vocabulary)
            Unknown.Add(new UnknownPart("schema.unknown-vocabulary", meta, vocabulary));
        return dialect ?? inherited;
    }
}
