using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>What was found in one document.</summary>
internal sealed record DocumentResult(SourceDocument Document, ValueList<Problem> Problems)
{
    /// <summary>Whether the two engines differ on it.</summary>
    public bool HasDisagreement { get; init; }
}
