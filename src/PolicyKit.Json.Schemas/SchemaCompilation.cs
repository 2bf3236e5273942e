using System.Diagnostics.CodeAnalysis;
using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>What came of compiling a schema: the schema, or everything that is wrong with it.</summary>
public sealed class SchemaCompilation
{
    internal SchemaCompilation(
        JsonSchema? schema,
        IReadOnlyList<SchemaProblem> problems,
        IReadOnlyList<SchemaProblem> warnings,
        IReadOnlyList<JsonText> documents
    ) => (Schema, Problems, Warnings, Documents) = (schema, problems, warnings, documents);

    /// <summary>The compiled schema; null when there is a problem.</summary>
    public JsonSchema? Schema { get; }

    /// <summary>
    /// Everything that is wrong, in the order of the text: unknown references, patterns that are none.
    /// </summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }

    /// <summary>
    /// What in the schema has no effect although its author may have meant it to; only with <see
    /// cref="SchemaOptions.CheckSchema"/>.
    /// </summary>
    public IReadOnlyList<SchemaProblem> Warnings { get; }

    /// <summary>The documents that have a part in the schema, but for the published meta-schemas.</summary>
    public IReadOnlyList<JsonText> Documents { get; }

    /// <summary>Whether there is a schema.</summary>
    [MemberNotNullWhen(true, nameof(Schema))]
    public bool IsValid => Schema is not null;

    /// <summary>The compiled schema, for schemas that are known to be right.</summary>
    /// <exception cref="InvalidOperationException">The schema is wrong; the message names the first problem and its
    /// place.</exception>
    public JsonSchema Require() =>
        Schema
        ?? throw new InvalidOperationException(
            $"{Problems[0].Schema.Position.Line}:{Problems[0].Schema.Position.Column}: "
                + Problems[0].Message.Text(MessageLanguage.English)
        );
}
