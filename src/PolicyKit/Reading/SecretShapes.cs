using System.Text.RegularExpressions;

namespace PolicyKit.Reading;

/// <summary>
/// The shapes by which a secret, or a person's number, is known from its text alone. One list serves the rule that
/// finds secrets and every output, none of which may repeat them.
/// </summary>
public static class SecretShapes
{
    /// <summary>What stands in place of a secret. Its length says nothing about the secret's.</summary>
    public const string Mask = "********";

    // The last word of a name that holds a secret, whatever stands before it: FtpPassword, db_pwd, client-secret.
    private const string Name =
        @"(?:pass(?:word|wd|phrase)s?|pwds?|secrets?|credentials?"
        + @"|(?:api|access|account|secret|private|signing|encryption|subscription|master|shared[_-]?access)[_-]?keys?"
        + @"|shared[_-]?secret[_-]?value|(?:access|refresh|id|auth|bearer|security|session)?[_-]?token"
        + @"|(?<![a-z])(?:pw|pass)|パスワード|パスフレーズ|暗証番号|秘密鍵|認証キー|アクセスキー)";

    // The number itself, whatever its check digit: a slip of the keyboard is a person's number still.
    private const string NumberName = @"(?:個人番号|マイナンバー|my[_-]?number|kojin[_-]?bango)";

