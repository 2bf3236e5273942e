namespace PolicyKit.Json;

/// <summary>Bounds for reading text of unknown origin.</summary>
public sealed record JsonReadOptions
{
    /// <summary>The defaults.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>How deeply arrays and objects may nest. Default 512.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>How many bytes a text may have. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;
}
