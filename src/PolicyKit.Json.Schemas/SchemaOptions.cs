namespace PolicyKit.Json.Schemas;

/// <summary>Bounds and choices for compiling a schema.</summary>
public sealed record SchemaOptions
{
    /// <summary>The defaults.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>The draft of a schema that names none. Default 2020-12.</summary>
    public SchemaDraft Draft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>The URI that the schema was read from, for relative references; it may be empty.</summary>
    public string BaseUri { get; init; } = "";

    /// <summary>
    /// Whether <c>format</c> is an assertion; if not, it is an annotation, as the drafts since 2019-09 have it. A
    /// dialect with the format-assertion vocabulary asserts in any case. Default false.
    /// </summary>
    public bool AssertFormats { get; init; }

    /// <summary>
    /// How many errors <see cref="JsonSchema.Validate"/> gives at most; then it stops. Default 1,000.
    /// </summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>
    /// Whether the schema is itself judged: by its meta-schema (what that finds is a problem), and for keywords that
    /// have no effect (a warning). Default false, for schemas that are known to be right.
    /// </summary>
    public bool CheckSchema { get; init; }

    /// <summary>
    /// Makes a text of an instance fit to be repeated in a message, before anything of it is cut off: where instances
    /// may hold secrets. Null repeats it as it is.
    /// </summary>
    public Func<string, string>? Mask { get; init; }

    /// <summary>The documents that references may name; null for the meta-schemas alone.</summary>
    public SchemaRegistry? Registry { get; init; }
}
