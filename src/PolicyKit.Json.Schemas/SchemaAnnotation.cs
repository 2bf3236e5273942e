namespace PolicyKit.Json.Schemas;

/// <summary>What a keyword says of a value beside its validity.</summary>
internal sealed record SchemaAnnotation(
    JsonValue Instance,
    JsonValue Value,
    string EvaluationPath,
    SchemaResource Resource
);
