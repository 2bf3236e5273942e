namespace PolicyKit.Json.Schemas;

/// <summary>One way in which an instance does not satisfy a schema.</summary>
/// <param name="Instance">The value that is wrong, with its place.</param>
/// <param name="Schema">The value of the keyword that it breaks, with its place in the schema document.</param>
/// <param name="Keyword">The keyword; <c>false</c> for a schema that nothing satisfies.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="OtherBranches">Of an <c>anyOf</c> or <c>oneOf</c> the shape that came closest is reported; this many others were tried.</param>
public sealed record SchemaError(
    JsonValue Instance,
    JsonValue Schema,
    string Keyword,
    LocalizedMessage Message,
    int OtherBranches = 0
)
{
    internal string EvaluationPath { get; init; } = "";

    internal SchemaResource? Resource { get; init; }
}

/// <summary>A schema that could not be compiled: what is wrong with it, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Schema">The value in the schema document that is wrong.</param>
public sealed record SchemaProblem(LocalizedMessage Message, JsonValue Schema);

/// <summary>Bounds and choices for compiling a schema.</summary>
public sealed record SchemaOptions
{
    /// <summary>The defaults.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>The draft of a schema that names none. Default 2020-12.</summary>
    public SchemaDraft Draft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>The URI that the schema was read from, for relative references; it may be empty.</summary>
    public string BaseUri { get; init; } = "";

    /// <summary>Whether <c>format</c> is an assertion; if not, it is an annotation, as the drafts since 2019-09 have it. A dialect with the format-assertion vocabulary asserts in any case. Default false.</summary>
    public bool AssertFormats { get; init; }

    /// <summary>How many errors <see cref="JsonSchema.Validate"/> gives at most; then it stops. Default 1,000.</summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>The documents that references may name; null for the meta-schemas alone.</summary>
    public SchemaRegistry? Registry { get; init; }
}

/// <summary>A compiled JSON Schema (drafts 4, 6, 7, 2019-09, 2020-12). Immutable and safe to share between threads. Judging a valid instance allocates nothing.</summary>
public sealed class JsonSchema
{
    private readonly SchemaNode _root;
    private readonly bool _tracksScope;
    private readonly int _maxErrors;

    private JsonSchema(SchemaNode root, bool tracksScope, int maxErrors) =>
        (_root, _tracksScope, _maxErrors) = (root, tracksScope, maxErrors);

    /// <summary>Compiles a schema. Never throws on bad data: what is wrong with the schema is in <paramref name="problems"/>.</summary>
    /// <param name="schema">A text that is JSON.</param>
    /// <param name="problems">Everything that is wrong: unknown references, patterns that are none.</param>
    /// <param name="options">Choices; <see cref="SchemaOptions.Default"/> if null.</param>
    /// <returns>The schema; null when there is a problem.</returns>
    public static JsonSchema? Compile(
        JsonText schema,
        out IReadOnlyList<SchemaProblem> problems,
        SchemaOptions? options = null
    )
    {
        if (schema is null)
            throw new ArgumentNullException(nameof(schema));
        options ??= SchemaOptions.Default;
        var compiler = new SchemaCompiler(options.Registry ?? new SchemaRegistry(options.Draft), options.AssertFormats);
        var root = compiler.Compile(schema, options.BaseUri, options.Draft);
        problems = compiler.Problems;
        return problems.Count == 0 ? new JsonSchema(root, compiler.TracksScope, Math.Max(1, options.MaxErrors)) : null;
    }

    /// <summary>Whether an instance satisfies the schema. Stops at the first error.</summary>
    public bool IsValid(JsonValue instance) => Evaluation.Run(_root, instance, _tracksScope, sink: null);

    /// <summary>What in an instance does not satisfy the schema, in the order of the instance; empty when it is valid. At most <see cref="SchemaOptions.MaxErrors"/>.</summary>
    public IReadOnlyList<SchemaError> Validate(JsonValue instance) =>
        IsValid(instance) ? Array.Empty<SchemaError>() : Errors(instance);

    // Apart, because a method with a lambda allocates as soon as it is entered.
    private List<SchemaError> Errors(JsonValue instance)
    {
        var sink = new EvaluationSink(_maxErrors, isExhaustive: false);
        Evaluation.Run(_root, instance, _tracksScope, sink);
        var errors = sink.Errors;
        // A misspelled member is the missing one: one mistake, one message.
        foreach (var stranger in errors.Where(e => e.Message.Key == "schema.additional#nearest").ToList())
            errors.RemoveAll(e =>
                e.Keyword == "required"
                && e.Instance.Index == instance.Text.Nodes[stranger.Instance.Index].Parent
                && e.Message.Argument(0) is string missing
                && missing == (string)stranger.Message.Argument(1)
            );
        return errors.Distinct().OrderBy(e => e.Instance.Start).ThenBy(e => e.Keyword, StringComparer.Ordinal).ToList();
    }

    /// <summary>The result in one of the output formats of JSON Schema (2020-12 core §12), as a JSON text.</summary>
    public string Output(JsonValue instance, SchemaOutputFormat format)
    {
        if (format == SchemaOutputFormat.Flag)
            return IsValid(instance) ? """{"valid":true}""" : """{"valid":false}""";
        var sink = new EvaluationSink(_maxErrors, isExhaustive: true);
        var valid = Evaluation.Run(_root, instance, _tracksScope, sink);
        return SchemaOutput.Basic(valid, sink);
    }
}
