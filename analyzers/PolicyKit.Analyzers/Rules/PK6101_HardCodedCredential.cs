using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Analyzers.Framework;
using PolicyKit.Compliance;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6101_HardCodedCredential() : PolicyRule("PK6101", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("credentials.names");
    private static readonly ParameterId Placeholders = ParameterId.Parse("credentials.placeholders");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Placeholders);

    public override bool PointsAtSecrets => true;

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var judge = new CredentialJudge(rule.Values(Names), rule.Values(Placeholders));
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Shape(value.Text, judge) is { } key)
                    rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), key);
            }
        );
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (!judge.IsCredentialSink(sink))
                    return;
                foreach (var value in TextValues.Of(sink.Value))
                    if (
                        Shape(value.Text, judge) is null
                        && judge.IsSecret(value.Text, sink.Name)
                        && !TextSinks.IsOnlyAName(value.Origin)
                        && !TestCode.Holds(context.ContainingSymbol)
                    )
                        rule.Report(
                            context.ReportDiagnostic,
                            value.Origin.GetLocation(),
                            sink.IsComparison && value.Origin == sink.Value.Syntax ? "PK6101.compared" : "PK6101",
                            NameAt(value.Origin) ?? sink.Name
                        );
            }
        );
    }

    // One literal may reach several sinks: the name beside the literal is the same for all of them, whichever is seen first.
    private static string? NameAt(SyntaxNode origin) =>
        origin.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };

    // Secrets that are known from their text alone, wherever they stand.
    private static string? Shape(string text, CredentialJudge judge)
    {
        if (text.Length < 12)
            return null;
        if (SecretShapes.IsToken(text))
            return "PK6101.token";
        if (ConnectionText.Pairs(text) is { } pairs)
            return pairs.Any(p => judge.IsSecretKey(p.Key) && judge.IsSecretValue(p.Value.Trim('"', '\'')))
                ? "PK6101.connection-string"
                : null;
        return CredentialJudge.UserInfoSecret(text) is { } secret && judge.IsUserSecret(secret) ? "PK6101.url" : null;
    }
}

/// <summary>What counts as the name of a credential and what as its value. Precision first: what people show, label, look up or template is silent.</summary>
internal sealed class CredentialJudge(ValueList<string> names, ValueList<string> placeholders)
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

    private readonly string[] _names = names.Select(Identifier.Plain).ToArray();
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
    public bool IsCredentialName(string name) => _isName.GetOrAdd(name, n => Identifier.EndsWithAny(n, _names));

    public bool IsSecretKey(string key) => ConnectionKeys.Contains(key);

    public bool IsCredentialSink(TextSink sink) =>
        sink.Symbol switch
        {
            IParameterSymbol { Name: "key", ContainingSymbol.ContainingType: { } type } => type.Name
                == "SymmetricSecurityKey"
                || type.Name.StartsWith("HMACSHA", StringComparison.Ordinal),
            IParameterSymbol { Name: "parameter", ContainingSymbol.ContainingType.Name: "AuthenticationHeaderValue" } =>
                true,
            null => IsCredentialName(sink.Name) || Identifier.Plain(sink.Name) == "authorization",
            _ => IsCredentialName(sink.Name),
        };

    /// <summary>Whether a text put under a credential's name is one, and not a label, a key to look it up by, or a template.</summary>
    public bool IsSecret(string text, string name)
    {
        if (Identifier.Plain(name) == "authorization")
            return text.IndexOf(' ') is var space and > 0
                && text.Substring(0, space) is "Basic" or "Bearer" or "ApiKey"
                && IsSecretValue(text.Substring(text.IndexOf(' ') + 1));
        // A hash of a password is none: hashedPassword. What speaks about a password holds none, and what repeats the name is a name: InvalidPassword = "28P01", AccessToken = "AccessTokenFormat".
        if (
            PasswordTexts.IsTransformed(name)
            || Array.Exists(About, word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            || Identifier.Plain(text).Contains(Identifier.Plain(name))
        )
            return false;
        // The value is itself a name: a form field, a claim, a header, an environment variable, a configuration key, the name of a secret in a vault, the word cut short.
        return !Identifier.EndsWithAny(text, _names)
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
        if (text.Any(c => c == TextValue.Hole || char.IsWhiteSpace(c) || c > 0x7E || c < 0x20))
            return false;
        // A switch is no secret: forwardWindowsAuthToken="false".
        if (
            TextValue.IsNothing(text)
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
