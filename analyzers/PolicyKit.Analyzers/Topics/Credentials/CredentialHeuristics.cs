using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>What counts as the name of a credential and what as its value. Precision first: what people show, label, look up or template is silent.</summary>
internal sealed class CredentialHeuristics(ValueList<string> names, ValueList<string> placeholders)
{
    private static readonly HashSet<string> ConnectionKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "pwd",
        "accountkey",
        "sharedaccesskey",
    };
    private static readonly Lazy<Regex> UserInfo = new(() =>
        new Regex(
            @"^[a-z][a-z0-9+.-]*://[^/\s:@]+:(?<secret>[^@/\s]+)@",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    // Header-Name, ENVIRONMENT_VARIABLE, configuration:key and resource-name-of-words: letters in the pattern of a name, as no generated secret is.
    private static readonly Lazy<Regex> NameLike = new(() =>
        new Regex(
            "^(?:[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Za-z]+(?:[.:/_+-][A-Za-z]+)+)$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly string[] About =
    {
        "Invalid",
        "Missing",
        "Wrong",
        "Incorrect",
        "Expired",
        "Bad",
        "Weak",
        "Forgot",
        "Require",
        "Show",
        "Hide",
        "Error",
        "Label",
        "Reset",
        "Change",
    };

    private readonly string[] _names = names.Select(IdentifierWords.Plain).ToArray();
    private readonly ConcurrentDictionary<string, bool> _isName = new(StringComparer.Ordinal);
    private readonly string[] _placeholders = placeholders.Select(p => p.ToLowerInvariant()).ToArray();

    /// <summary>The password in the user information of a URL; null when there is none.</summary>
    public static string? UserInfoSecret(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) > 0 && UserInfo.Value.Match(text) is { Success: true } match
            ? match.Groups["secret"].Value
            : null;

    /// <summary>Whether the password of a URL is one, and not the word for it: https://user:password@host shows the form.</summary>
    public bool IsUserSecret(string secret) =>
        !Array.Exists(_names, name => string.Equals(name, secret, StringComparison.OrdinalIgnoreCase))
        && IsSecretValue(secret);

    /// <summary>Whether a name ends with a word for a credential. Programs repeat their names: each is looked at once.</summary>
    public bool IsCredentialName(string name) => _isName.GetOrAdd(name, n => IdentifierWords.EndsWithAny(n, _names));

    public bool IsSecretKey(string key) => ConnectionKeys.Contains(key);

    public bool IsCredentialSink(NamedValue sink) =>
        sink.Symbol switch
        {
            IParameterSymbol { Name: "key", ContainingSymbol.ContainingType: { } type } => type.Name
                == "SymmetricSecurityKey"
                || type.Name.StartsWith("HMACSHA", StringComparison.Ordinal),
            IParameterSymbol { Name: "parameter", ContainingSymbol.ContainingType.Name: "AuthenticationHeaderValue" } =>
                true,
            null => IsCredentialName(sink.Name) || IdentifierWords.Plain(sink.Name) == "authorization",
            _ => IsCredentialName(sink.Name),
        };

    /// <summary>Whether a text put under a credential's name is one, and not a label, a key to look it up by, or a template.</summary>
    public bool IsSecret(string text, string name)
    {
        if (IdentifierWords.Plain(name) == "authorization")
            return text.IndexOf(' ') is var space and > 0
                && text.Substring(0, space) is "Basic" or "Bearer" or "ApiKey"
                && IsSecretValue(text.Substring(text.IndexOf(' ') + 1));
        // A hash of a password is none: hashedPassword. What speaks about a password holds none, and what repeats the name is a name: InvalidPassword = "28P01", AccessToken = "AccessTokenFormat".
        if (
            PlaintextPasswordFinder.IsTransformed(name)
            || Array.Exists(About, word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            || IdentifierWords.Plain(text).Contains(IdentifierWords.Plain(name))
        )
            return false;
        // The value is itself a name: a form field, a claim, a header, an environment variable, a configuration key, the name of a secret in a vault, the word cut short.
        return !IdentifierWords.EndsWithAny(text, _names)
            && !IsCutShort(text)
            && !NameLike.Value.IsMatch(text)
            && IsSecretValue(text);
    }

    private bool IsCutShort(string text) =>
        Array.Exists(_names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    public bool IsSecretValue(string text)
    {
        if (text.Length is < 4 or > 4096 || text.Distinct().Count() < 3)
            return false;
        if (text.Any(c => c == StringValue.Hole || char.IsWhiteSpace(c) || c > 0x7E || c < 0x20))
            return false;
        // A switch is no secret: forwardWindowsAuthToken="false".
        if (
            StringValue.IsNothing(text)
            || text[0] is '/' or '#' or '.' or '~'
            || text.IndexOf("://", StringComparison.Ordinal) >= 0
            || IsTemplate(text)
        )
            return false;
        var lower = text.ToLowerInvariant();
        return !_placeholders.Any(p => p.Length >= 5 ? lower.Contains(p) : lower == p);
    }

    private static bool IsTemplate(string text) =>
        (text.IndexOf('{') is var open and >= 0 && text.IndexOf('}') > open)
        || (text[0] == '<' && text[text.Length - 1] == '>')
        || (text[0] == '%' && text[text.Length - 1] == '%')
        || text.StartsWith("$(", StringComparison.Ordinal)
        || text.Contains("***");
}
