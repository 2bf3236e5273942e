using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>How a text looks by itself: like something generated, like a name, like a sentence.</summary>
internal static class SecretLook
{
    private const int ShortestGenerated = 12;

    // Header-Name, ENVIRONMENT_VARIABLE, configuration:key and resource-name-of-words: letters in the pattern of a
    // name, as no generated secret is.
    private static readonly Lazy<Regex> NameLike = new(() =>
        new Regex(
            "^(?:[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Za-z]+(?:[.:/_+-][A-Za-z]+)+)$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly Lazy<Regex> Guid = new(() =>
        new Regex(
            "^[{(]?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}[)}]?$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly char[] Ends = { '。', '、', '！', '？', '：', '（', '）', '「', '」', '…' };

    private static readonly char[] Breaks = { '\r', '\n', '\t' };

    // How Japanese messages and rules of input end.
    private static readonly string[] Closings =
    {
        "ください",
        "下さい",
        "です",
        "ます",
        "ません",
        "ました",
        "こと",
        "以上",
        "以下",
        "以内",
        "文字",
        "必須",
        "入力",
        "設定",
        "桁",
    };

    /// <summary>Whether a text is in the pattern of a name.</summary>
    public static bool IsName(string text) => NameLike.Value.IsMatch(text);

    /// <summary>
    /// Whether a text has a digit or a sign beside its letters, as what people make up has and what they say has not.
    /// </summary>
    public static bool IsMadeUp(string text, int shortest) =>
        text.Length >= shortest && text.Any(char.IsLetter) && text.Any(char.IsDigit) && !IsName(text);

    /// <summary>
    /// Whether a text looks generated: letters and digits that change all the time. Identifiers of things (GUIDs)
    /// look so too and are none.
    /// </summary>
    public static bool IsGenerated(string text)
    {
        if (text.Length < ShortestGenerated || text.Any(c => c is <= ' ' or > '~') || Guid.Value.IsMatch(text))
            return false;
        var (changes, digits, letters) = (0, 0, 0);
        var before = ' ';
        foreach (var c in text)
        {
            var kind =
                char.IsDigit(c) ? 'd'
                : char.IsUpper(c) ? 'U'
                : char.IsLower(c) ? 'l'
                : ' ';
            digits += kind == 'd' ? 1 : 0;
            letters += kind is 'U' or 'l' ? 1 : 0;
            // One capital begins a word.
            if (kind != ' ' && before != ' ' && kind != before && (before, kind) is not ('U', 'l'))
                changes++;
            before = kind;
        }

        return letters > 0 && digits > 1 && changes >= Math.Max(3, text.Length / 8) && !IsName(text);
    }

    /// <summary>
    /// Whether a text with white space or Japanese letters is something that is said or shown, and no password.
    /// </summary>
    public static bool IsSaid(string text)
    {
        var words = text.Split(new[] { ' ', '\u3000', '\t', '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries);
        var isPlain = words.Length == 1 && text.All(c => c is > ' ' and <= '~');
        return !isPlain
            && (
                words.Length > 3
                || text.IndexOfAny(Ends) >= 0
                || Array.Exists(Closings, c => text.EndsWith(c, StringComparison.Ordinal))
                || text[text.Length - 1] is '.' or ':' or '?'
                || text.IndexOfAny(Breaks) >= 0
                || !text.Any(c => char.IsDigit(c) || c is '!' or '#' or '$' or '@' or '_')
            );
    }
}
