namespace PolicyKit.Json;

/// <summary>Bounds for reading text of unknown origin.</summary>
public sealed record JsonReadOptions
{
    /// <summary>The defaults.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>The defaults, and comments and trailing commas besides: what the configuration of .NET allows.</summary>
    public static JsonReadOptions Lenient { get; } = new() { AllowComments = true, AllowTrailingCommas = true };

    /// <summary>How deeply arrays and objects may nest. Default 512.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>How many bytes a text may have. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// The number of the line in which the text begins, from 1: for a text that is a part of a file (JSON Lines).
    /// Default 1.
    /// </summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>
    /// Whether <c>//</c> and <c>/* */</c> comments may stand where white space may, as in the configuration of .NET.
    /// Default false.
    /// </summary>
    public bool AllowComments { get; init; }

    /// <summary>
    /// Whether a comma may stand after the last member or item, as in the configuration of .NET. Default false.
    /// </summary>
    public bool AllowTrailingCommas { get; init; }
}
