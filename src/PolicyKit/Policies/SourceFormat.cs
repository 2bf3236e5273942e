namespace PolicyKit.Policies;

/// <summary>What a text was imported from.</summary>
public enum SourceFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Word (.docx).</summary>
    Word,
}
