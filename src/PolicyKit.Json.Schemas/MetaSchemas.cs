namespace PolicyKit.Json.Schemas;

/// <summary>Judges schemas by their meta-schemas: a typing mistake in a schema must not switch a check off.</summary>
internal static class MetaSchemas
{
    private static readonly JsonSchema?[] Published = new JsonSchema?[(int)SchemaDraft.Draft202012 + 1];

    /// <summary>
    /// What the meta-schemas find wrong in each document: that of a resource in another language for what stands in it
    /// (2020-12 core §9.3.3).
    /// </summary>
    public static IEnumerable<SchemaProblem> Check(IEnumerable<SchemaDocument> documents, SchemaRegistry registry)
    {
        foreach (var document in documents)
        {
            // What a language means that nobody knows is told already.
            if (document.Unknown.Count > 0)
                continue;
            var roots = document
                .Resources.Select(r => new JsonValue(document.Text, r.RootIndex))
                .Where(v => v.Index == document.Root.RootIndex || v.TryGetMember("$schema", out _))
                .ToList();
            foreach (var root in roots)
            {
                if (Of(root, document.DraftAt(root), registry) is not { } meta)
                    continue;
                foreach (var error in meta.Validate(root))
                    if (!roots.Exists(inner => inner.Index > root.Index && IsIn(error.Instance, inner)))
                        yield return Problem(error, document.DraftAt(error.Instance));
            }
        }
    }

    private static SchemaProblem Problem(SchemaError error, SchemaDraft draft)
    {
        var message = Wording.Message("schema.invalid", Keyword(error.Instance), error.Message);
        var remedy = SchemaHints.Of(error.Instance, draft) ?? error.Message.RemedyAsMessage();
        return new SchemaProblem(remedy is null ? message : message.With(remedy), error.Instance);
    }

    private static bool IsIn(JsonValue value, JsonValue outer) => value.Start >= outer.Start && value.End <= outer.End;

    private static JsonSchema? Of(JsonValue root, SchemaDraft draft, SchemaRegistry registry)
    {
        if (
            !root.TryGetMember("$schema", out var named)
            || named.Kind != JsonKind.String
            || Dialect.Find(named.GetString()) is not null
        )
            return Published[(int)draft] ??= JsonSchema
                .Compile(JsonText.Read($$"""{"$ref":"{{Dialect.UriOf(draft)}}"}"""))
                .Require();
        var uri = UriReference.Cut(named.GetString()).Uri;
        if (registry.Find(uri) is not { } resource)
            return null;
        var compiler = new SchemaCompiler(registry, assertsFormats: false);
        var compiled = compiler.Compile(new JsonValue(resource.Document.Text, resource.RootIndex), resource);
        return compiler.Problems.Count == 0 ? JsonSchema.Of(compiler, compiled) : null;
    }

    // The keyword that the value belongs to: of `required/0` it is `required`.
    private static string Keyword(JsonValue value)
    {
        for (var index = value.Index; index > 0; index = value.Text.Nodes[index].Parent)
        {
            var node = value.Text.Nodes[index];
            if (node.IsName)
                return value.Text.Decode(node);
            if (value.Text.Nodes[index - 1].IsName && value.Text.Nodes[node.Parent].Kind == JsonKind.Object)
                return value.Text.Decode(value.Text.Nodes[index - 1]);
        }

        return "";
    }
}
