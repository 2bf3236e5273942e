namespace PolicyKit;

/// <summary>The id of a system or of a part of one: lower-case, dotted or hyphenated.</summary>
public sealed record SystemId
{
    private SystemId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static SystemId? TryParse(string text) => IdShape.IsDotted(text) ? new SystemId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
