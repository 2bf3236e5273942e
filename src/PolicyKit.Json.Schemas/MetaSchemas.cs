namespace PolicyKit.Json.Schemas;

/// <summary>Judges schemas by their meta-schemas: a typing mistake in a schema must not switch a check off.</summary>
internal static class MetaSchemas
{
    private static readonly JsonSchema?[] Published = new JsonSchema?[(int)SchemaDraft.Draft202012 + 1];

    /// <summary>What the meta-schema of each document finds wrong in it.</summary>
    public static IEnumerable<SchemaProblem> Check(IEnumerable<SchemaDocument> documents, SchemaRegistry registry)
    {
        foreach (var document in documents)
        {
            // What a language means that nobody knows is told already.
            if (document.Unknown.Count > 0 || Of(document, registry) is not { } meta)
                continue;
            foreach (var error in meta.Validate(document.Text.Root))
                yield return new SchemaProblem(
                    SchemaCompiler.Messages.Message("schema.invalid", Keyword(error.Instance), error.Message),
                    error.Instance
                );
        }
    }

    private static JsonSchema? Of(SchemaDocument document, SchemaRegistry registry)
    {
        var draft = document.Root.Dialect.Draft;
        if (
            !document.Text.Root.TryGetMember("$schema", out var named)
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
        var root = compiler.Compile(new JsonValue(resource.Document.Text, resource.RootIndex), resource);
        return compiler.Problems.Count == 0 ? JsonSchema.Of(compiler, root) : null;
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
