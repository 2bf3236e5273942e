using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// A compiled JSON Schema (drafts 4, 6, 7, 2019-09, 2020-12). Immutable and safe to share between threads. Judging a
/// valid instance allocates nothing.
/// </summary>
public sealed class JsonSchema
{
    private readonly SchemaNode _root;
    private readonly bool _tracksScope;
    private readonly int _maxErrors;
    private readonly Func<string, string>? _mask;

    private JsonSchema(SchemaNode root, bool tracksScope, SchemaOptions options) =>
        (_root, _tracksScope, _maxErrors, _mask) = (root, tracksScope, Math.Max(1, options.MaxErrors), options.Mask);

    /// <summary>Compiles a schema. Never throws on bad data: what is wrong with the schema is in the result.</summary>
    /// <param name="schema">A text that is JSON.</param>
    /// <param name="options">Choices; <see cref="SchemaOptions.Default"/> if null.</param>
    /// <exception cref="InvalidOperationException">The text is not JSON: see <see cref="JsonText.Error"/>.</exception>
    public static SchemaCompilation Compile(JsonText schema, SchemaOptions? options = null)
    {
        if (schema is null)
            throw new ArgumentNullException(nameof(schema));
        options ??= SchemaOptions.Default;
        var registry = options.Registry ?? new SchemaRegistry(options.Draft);
        var compiler = new SchemaCompiler(registry, options.AssertFormats);
        var root = compiler.Compile(schema, options.BaseUri, options.Draft);
        var (problems, warnings) = (compiler.Problems, (IReadOnlyList<SchemaProblem>)Array.Empty<SchemaProblem>());
        if (options.CheckSchema)
        {
            var told = new HashSet<JsonValue>(problems.Select(p => p.Schema));
            problems = problems
                .Concat(MetaSchemas.Check(compiler.Documents, registry).Where(p => !told.Contains(p.Schema)))
                .OrderBy(p => p.Schema.Start)
                .ToList();
            warnings = SchemaAdvice.Of(compiler.Documents, options.AssertFormats);
        }

        var compiled = problems.Count == 0 ? new JsonSchema(root, compiler.TracksScope, options) : null;
        var documents = compiler.Documents.Select(d => d.Text).ToList();
        return new SchemaCompilation(compiled, problems, warnings, documents);
    }

    internal static JsonSchema Of(SchemaCompiler compiler, SchemaNode root) =>
        new(root, compiler.TracksScope, SchemaOptions.Default);

    /// <summary>Whether an instance satisfies the schema. Stops at the first error.</summary>
    public bool IsValid(JsonValue instance) => Evaluation.Run(_root, instance, _tracksScope, sink: null);

    /// <summary>
    /// What in an instance does not satisfy the schema, in the order of the instance; empty when it is valid. At most
    /// <see cref="SchemaOptions.MaxErrors"/>.
    /// </summary>
    public IReadOnlyList<SchemaError> Validate(JsonValue instance) =>
        IsValid(instance) ? Array.Empty<SchemaError>() : Errors(instance);

    // Apart, because a method with a lambda allocates as soon as it is entered.
    private List<SchemaError> Errors(JsonValue instance)
    {
        var sink = new EvaluationSink(_maxErrors, isExhaustive: false, _mask);
        Evaluation.Run(_root, instance, _tracksScope, sink);
        var errors = sink.Errors;
        // A misspelled member is the missing one: one mistake, one message.
        var meant = new HashSet<(int, string)>();
        foreach (var error in errors)
            if (error.Meant is { } name)
                meant.Add((instance.Text.Nodes[error.Instance.Index].Parent, name));
        errors.RemoveAll(e =>
            e.Keyword == "required"
            && e.Message.Argument(0) is string missing
            && meant.Contains((e.Instance.Index, missing))
        );
        return errors.Distinct().OrderBy(e => e.Instance.Start).ThenBy(e => e.Keyword, StringComparer.Ordinal).ToList();
    }

    /// <summary>The result in one of the output formats of JSON Schema (2020-12 core §12), as a JSON text.</summary>
    public string Output(JsonValue instance, SchemaOutputFormat format)
    {
        if (format == SchemaOutputFormat.Flag)
            return IsValid(instance) ? """{"valid":true}""" : """{"valid":false}""";
        var sink = new EvaluationSink(_maxErrors, isExhaustive: true, _mask);
        var valid = Evaluation.Run(_root, instance, _tracksScope, sink);
        return SchemaOutput.Basic(valid, sink);
    }
}
