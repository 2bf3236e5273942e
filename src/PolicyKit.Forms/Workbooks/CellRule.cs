namespace PolicyKit.Forms.Workbooks;

/// <summary>What may be written into cells, and what is said to whoever enters one.</summary>
internal sealed record CellRule(string Range, CellRuleKind Kind)
{
    /// <summary>The range that lists what may be chosen.</summary>
    public string? Source { get; init; }
    public long? Minimum { get; init; }
    public long? Maximum { get; init; }
    public required string PromptTitle { get; init; }
    public required string Prompt { get; init; }
    public required string Refusal { get; init; }
}
