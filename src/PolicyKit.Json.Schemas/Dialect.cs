namespace PolicyKit.Json.Schemas;

/// <summary>What a <c>$schema</c> stands for: a draft, and which of its vocabularies are in force.</summary>
internal sealed record Dialect(
    SchemaDraft Draft,
    bool Applicator = true,
    bool Validation = true,
    bool Unevaluated = true,
    bool FormatAssertion = false,
    string? UnknownVocabulary = null
)
{
    public static SchemaDraft? Find(string metaSchema) =>
        metaSchema.TrimEnd('#') switch
        {
            "http://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
            "http://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
            "http://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
            "https://json-schema.org/draft/2019-09/schema" => SchemaDraft.Draft201909,
            "https://json-schema.org/draft/2020-12/schema" => SchemaDraft.Draft202012,
            _ => null,
        };

    /// <summary>The dialect of a meta-schema that states its vocabularies (<c>$vocabulary</c>).</summary>
    public static Dialect Of(SchemaDraft draft, JsonValue vocabularies)
    {
        var names = vocabularies.Members().Select(m => m.Name.Substring(m.Name.LastIndexOf('/') + 1)).ToList();
        var known =
            draft == SchemaDraft.Draft201909
                ? "https://json-schema.org/draft/2019-09/vocab/"
                : "https://json-schema.org/draft/2020-12/vocab/";
        // One that is not required may be left alone.
        var unknown = vocabularies
            .Members()
            .Where(m => m.Value.Kind == JsonKind.True && !m.Name.StartsWith(known, StringComparison.Ordinal))
            .Select(m => m.Name)
            .FirstOrDefault();
        return new Dialect(
            draft,
            names.Contains("applicator"),
            names.Contains("validation"),
            draft == SchemaDraft.Draft201909 ? names.Contains("applicator") : names.Contains("unevaluated"),
            names.Contains("format-assertion"),
            unknown
        );
    }
}
