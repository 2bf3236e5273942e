namespace PolicyKit.Forms.Shapes;

/// <summary>A value that one cell holds.</summary>
internal sealed record ScalarShape(ScalarKind Kind) : FormShape
{
    /// <summary>What may be chosen; empty for every other kind.</summary>
    public ValueList<Choice> Choices { get; init; } = ValueList<Choice>.Empty;

    /// <summary>The least number, if there is one.</summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest number, if there is one.</summary>
    public long? Maximum { get; init; }
}
