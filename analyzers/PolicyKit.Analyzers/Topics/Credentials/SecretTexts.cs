using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>Names with values that stand in a text: password=…, "password": "…", ?api_key=…, &amp;sig=….</summary>
internal sealed class SecretTexts
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // The values of a query: sig is the signature of Azure's shared access tokens.
    private static readonly Lazy<Regex> Query = new(() =>
        new Regex(
            "[?&](?<name>[A-Za-z][A-Za-z0-9_.-]*)=(?<value>[^&#\\s\"'<>{}\uFFFC]+)",
            RegexOptions.CultureInvariant,
            Limit
        )
    );

    private static readonly Lazy<Regex> Member = new(() =>
        new Regex(
            "\"(?<name>[^\"\\\\]{1,60})\"\\s*:\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"",
            RegexOptions.CultureInvariant,
            Limit
        )
    );

    private static readonly Lazy<Regex> Parameter = new(() =>
        new Regex("^[@:$?]\\w*$", RegexOptions.CultureInvariant, Limit)
    );

    private static readonly Lazy<Regex> Insert = new(() =>
        new Regex(
            "\\binsert\\s+into\\s+\\S+?\\s*\\((?<names>[^()]+)\\)\\s*values\\s*\\((?<values>[^()]+)\\)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        )
    );

    // token=…: the whole text.
    private static readonly Lazy<Regex> Alone = new(() =>
        new Regex(
            "^\\s*(?<name>[A-Za-z][A-Za-z0-9_.-]*)=(?<value>[^&;\\s\"'<>{}\uFFFC]{12,})\\s*$",
            RegexOptions.CultureInvariant,
            Limit
        )
    );

    private readonly WordFinder _words;
    private readonly Regex _assigned;

    /// <param name="names">The words for credentials, without separators.</param>
    public SecretTexts(IReadOnlyList<string> names)
    {
        // api_key, api-key and "Api Key" are apikey.
        var words = names.Select(n => string.Join("[-_ ]?", n.Select(c => Regex.Escape(c.ToString()))));
        _assigned = new Regex(
            $"(?<name>{string.Join("|", words)})\"?\\s*=(?!=)\\s*(?<value>\"[^\"]*\"|'[^']*('|$)|[^;&,\\s\"'<>]+)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        );
        _words = new WordFinder(names.Select(n => n.Substring(Math.Max(0, n.Length - 4))));
    }

    /// <summary>The pairs of a text; none when it takes too long to look for them.</summary>
    public IReadOnlyList<SecretPair> In(string text)
    {
        var found = new List<SecretPair>();
        if (text.Length > 8192 || text.IndexOfAny(new[] { '=', ':', '\'' }) < 0)
            return found;
        try
        {
            if (text.IndexOf('=') >= 0 && (text.IndexOf('?') >= 0 || text.IndexOf('&') >= 0))
                Add(found, Query.Value, text, isQuery: true);
            else if (text.IndexOf('=') > 0)
                Add(found, Alone.Value, text, isQuery: false);
            if (!_words.IsIn(text))
                return found;
            if (
                text.IndexOf("\":", StringComparison.Ordinal) >= 0
                || text.IndexOf("\" :", StringComparison.Ordinal) >= 0
            )
                Add(found, Member.Value, text, isQuery: false);
            if (text.IndexOf('=') >= 0)
                Add(found, _assigned, text, isQuery: false);
            if (text.IndexOf('\'') >= 0 && Insert.Value.Match(text) is { Success: true } insert)
                found.AddRange(Inserted(insert));
        }
        catch (RegexMatchTimeoutException)
        {
            found.Clear();
        }

        return found;
    }

    // INSERT INTO M_USER (ID, PASSWORD) VALUES ('0001', 'init1234')
    private static IEnumerable<SecretPair> Inserted(Match insert)
    {
        var names = insert.Groups["names"].Value.Split(',');
        var values = insert.Groups["values"].Value.Split(',');
        if (names.Length != values.Length)
            yield break;
        for (var i = 0; i < names.Length; i++)
            if (values[i].Trim() is { Length: > 2 } value && value[0] == '\'' && value[value.Length - 1] == '\'')
                yield return new SecretPair(
                    names[i].Trim(' ', '[', ']', '"'),
                    value.Trim('\''),
                    IsQuery: false,
                    IsWhole: false
                );
    }

    private static void Add(List<SecretPair> found, Regex regex, string text, bool isQuery)
    {
        foreach (Match match in regex.Matches(text))
        {
            var value = match.Groups["value"].Value;
            var isQuoted = value.Length > 1 && value[0] is '"' or '\'';
            var isWhole = match.Length >= text.Trim().Length - 24;
            if (isQuoted || !Parameter.Value.IsMatch(value))
                found.Add(new SecretPair(match.Groups["name"].Value, value.Trim('"', '\''), isQuery, isWhole));
        }
    }
}
