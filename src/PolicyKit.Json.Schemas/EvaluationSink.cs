namespace PolicyKit.Json.Schemas;

/// <summary>Where an evaluation puts what it has to say.</summary>
internal sealed class EvaluationSink(int maxErrors, bool isExhaustive)
{
    public List<SchemaError> Errors { get; } = new();

    public List<SchemaAnnotation> Annotations { get; } = new();

    public int MaxErrors { get; } = maxErrors;

    /// <summary>
    /// Whether every branch is told of, with the path of every keyword, as the output formats of JSON Schema ask; if
    /// not, what a person needs.
    /// </summary>
    public bool IsExhaustive { get; } = isExhaustive;

    public bool IsFull => Errors.Count >= MaxErrors;
}
