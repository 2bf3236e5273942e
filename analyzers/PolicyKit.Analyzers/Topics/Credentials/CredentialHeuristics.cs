using System.Text.RegularExpressions;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// What counts as the name of a credential and what as its value. Precision first: what people show, label, look up
/// or template is silent.
/// </summary>
internal sealed class CredentialHeuristics
{
    private static readonly HashSet<string> ConnectionKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "pwd",
        "accountkey",
        "sharedaccesskey",
        "sharedaccesssignature",
    };

    private static readonly Lazy<Regex> UserInfo = new(() =>
        new Regex(
            @"[a-z][a-z0-9+.-]*://(?<user>[^/\s:@<>""']+):(?<secret>[^@/\s<>""]+)@",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    // As long must a part of a password be that stands before what is not known.
    private const int ShortestPart = 4;

    // Names that speak about a credential: what they hold is a code or a message.
    private static readonly string[] About =
    {
        "Invalid",
        "Missing",
        "Wrong",
        "Incorrect",
        "Expired",
        "Bad",
        "Weak",
        "Require",
        "Required",
        "Requires",
        "Error",
        "Errors",
        "Label",
    };

    // Words for a password that are too short to decide by themselves.
    private static readonly string[] ShortPasswords = { "pass", "pw" };

    private static readonly string[] Ambiguous = { "ango", "angou", "暗号" };

    private static readonly char[] Signs = { '!', '#', '$', '%', '&', '@', '*', '+', '=', '?', '^', '~' };

    // Names of actions and pages, or of the credential that an action gives: ResetPassword.
    private static readonly string[] Actions =
    {
        "Forgot",
        "Show",
        "Hide",
        "Reset",
        "Change",
        "Update",
        "Enter",
        "Confirm",
        "Confirmed",
    };

    private readonly CredentialNames _names;
    private readonly SecretTexts _texts;
    private readonly string[] _placeholders;

    public CredentialHeuristics(ValueList<string> names, ValueList<string> keyNames, ValueList<string> placeholders)
    {
        _names = new CredentialNames(names, keyNames);
        _texts = new SecretTexts(_names.Words);
        _placeholders = placeholders.Select(p => p.ToLowerInvariant()).ToArray();
    }

    /// <summary>
    /// The password in the user information of a URL; null when there is none, or when it only repeats the user as
    /// defaults that everybody knows do.
    /// </summary>
    public static string? UserInfoSecret(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) > 0
        && UserInfo.Value.Match(text) is { Success: true } match
        && match.Groups["user"].Value != match.Groups["secret"].Value
            ? match.Groups["secret"].Value
            : null;

    /// <summary>
    /// Whether the password of a URL is one, and not the word for it: https://user:password@host shows the form.
    /// </summary>
    public bool IsUserSecret(string secret) => !_names.IsWord(secret) && secret.Length > 1 && IsSecretValue(secret);

    /// <summary>Whether a name ends with a word for a credential.</summary>
    public bool IsCredentialName(string name) => _names.KindOf(name) != CredentialKind.None;

    /// <summary>
    /// Whether a key of a connection string takes a secret: Password, Jet OLEDB:Database Password, Proxy Password.
    /// </summary>
    public static bool IsSecretKey(string key) =>
        ConnectionKeys.Contains(key) || IdentifierWords.EndsWithWord(key, PasswordWords);

    private static readonly string[] PasswordWords = { "password", "pwd" };

    /// <summary>
    /// Whether the password of a connection string is one, and not a parameter of a query: Password=@password. A part
    /// of it that is written is enough.
    /// </summary>
    public bool IsConnectionSecret(string value)
    {
        var written = value.Trim('"', '\'').Split(StringValue.Hole)[0].Trim();
        if (
            written.Length == 0
            || (written.Length < value.Length && written.Length < ShortestPart && value.IndexOf(StringValue.Hole) >= 0)
        )
            return false;
        var isParameter = written[0] is '@' or ':' or '?' && (written.Length <= 12 || !written.Any(char.IsDigit));
        return !isParameter && IsSecretValue(written.Split(' ')[0]);
    }

    /// <summary>
    /// Whether a library takes a password here: what is written there is one, whatever it spells.
    /// </summary>
    public bool IsTakenBy(NamedValue sink, string text) => TakesPassword(sink) && IsPasswordTaken(text);

    /// <summary>Whether a library takes a password at a place, by the name of its parameter or property.</summary>
    public bool TakesPassword(NamedValue sink) =>
        sink
            is {
                IsForeign: true,
                IsComparison: false,
                Symbol: IParameterSymbol
                    {
                        Type.SpecialType: SpecialType.System_String,
                        ContainingSymbol: IMethodSymbol { IsExtensionMethod: false }
                    }
                    or IPropertySymbol { Type.SpecialType: SpecialType.System_String }
            }
        && _names.IsWord(sink.Name);

    /// <summary>Whether a text that a library takes as a password is one.</summary>
    public bool IsPasswordTaken(string text) =>
        text.Length > 3 && !_names.IsWord(text) && IsSecretValue(text) && !SecretLook.IsName(text);

    public bool IsCredentialSink(NamedValue sink) =>
        IsCredentialName(sink.Name)
        || (sink.Symbol is null && IdentifierWords.Plain(sink.Name) == "authorization")
        || sink.Symbol
            is IParameterSymbol
            {
                Name: "parameter",
                ContainingSymbol.ContainingType: { Name: "AuthenticationHeaderValue", IsFramework: true }
            };

    /// <summary>The first name in a text that stands beside its secret; null when there is none.</summary>
    public string? NamedIn(string text) =>
        _texts
            .In(text)
            .FirstOrDefault(pair =>
                (
                    pair.IsQuery
                    && IdentifierWords.Plain(pair.Name) is "sig" or "key" or "code"
                    && SecretLook.IsGenerated(pair.Value)
                )
                || (
                    IsCredentialName(pair.Name)
                    && IsSecret(pair.Value, pair.Name)
                    && (
                        (pair.IsWhole && !pair.IsQuery && pair.Value.Length > 5)
                        || pair.Value.Any(char.IsDigit)
                        || !pair.Value.All(char.IsLetter)
                    )
                )
            )
            ?.Name;

    /// <summary>
    /// Whether a text put under a credential's name is one, and not a label, a key to look it up by, or a template.
    /// </summary>
    public bool IsSecret(string text, string name)
    {
        if (IdentifierWords.Plain(name) == "authorization")
            return text.IndexOf(' ') is var space and > 0
                && text.Substring(0, space) is "Basic" or "Bearer" or "ApiKey"
                && IsSecretValue(text.Substring(text.IndexOf(' ') + 1));
        // What speaks about a password holds none.
        if (IdentifierWords.StartsWithWord(name, About))
            return false;
        // The value is itself a name: a form field, a claim, a header, an environment variable, a configuration key,
        // the name of a secret in a vault, the word cut short.
        if (
            _names.EndsLikeOne(text)
            || _names.IsCutShort(text, name)
            || SecretLook.IsName(text)
            || Repeats(text, name)
            || !IsSecretValue(text)
        )
            return false;
        // 暗号 is the word for a cipher as well as for a password: what people make up has a sign of its own.
        if (IdentifierWords.EndsWithWord(name, Ambiguous))
            return SecretLook.IsGenerated(text) || (SecretLook.IsMadeUp(text, 6) && text.IndexOfAny(Signs) >= 0);
        if (_names.KindOf(name) == CredentialKind.Key)
            return IdentifierWords.EndsWithWord(name, ShortPasswords)
                ? SecretLook.IsMadeUp(text, 6)
                : SecretLook.IsGenerated(text);
        return !IdentifierWords.StartsWithWord(name, Actions) || SecretLook.IsMadeUp(text, 8);
    }

    /// <summary>Whether a text may be a secret by itself.</summary>
    public bool IsSecretValue(string text)
    {
        if (text.Length is 0 or > 4096 || text.Trim().Length == 0 || text.IndexOf(StringValue.Hole) >= 0)
            return false;
        if (text.Length > 3 && text.Distinct().Count() < 3)
            return false;
        // A switch is not a secret: forwardWindowsAuthToken="false".
        if (
            StringValue.IsNothing(text)
            || text[0] is '/' or '.' or '~'
            || (text.Length < 3 && !text.Any(char.IsLetterOrDigit))
            || text.IndexOf("://", StringComparison.Ordinal) >= 0
            || SecretLook.IsSaid(text)
            || IsTemplate(text)
        )
            return false;
        var lower = text.ToLowerInvariant();
        return !_placeholders.Any(p => p.Length >= 5 ? lower.Contains(p) : lower == p);
    }

    // AccessToken = "AccessTokenFormat", ApiKey = "ApiKeyHeader01": a name that holds the other. "MyPassword#123" and
    // "Password1" are none.
    private static bool Repeats(string text, string name)
    {
        var letters = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return text.Length - letters.Length <= 2
            && letters.Length > 0
            && letters.All(c => char.IsLetter(c) || c is '_' or '-' or '.' or ' ')
            && IdentifierWords.Plain(letters).Contains(IdentifierWords.Plain(name))
            && (letters.Length == text.Length || IdentifierWords.Plain(letters) != IdentifierWords.Plain(name));
    }

    private static bool IsTemplate(string text) =>
        (text.IndexOf('{') is var open and >= 0 && text.IndexOf('}') > open)
        || (text[0] == '<' && text[text.Length - 1] == '>')
        || (text[0] == '%' && text[text.Length - 1] == '%')
        || (text[0] == '[' && text[text.Length - 1] == ']')
        || text.StartsWith("$(", StringComparison.Ordinal)
        || text.StartsWith("ENC[", StringComparison.Ordinal)
        || text.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal)
        || text.StartsWith("^(", StringComparison.Ordinal)
        || text.Contains("***");
}
