namespace PolicyKit.Json.Schemas;

/// <summary>The output formats of JSON Schema that are spoken (2020-12 core §12.4).</summary>
public enum SchemaOutputFormat
{
    /// <summary>Only whether the instance is valid.</summary>
    Flag,

    /// <summary>A list of errors, or of annotations when the instance is valid.</summary>
    Basic,
}
