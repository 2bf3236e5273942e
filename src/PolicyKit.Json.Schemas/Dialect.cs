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
    private static readonly string[] Hosts = { "https://json-schema.org/", "http://json-schema.org/" };

    public static SchemaDraft? Find(string metaSchema) =>
        // Each is published under one scheme, and often written with the other.
        AfterHost(metaSchema.TrimEnd('#')) switch
        {
            "draft-04/schema" => SchemaDraft.Draft4,
            "draft-06/schema" => SchemaDraft.Draft6,
            "draft-07/schema" => SchemaDraft.Draft7,
            "draft/2019-09/schema" => SchemaDraft.Draft201909,
            "draft/2020-12/schema" => SchemaDraft.Draft202012,
            _ => null,
        };

    /// <summary>The published identifier of a draft.</summary>
    public static string UriOf(SchemaDraft draft) =>
        draft switch
        {
            SchemaDraft.Draft4 => "http://json-schema.org/draft-04/schema",
            SchemaDraft.Draft6 => "http://json-schema.org/draft-06/schema",
            SchemaDraft.Draft7 => "http://json-schema.org/draft-07/schema",
            SchemaDraft.Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            SchemaDraft.Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            _ => throw new ArgumentOutOfRangeException(nameof(draft)),
        };

    /// <summary>How people call a draft.</summary>
    public static string NameOf(SchemaDraft draft) =>
        draft switch
        {
            SchemaDraft.Draft4 => "draft 4",
            SchemaDraft.Draft6 => "draft 6",
            SchemaDraft.Draft7 => "draft 7",
            SchemaDraft.Draft201909 => "2019-09",
            SchemaDraft.Draft202012 => "2020-12",
            _ => throw new ArgumentOutOfRangeException(nameof(draft)),
        };

    /// <summary>
    /// What follows the host in an identifier of the JSON Schema organisation; null for those of others.
    /// </summary>
    public static string? AfterHost(string uri)
    {
        foreach (var host in Hosts)
            if (uri.StartsWith(host, StringComparison.Ordinal))
                return uri.Substring(host.Length);
        return null;
    }

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
