using System.Text.RegularExpressions;

namespace PolicyKit.Findings;

/// <summary>
/// The shapes by which a secret is known from its text alone. One list serves the rule that finds secrets and the
/// frames that must not repeat them.
/// </summary>
public static class SecretShapes
{
    /// <summary>What stands in place of a secret. Its length says nothing about the secret's.</summary>
    public const string Mask = "********";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // Published token formats: AWS access key ids, GitHub, Slack, Google API keys, Stripe live keys; JSON Web Tokens
    // (RFC 7519); PEM (RFC 7468).
    private static readonly Lazy<Regex> Token = new(() =>
        new Regex(
            @"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
                + @"|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{40,}\b"
                + @"|\bxox[abprs]-[A-Za-z0-9-]{10,}\b"
                + @"|\bAIza[0-9A-Za-z_-]{35}\b"
                + @"|\b[sr]k_live_[0-9A-Za-z]{16,}\b"
                + @"|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"
                + @"|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^-]*(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----)?",
            RegexOptions.CultureInvariant,
            Limit
        )
    );

    // Every token format holds one of these: a cheap look before the expression.
    private static readonly string[] Markers =
    {
        "AKIA",
        "ASIA",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "xox",
        "AIza",
        "k_live_",
        "eyJ",
        "PRIVATE KEY-----",
    };

    private static readonly Lazy<Regex> Pair = new(() =>
        new Regex(
            @"(?<key>\b(?:Password|Pwd|AccountKey|SharedAccessKey|SharedSecretValue|SecretKey|ClientSecret|ApiKey)\s*=\s*)"
                + @"(?<value>""[^""]*""|'[^']*'|[^;""'\s]+)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        )
    );
    private static readonly Lazy<Regex> UserInfo = new(() =>
        new Regex(
            @"(?<key>[a-z][a-z0-9+.-]*://[^/\s:@""']+:)(?<value>[^@/\s""']+)(?=@)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        )
    );

    /// <summary>
    /// The secret parts of a text, as start and length, in order. A text that takes too long to search is secret as a
    /// whole.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        try
        {
            return Token
                .Value.Matches(text)
                .Cast<Match>()
                .Select(m => (m.Index, m.Length))
                .Concat(Valued(Pair.Value, text))
                .Concat(Valued(UserInfo.Value, text))
                .OrderBy(s => s.Item1)
                .ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return new[] { (0, text.Length) };
        }
    }

    /// <summary>Whether a text holds a published token format or a private key: a secret wherever it stands.</summary>
    public static bool IsToken(string text) =>
        Array.Exists(Markers, marker => text.IndexOf(marker, StringComparison.Ordinal) >= 0)
        && Token.Value.IsMatch(text);

    /// <summary>The text with every secret part masked.</summary>
    public static string Masked(string text)
    {
        foreach (var (start, length) in Find(text).Reverse())
            text = text.Substring(0, start) + Mask + text.Substring(Math.Min(text.Length, start + length));
        return text;
    }

    private static IEnumerable<(int, int)> Valued(Regex regex, string text) =>
        regex.Matches(text).Cast<Match>().Select(m => (m.Groups["value"].Index, m.Groups["value"].Length));
}