    private static readonly Lazy<Regex> SecretName = new(() => Of("(?:" + Name + "|" + NumberName + ")$"));

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // Published token formats: AWS access key ids, GitHub, GitLab, npm, NuGet, Slack, Google API keys, Stripe live
    // keys,
    // SendGrid, OpenAI and Anthropic; JSON Web Tokens (RFC 7519); PEM (RFC 7468);
    // private keys in XML (XML Signature, as .NET writes them).
    private static readonly Lazy<Regex> Token = new(() =>
        Exact(
            @"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{40,}\b"
                + @"|\bxox[abprs]-[A-Za-z0-9-]{10,}\b|\bAIza[0-9A-Za-z_-]{35}\b|\b[sr]k_live_[0-9A-Za-z]{16,}\b"
                + @"|\bgl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16,}|\bnpm_[A-Za-z0-9]{36}\b|\boy2[A-Za-z0-9]{40,}\b"
                + @"|\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|\bsk-(?:proj|svcacct|admin|ant)-[A-Za-z0-9_-]{20,}"
                + @"|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"
                + @"|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:(?!-----END)[\s\S])*(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----)?"
                + @"|<[RD]SAKeyValue>(?:(?!</[RD]SAKeyValue>)[\s\S])*?<(?:D|X)>[^<]+</(?:D|X)>"
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
        "glpat-",
        "gldt-",
        "glrt-",
        "glptt-",
        "npm_",
        "oy2",
        "SG.",
        "sk-",
        "eyJ",
        "PRIVATE KEY-----",
        "SAKeyValue>",
    };

    private static readonly Lazy<Regex[]> Valued = new(() =>
        new[]
        {
            // "password": "…", password: '…': to the quote that closes, past doubled and escaped ones.
            Of(
                Name
                    + @"\\?[""']?\s*:\s*[$@]*(?:\\?""(?<value>(?:[^""\\]|\\[^""]|\\""(?=[^,;:}\])\s])|"""")+)|'(?<value>(?:[^']|'')+)')"
            ),
            // password = "…", Password='…': with its quotes, which may be part of a connection string.
            Of(Name + @"\\?[""']?\s*=\s*[$@]*(?<value>""(?:[^""\\]|\\.|"""")+""|'(?:[^']|'')+')"),
            // Password=Sek ret'03;Database=…: to the semicolon, the quote around the whole, or the end.
            Of(Name + @"\s*=(?!=)\s*(?<value>(?!" + Expression + @")[^;""'\s{}][^;""\r\n]*)"),
            // password: … in YAML.
            Of(
                @"(?<!\w)[\w.-]*"
                    + Name
                    + @"[ \t]*:[ \t]+(?<value>(?!(?:true|false|null|~)\s*(?:$|[,}#]))(?!"
                    + Expression
                    + @")[^\s""'{[|>&*!][^\s,}""']*)"
            ),
            // password:…, as it is typed in a hurry.
            Of(Name + @":(?![:/\s])(?<value>(?!" + Expression + @")[^\s,;)}""'`「」]+)"),
            // Password=''…'' within single quotes of YAML or SQL.
            Of(Name + @"\s*=\s*(?<value>''(?:[^']|'(?!'))+'')"),
            // パスワードは … です, 「…」; 暗証番号は 0000.
            Of(
                @"(?:パスワード|パスフレーズ|暗証番号|password|passwd)\s*は[\s、:]*「?(?<value>[!-_a-~]{4,})」?"
                    + @"\s*(?:です|でした|だ。|である|となります|になります)"
            ),
            Of(@"(?:パスワード|パスフレーズ|暗証番号)[\s:]*[「『](?<value>[!-_a-~]{4,})[」』]"),
            Of(@"暗証番号は?\s*(?<value>\d{4,})"),
            Of(NumberName + @"[\w.-]*\\?[""']?\s*[:=は]?\s*\\?[""']?(?<value>\d(?:[- ]?\d){11})(?!\d)"),
            // <password>…</password>, <add key="DbPassword" value="…"/>, {"name": "password", "value": "…"}.
            Of(@"<(?:\w+:)?[\w.-]*" + Name + @"(?:\s[^<>]*)?>(?<value>[^<]+)<"),
            Of(@"\b(?:key|name)\s*=\s*""[^""]*" + Name + @"""\s+value\s*=\s*""(?<value>[^""]+)"""),
            Of(
                @"""(?:key|name)""\s*:\s*""[^""]*"
                    + Name
                    + @"""\s*,\s*""value""\s*:\s*(?:""(?<value>(?:[^""\\]|\\.)+)""|(?<value>[^\s"",}]+))"
            ),
            // A session in a header.
            Of(@"\b(?:Set-)?Cookie\s*:\s*(?<value>[^\s""'<>][^""'\r\n]*)"),
            // What stands on a command line.
            Of(@"(?<!\w)--?[\w-]*" + Name + @"[ \t]+(?!-)(?<value>[^\s""'`]+)"),
            Of(@"\bcurl\b[^\r\n]*?\s(?:-u|--user)[ \t]*[""']?[^\s:""']+:(?<value>[^\s""']+)"),
            Of(@"\bmysql\w*\b[^\r\n]*?\s-p(?<value>[^\s""']+)"),
            Of(@"\bsshpass\s+-p\s*[""']?(?<value>[^\s""']+)"),
            Of(@"\bnet\s+use\s[^\r\n]*?(?<value>[^\s""']+)\s+/user:"),
            Of(@"\bnet\s+use\s[^\r\n]*?/user:\S+\s+(?<value>[^\s""'/]+)"),
            // User info without a scheme, and as Oracle writes it.
            Of(
                @"(?<![\w/:.-])(?!(?:mailto|sips?|acct|xmpp):)[A-Za-z][\w.-]*:"
                    + @"(?<value>[^\s:@/""'`]{4,})@[\w-]+\.[\w.-]+"
            ),
            Of(@"(?<![\w/:.@-])[A-Za-z]\w*/(?<value>[^\s/@""'`]{4,})@(?://)?[\w.-]+(?::\d+)?/\w+"),
            // ID/PASS = admin/…
            Of(@"\bID\s*/\s*(?:PASS(?:WORD)?|PW)\s*[:=]\s*[^\s/""'`]+\s*/\s*(?<value>[^\s""'`]+)"),
            Of(@"\bhooks\.slack\.com/(?:services|workflows)/(?<value>[^\s""'`<>]+)"),
            // What a password has become.
            Of(@"(?<value>\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{40,})"),
            // A literal that a connection string is joined with: "…;Password=" + "…", $"…;Password={"…"}".
            Of(Name + @"\s*=\s*(?:""\s*\+\s*[$@]*""|\{\s*"")(?<value>[^""]+)"),
            // The password of a URL reaches to the last @: one may stand in it. A number behind a colon is a port.
            Of(@":(?:\\?/){2}[^/\\\s:@""']*:(?!\d+(?:[/?#""'\s]|$))(?<value>[^\s""'<>`]*)(?=@)"),
            Of(@":(?:\\?/){2}(?<value>[^/\\\s:@""'`]{8,})(?=@)"),
            // Signatures and keys in the query of a URL.
            Of(
                @"[?&](?:amp;)?(?:x-amz-|x-goog-)?(?:sig|signature|key|code|api[_-]?key|"
                    + Name
                    + @")=(?<value>[^&\s""'#`<>]+)"
            ),
            Of(@"\b(?:Bearer|Basic)\s+(?<value>[A-Za-z0-9._~+/=-]{8,})"),
            // A line of a key or certificate in base64; 64 hexadecimal digits are a hash.
            Exact(
                @"(?<![A-Za-z0-9+/=-])(?<value>(?=[A-Fa-f0-9]*[G-Zg-z+/])(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Za-z0-9+/]{64,}={0,2})(?![A-Za-z0-9+/=])"
            ),
        }
    );

