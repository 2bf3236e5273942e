namespace PolicyKit;

/// <summary>The name of a role: lower-case, dotted or hyphenated, for example <c>ciso</c>.</summary>
public sealed record RoleId
{
    private RoleId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static RoleId? TryParse(string text) => IdShape.IsDotted(text) ? new RoleId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
