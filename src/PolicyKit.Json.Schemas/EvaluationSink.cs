namespace PolicyKit.Json.Schemas;

/// <summary>Where an evaluation puts what it has to say.</summary>
internal sealed class EvaluationSink(int maxErrors, bool isExhaustive, Func<string, string>? mask)
{
    public List<SchemaError> Errors { get; } = new();

    public List<SchemaAnnotation> Annotations { get; } = new();

    public int MaxErrors { get; } = maxErrors;

    /// <summary>
    /// Whether every branch is told of, with the path of every keyword, as the output formats of JSON Schema ask; if
    /// not, what a person needs.
    /// </summary>
    public bool IsExhaustive { get; } = isExhaustive;

    /// <summary>Makes what an instance holds fit to be repeated; null where it is repeated as it is.</summary>
    public Func<string, string>? Mask { get; } = mask;

    public Dictionary<(int Owner, int Schema), IReadOnlyList<string>> FreeNames { get; } = new();

    public bool IsFull => Errors.Count >= MaxErrors;
}
