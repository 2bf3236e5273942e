namespace PolicyKit.Standards;

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

/// <summary>The name of a parameter: lower-case, dotted, for example <c>credentials.names</c>.</summary>
public sealed record ParameterId
{
    private ParameterId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static ParameterId? TryParse(string text) => IdShape.IsDotted(text) ? new ParameterId(text) : null;

    /// <summary>The id.</summary>
    /// <exception cref="FormatException">The text has not the shape of an id.</exception>
    public static ParameterId Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"`{text}` is no parameter id");

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

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

/// <summary>The id of a rule that looks at source: PolicyKit's own (PK6101) or another analyzer's (CA5351).</summary>
public sealed record RuleId
{
    private RuleId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>Whether the rule is PolicyKit's own.</summary>
    public bool IsPolicyKit => Value.StartsWith("PK", StringComparison.Ordinal);

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static RuleId? TryParse(string text) => text is not null && IsRule(text) ? new RuleId(text) : null;

    // Two to ten capitals, three to six digits. By hand: the first regular expression of a process costs more than reading a standard.
    private static bool IsRule(string text)
    {
        var letters = 0;
        while (letters < text.Length && text[letters] is >= 'A' and <= 'Z')
            letters++;
        if (letters is < 2 or > 10 || text.Length - letters is < 3 or > 6)
            return false;
        for (var i = letters; i < text.Length; i++)
            if (text[i] is < '0' or > '9')
                return false;
        return true;
    }

    /// <summary>The id.</summary>
    /// <exception cref="FormatException">The text has not the shape of an id.</exception>
    public static RuleId Parse(string text) => TryParse(text) ?? throw new FormatException($"`{text}` is no rule id");

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>The name of a network zone of a body (ネットワークの系). An open set: each body's standard lists its own.</summary>
public sealed record NetworkZoneId
{
    private NetworkZoneId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static NetworkZoneId? TryParse(string text) => IdShape.IsDotted(text) ? new NetworkZoneId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

internal static class IdShape
{
    /// <summary>Words of lower-case letters and digits, the first beginning with a letter, separated by a dot or a hyphen each.</summary>
    public static bool IsDotted(string text)
    {
        if (text is null || text.Length == 0 || text[0] is < 'a' or > 'z')
            return false;
        var wordIsEmpty = false;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                wordIsEmpty = false;
            else if (c is not ('.' or '-') || wordIsEmpty)
                return false;
            else
                wordIsEmpty = true;
        }

        return !wordIsEmpty;
    }
}
