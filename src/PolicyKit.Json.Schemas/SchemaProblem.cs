using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>A schema that could not be compiled: what is wrong with it, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Schema">The value in the schema document that is wrong.</param>
public sealed record SchemaProblem(LocalizedMessage Message, JsonValue Schema)
{
    /// <summary>Whether the schema refers to one that is not known.</summary>
    public bool IsUnknownReference { get; init; }

    /// <summary>The absolute URI of the document that is not known; null for other problems.</summary>
    public string? MissingUri { get; init; }
}
