using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>What was found in one document.</summary>
internal sealed record DocumentResult(SourceDocument Document, ValueList<Problem> Problems);
