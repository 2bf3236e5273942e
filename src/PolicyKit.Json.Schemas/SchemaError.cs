using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>One way in which an instance does not satisfy a schema.</summary>
/// <param name="Instance">The value that is wrong, with its place.</param>
/// <param name="Schema">The value of the keyword that it breaks, with its place in the schema document.</param>
/// <param name="Keyword">The keyword; <c>false</c> for a schema that nothing satisfies.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="OtherBranches">Of an <c>anyOf</c> or <c>oneOf</c> the shape that came closest is reported; this many
/// others were tried.</param>
public sealed record SchemaError(
    JsonValue Instance,
    JsonValue Schema,
    string Keyword,
    LocalizedMessage Message,
    int OtherBranches = 0
)
{
    /// <summary>Whether the value is one that nothing allows to be there.</summary>
    internal bool IsStranger { get; init; }

    /// <summary>The known member that this one is likely to be, misspelled.</summary>
    internal string? Meant { get; init; }

    internal string EvaluationPath { get; init; } = "";

    internal SchemaResource? Resource { get; init; }
}
