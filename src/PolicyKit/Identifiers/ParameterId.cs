namespace PolicyKit;

/// <summary>The name of a parameter: lower-case, dotted, for example <c>credentials.names</c>.</summary>
public sealed record ParameterId
{
    private ParameterId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static ParameterId? TryParse(string text) => IdShape.IsDotted(text) ? new ParameterId(text) : null;

    /// <summary>The id.</summary>
    /// <exception cref="FormatException">The string is not a valid id.</exception>
    public static ParameterId Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"`{text}` is no parameter id");

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
