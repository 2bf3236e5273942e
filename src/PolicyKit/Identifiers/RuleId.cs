namespace PolicyKit;

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
    /// <exception cref="FormatException">The string is not a valid id.</exception>
    public static RuleId Parse(string text) => TryParse(text) ?? throw new FormatException($"`{text}` is no rule id");

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