    // A value that is worked out where it stands repeats no secret: a call, an index, a member, a keyword.
    private const string Expression =
        @"(?:await\b|new\b|nameof\b|null\b|default\b|true\b|false\b|[A-Za-z_]\w*(?:\?*\.[A-Za-z_]\w*)*\??[(\[]"
        + @"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\s*[;,)]|[$@]*"")";

    // 個人番号: twelve digits, in groups of four or not, half or full width.
    private static readonly Lazy<Regex> Number = new(() =>
        Of(@"(?<![0-9０-９])[0-9０-９]{4}[-－ 　]?[0-9０-９]{4}[-－ 　]?[0-9０-９]{4}(?![0-9０-９])")
    );

    // Behind one of these in code, a literal of the same line is what the password is made of.
    private static readonly Lazy<Regex> Dangling = new(() => Of(Name + @"\s*=\s*(?:""\s*(?:\+|,)|\{\s*[A-Za-z_])"));

    private static readonly Lazy<Regex> Escape = new(() => Of(@"\\(?:u(?<hex>[0-9a-f]{4})|(?<other>.))"));

    private static readonly Lazy<Regex> Literal = new(() => Of(@"""(?<value>(?:[^""\\]|\\.)+)"""));

    // Zero-width space, joiners, word joiner, byte order mark, soft hyphen.
    private static readonly char[] Invisible = { '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD' };

    private const int Long = 1_000;

    // Findings of one line are shown one after the other, each with that line.
    [ThreadStatic]
    private static (string Text, IReadOnlyList<(int, int)> Found)? _last;

