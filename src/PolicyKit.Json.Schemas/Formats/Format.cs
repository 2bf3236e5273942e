namespace PolicyKit.Json.Schemas;

/// <summary>
/// Whether a string has a format. The bytes are well-formed UTF-8 (a lone surrogate from an escape is three bytes).
/// </summary>
internal delegate bool Format(in JsonText.Slice text, Scratch scratch);
