using PolicyKit.Json.Schemas;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>A schema that the user named, ready to judge by.</summary>
/// <param name="Schema">The schema; null when something is wrong with it.</param>
/// <param name="Source">The file.</param>
/// <param name="References">The other files that were read for it.</param>
/// <param name="Problems">What is wrong with it, and what has no effect.</param>
internal sealed record CompiledSchemaFile(
    JsonSchema? Schema,
    SourceDocument Source,
    IReadOnlyList<SourceDocument> References,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>The file that a problem stands in.</summary>
    public SourceDocument DocumentOf(Problem problem) =>
        References.FirstOrDefault(r => r.Path == problem.Location.File) ?? Source;
}