    /// <summary>
    /// The secret parts of a text, as start and length, in order. A text that takes too long to search is secret as a
    /// whole.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        // What is said between two findings of a long line is short, and does not take its place.
        if (text.Length < Long)
            return Search(text);
        if (_last is { } last && string.Equals(last.Text, text, StringComparison.Ordinal))
            return last.Found;
        var found = Search(text);
        _last = (text, found);
        return found;
    }

    /// <summary>Whether a member of this name holds a secret or a person's number: <c>dbPassword</c>, 個人番号.</summary>
    /// <param name="name">The name, without quotes and as it is read.</param>
    public static bool IsSecretName(string name) =>
        SecretName.Value.IsMatch(Folded(WithoutInvisible(name ?? throw new ArgumentNullException(nameof(name)))));

    private static string WithoutInvisible(string text) => string.Concat(text.Split(Invisible));

    // Character by character, so that places stay: full width is read as half width.
    private static string Folded(string text)
    {
        var folded = default(char[]);
        for (var i = 0; i < text.Length; i++)
            if (Fold(text[i]) is var c && c != text[i])
                (folded ??= text.ToCharArray())[i] = c;
        return folded is null ? text : new string(folded);
    }

    private static char Fold(char c) =>
        c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
        : c == '\u3000' ? ' '
        : c;

    private static IReadOnlyList<(int Start, int Length)> Search(string text)
    {
        try
        {
            return Hidden(text) is { } seen ? OfSeen(text, seen) : OfPlain(Folded(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return new[] { (0, text.Length) };
        }
    }

    // Characters that nobody sees take a word apart for a program alone: where each of the others stands; null where
    // there are none.
    private static List<int>? Hidden(string text)
    {
        if (text.IndexOfAny(Invisible) < 0)
            return null;
        return Enumerable.Range(0, text.Length).Where(i => Array.IndexOf(Invisible, text[i]) < 0).ToList();
    }

    private static List<(int Start, int Length)> OfSeen(string text, List<int> seen) =>
        OfPlain(Folded(new string(seen.Select(i => text[i]).ToArray())))
            .Select(s => (Start: seen[s.Start], Length: seen[s.Start + s.Length - 1] - seen[s.Start] + 1))
            .ToList();

    private static List<(int Start, int Length)> OfPlain(string text) =>
        Plain(text)
            .Concat(EscapedLiterals(text))
            .Where(s => s.Length > 0)
            .OrderBy(s => s.Start)
            .ThenByDescending(s => s.Length)
            .ToList();

    // What can be seen in the text as it stands.
    private static IEnumerable<(int Start, int Length)> Plain(string text) =>
        Token
            .Value.Matches(text)
            .Cast<Match>()
            .Select(m => (m.Index, m.Length))
            .Concat(Valued.Value.SelectMany(regex => Values(regex, text)))
            .Concat(Numbers(text))
            .Concat(JoinedLiterals(text));

    /// <summary>Whether a text holds a published token format or a private key: a secret wherever it stands.</summary>
    public static bool IsToken(string text) =>
        Array.Exists(Markers, marker => text.IndexOf(marker, StringComparison.Ordinal) >= 0)
        && Token.Value.IsMatch(text);

    /// <summary>The text with every secret part masked.</summary>
    public static string Masked(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        var (result, at) = (new System.Text.StringBuilder(text.Length), 0);
        foreach (var (start, length) in Find(text))
        {
            if (start + length <= at)
                continue;
            // What begins within the last one goes on with its mask.
            if (start >= at)
                result.Append(text, at, start - at).Append(Mask);
            at = start + length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static Regex Exact(string pattern) => new(pattern, RegexOptions.CultureInvariant, Limit);

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limit);

    private static IEnumerable<(int, int)> Values(Regex regex, string text) =>
        regex
            .Matches(text)
            .Cast<Match>()
            .Where(m => m.Groups["value"].Value != Mask)
            .Select(m => (m.Groups["value"].Index, m.Groups["value"].Length));

    private static IEnumerable<(int, int)> JoinedLiterals(string text) =>
        Dangling.Value.IsMatch(text)
            ? Values(Literal.Value, text)
                .Where(l => !Dangling.Value.IsMatch(text.Substring(l.Item1, l.Item2 + 1) + "+"))
            : Enumerable.Empty<(int, int)>();

    // A literal may write its secret, or what tells of it, with escapes: it is looked at as it is read, and masked
    // whole.
    private static IEnumerable<(int Start, int Length)> EscapedLiterals(string text)
    {
        if (text.IndexOf('\\') < 0)
            yield break;
        foreach (Match match in Literal.Value.Matches(text))
        {
            var value = match.Groups["value"];
            if (
                value.Value.IndexOf('\\') >= 0
                && Plain(Folded(WithoutInvisible(Unescaped(value.Value)))).Any(s => s.Length > 0)
            )
                yield return (value.Index, value.Length);
        }
    }

    private static string Unescaped(string text) =>
        Escape.Value.Replace(
            text,
            m =>
                m.Groups["hex"].Success
                    ? ((char)Convert.ToInt32(m.Groups["hex"].Value, 16)).ToString()
                    : m.Groups["other"].Value
        );

    private static IEnumerable<(int, int)> Numbers(string text)
    {
        foreach (Match match in Number.Value.Matches(text))
            if (IsIndividualNumber(match.Value))
                yield return (match.Index, match.Length);
    }

    // The check digit of the 個人番号 (番号法施行令に基づく総務省令 第5条): modulus 11, weights 2 to 7 and 2 to 6 from the right.
    private static bool IsIndividualNumber(string text)
    {
        var digits = text.Where(char.IsDigit).Select(c => c >= '０' ? c - '０' : c - '0').ToArray();
        var sum = 0;
        for (var n = 1; n <= 11; n++)
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        var rest = sum % 11;
        return digits[11] == (rest <= 1 ? 0 : 11 - rest);
    }
}
