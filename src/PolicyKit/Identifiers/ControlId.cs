namespace PolicyKit;

/// <summary>The name of a control: lower-case, dotted, for example <c>technical.credentials</c>.</summary>
public sealed record ControlId
{
    private ControlId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static ControlId? TryParse(string text) => IdShape.IsDotted(text) ? new ControlId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
