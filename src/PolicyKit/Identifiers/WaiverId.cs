namespace PolicyKit;

/// <summary>The id of a waiver: lower-case, dotted or hyphenated, for example <c>w-2026-001</c>.</summary>
public sealed record WaiverId
{
    private WaiverId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static WaiverId? TryParse(string text) => IdShape.IsDotted(text) ? new WaiverId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
