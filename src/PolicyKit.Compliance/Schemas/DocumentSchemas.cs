using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>The JSON Schemas of the kinds of file (draft 2020-12), as they lie in <c>schemas/</c>.</summary>
public static class DocumentSchemas
{
    private static readonly SchemaOptions Options = new() { AssertFormats = true, Mask = SecretShapes.Masked };

    private static readonly JsonSchema?[] Compiled = new JsonSchema?[DocumentKindExtensions.Words.Length];

    /// <summary>The schema file of a kind.</summary>
    public static SourceDocument Source(DocumentKind kind) =>
        EmbeddedData.Open(typeof(DocumentSchemas).Assembly, kind.Name() + ".schema.json");

    /// <summary>
    /// The compiled schema of a kind. It is compiled when it is first asked for. (Two threads may compile it twice;
    /// either will do.)
    /// </summary>
    public static JsonSchema Of(DocumentKind kind) =>
        Compiled[(int)kind] ??= JsonSchema.Compile(Source(kind).Text, Options).Require();

    /// <summary>What a schema finds wrong in a document that is JSON, as problems at their places.</summary>
    public static ValueList<Problem> Validate(SourceDocument document, JsonSchema schema) =>
        Validate(document, schema, (document ?? throw new ArgumentNullException(nameof(document))).Text.Root);

    /// <summary>What a schema finds wrong in a value of a document, as problems at their places.</summary>
    public static ValueList<Problem> Validate(SourceDocument document, JsonSchema schema, JsonValue value)
    {
        if (document is null)
            throw new ArgumentNullException(nameof(document));
        if (schema is null)
            throw new ArgumentNullException(nameof(schema));
        var errors = schema.Validate(value);
        return errors.Count == 0
            ? ValueList<Problem>.Empty
            : StandardShape
                .WithoutUnion(document, errors)
                .Select(e => new Problem(
                    StandardShape.IsUndecided(document, e)
                        ? StandardShape.Message(document)
                        : Shown(e, document, schema),
                    Severity.Error,
                    document.LocationOf(e.Instance),
                    ProblemFamily.Schema
                ))
                .ToValueList();
    }

    // A kind of ours has members about passwords, and none that holds one.
    private static LocalizedMessage Shown(SchemaError error, SourceDocument document, JsonSchema schema) =>
        Array.IndexOf(Compiled, schema) >= 0
            ? MessageOf(error)
            : SecretValues.Hide(MessageOf(error), error.Instance, document);

    // 「該当なし」, null or true where the topic, or the reason why it does not apply, is due.
    private static bool IsTopicInAWord(SchemaError error) =>
        error.Keyword == "anyOf"
        && error.Instance.Kind is not (JsonKind.Object or JsonKind.Array)
        && error
            .Schema.Items()
            .Any(s =>
                s.TryGetMember("$ref", out var reference)
                && reference.GetString().EndsWith("/notApplicable", StringComparison.Ordinal)
            );

    /// <summary>A plain value as people wrote it.</summary>
    internal static string WrittenOf(JsonValue value) =>
        value.Kind == JsonKind.String ? value.GetString() : value.RawText;

    /// <summary>What is wrong, as far as the domain knows better than the schema.</summary>
    internal static LocalizedMessage MessageOf(SchemaError error)
    {
        if (IsTopicInAWord(error))
            return ComplianceMessages.Catalog.Message("schema.anyof#topic", error.Message);
        if (NumberWords.Explain(error) is { } number)
            return number;
        // YAML reads a class of figures as a number.
        if (error.Instance.Kind == JsonKind.Number && error.Keyword == "enum")
            return ClassAliases.Explain(error) ?? error.Message;
        if (error.Instance.Kind != JsonKind.String)
            return error.Message;
        var text = error.Instance.GetString();
        return error.Keyword switch
        {
            "format" => DateWords.Explain(SecretShapes.Masked(text)) ?? error.Message,
            "enum" => ClassAliases.Explain(error) ?? error.Message,
            _ => error.Message,
        };
    }
}
