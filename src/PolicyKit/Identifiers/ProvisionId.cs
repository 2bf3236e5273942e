namespace PolicyKit;

/// <summary>The canonical name of a provision (条項): lower-case dotted English such as <c>measures.outsourcing.social-media</c>. It never changes when a document is renumbered.</summary>
public sealed record ProvisionId
{
    private ProvisionId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static ProvisionId? TryParse(string text) =>
        text is not null && IsShaped(text) ? new ProvisionId(text) : null;

    /// <summary>The id.</summary>
    /// <exception cref="FormatException">The string is not a valid id.</exception>
    public static ProvisionId Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"`{text}` is no provision id");

    /// <summary>Whether this provision stands somewhere beneath <paramref name="ancestor"/> by its name.</summary>
    public bool IsBeneath(ProvisionId ancestor) =>
        Value.StartsWith(
            (ancestor ?? throw new ArgumentNullException(nameof(ancestor))).Value + ".",
            StringComparison.Ordinal
        );

    // Words of lower-case letters and digits, joined by hyphens and dots; the first begins with a letter. By hand, so that reading a pack needs no regular expression.
    private static bool IsShaped(string text)
    {
        var isBegin = true;
        for (var i = 0; i < text.Length; i++)
        {
            var isWord = text[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (!isWord && (isBegin || text[i] is not ('-' or '.')))
                return false;
            isBegin = !isWord;
        }

        return !isBegin && text[0] is >= 'a' and <= 'z';
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
