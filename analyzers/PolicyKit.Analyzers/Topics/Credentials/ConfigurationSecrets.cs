using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// Credentials by the names that frameworks and people give them in configuration: Jwt:Key, TokenKey, an array under
/// ApiKeys, machineKey, a header.
/// In a configuration file a value is used as what its name says, so less is asked of it than of a text in code.
/// </summary>
internal sealed class ConfigurationSecrets(CredentialHeuristics judge)
{
    // Beside the names of the standard: abbreviations, Japanese and romaji.
    private static readonly string[] Words =
    {
        "pass",
        "passwd",
        "passcode",
        "passphrase",
        "passwordsalt",
        "pwd",
        "pw",
        "ango",
        "angou",
        "ansho",
        "anshobango",
        "himitsu",
        "himitsukagi",
        "パスワード",
        "パスコード",
        "パスフレーズ",
        "暗証番号",
        "暗証",
        "合言葉",
        "秘密鍵",
        "秘密",
        "暗号鍵",
        "暗号化キー",
        "認証キー",
        "apiキー",
        "アクセスキー",
        "validationkey",
        "decryptionkey",
        "secretaccesskey",
        "accountkey",
        "encryptionkey",
        "signingkey",
        "issuersigningkey",
        "authorization",
        "credential",
    };

    // Whose last word alone does not say it: the value must look like one.
    private static readonly string[] Vague = { "key", "token", "sas", "signature", "auth", "キー", "トークン", "鍵" };

    // A key with these words is none that is kept secret, or no key at all.
    private static readonly string[] Open =
    {
        "public",
        "publishable",
        "foreign",
        "partition",
        "row",
        "sort",
        "cache",
        "route",
        "routing",
        "lookup",
        "object",
        "registry",
        "group",
        "order",
        "index",
        "site",
        "hot",
        "short",
        "resource",
        "instrumentation",
        "translation",
        "locale",
        "csrf",
        "xsrf",
        "antiforgery",
        "publickeytoken",
        "cancellation",
    };

    // What is left of a secret that nobody can get back.
    private static readonly string[] Transformed = { "hash", "hashed", "encrypted", "digest" };

    // Under a name of these words a key signs or encrypts: what stands there is the key, however it looks.
    private static readonly string[] Signing =
    {
        "jwt",
        "token",
        "bearer",
        "signing",
        "encryption",
        "symmetric",
        "hmac",
    };

    // Sections of texts for people.
    private static readonly string[] Texts =
    {
        "text",
        "message",
        "label",
        "error",
        "resource",
        "string",
        "validation",
        "localization",
        "placeholder",
        "title",
        "description",
        "help",
        "caption",
        "logging",
        "loglevel",
    };

    // What stands for a secret that is kept elsewhere, or is encrypted.
    private static readonly Lazy<Regex> Reference = new(() =>
        new Regex(
            @"^(@Microsoft\.KeyVault\(|ENC\[|\{cipher\}|AutoGenerate\b"
                + @"|(vault|arn|ssm|secretsmanager|azurekv|keyvault|gcp|op|env|file|ref)[:+]"
                + @"|secret[:/]{1,3}|[$]|projects/[^/]+/secrets/)|^CfDJ8",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly Lazy<Regex> Guid = new(() =>
        new Regex(@"^\{?[0-9a-f]{8}(-[0-9a-f]{2,}){3,4}\}?$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))
    );

    /// <summary>Whether a value is a reference to a secret that is kept elsewhere, or is encrypted.</summary>
    public static bool IsReference(string value) => value.Length > 0 && Reference.Value.IsMatch(value);

    /// <summary>Whether a value is a credential by its key.</summary>
    public bool Holds(ConfigurationEntry entry)
    {
        if (!entry.IsText || entry.Value.Length == 0 || IsReference(entry.Value))
            return false;
        if (IsBasic(entry.Value))
            return true;
        var name = NameOf(entry);
        if (judge.IsCredentialName(name))
            return judge.IsSecret(entry.Value, name) || IsUnusual(entry, name) || IsSigning(entry, name);
        if (IdentifierWords.EndsWithWord(name, Words))
            return !ConfigurationNames.Has(name, Transformed)
                && (judge.IsSecret(entry.Value, "secret") || IsUnusual(entry, "secret"));
        if (!IdentifierWords.EndsWithWord(name, Vague) || ConfigurationNames.Has(name, Open))
            return false;
        return IsSigning(entry, name) || LooksRandom(entry.Value);
    }

    // Basic and Base64 of user:password, under whatever name the header is kept.
    private static bool IsBasic(string value)
    {
        if (!value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return false;
        try
        {
            var text = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(value.Substring(6).Trim()));
            return text.IndexOf(':') is > 0 and var at && at < text.Length - 1 && text.All(c => !char.IsControl(c));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The name by which a value is judged: of a list, the list's without its plural.</summary>
    private static string NameOf(ConfigurationEntry entry)
    {
        var name = ConfigurationNames.NameOf(entry);
        var isInList = !string.Equals(name, entry.Name, StringComparison.Ordinal);
        return isInList && name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;
    }

    // Jwt:Key = "this is the key of this system": what signs is not a label.
    private bool IsSigning(ConfigurationEntry entry, string name) =>
        IdentifierWords.EndsWithWord(name, new[] { "key", "secret" })
        && ConfigurationNames.Has(entry.Key, Signing)
        && entry.Value.Length is >= 8 and <= 512
        && entry.Value.Distinct().Count() >= 5
        && !IsName(entry.Value)
        && judge.IsSecretValue(Plain(entry.Value));

    // A password of other letters than ASCII's, or of several words.
    private bool IsUnusual(ConfigurationEntry entry, string name)
    {
        var value = entry.Value;
        if (
            value.Length is < 4 or > 64
            || !value.Any(c => c > '~' || c == ' ')
            || ConfigurationNames.Has(entry.Key, Texts)
        )
            return false;
        // Sentences and words for the thing itself.
        if (
            value.Any(c => c is '。' or '、' or '？' or '?' or '\n')
            || value.Count(c => c is ' ' or '　') > 5
            || IdentifierWords.EndsWithAny(value, Words)
            || value.EndsWith("ください", StringComparison.Ordinal)
            || value.EndsWith("です", StringComparison.Ordinal)
            || value.EndsWith("ます", StringComparison.Ordinal)
        )
            return false;
        return judge.IsSecret(Plain(value), name);
    }

    // The heuristics know texts of ASCII alone: a letter stands for every other, and none for white space.
    private static string Plain(string value) =>
        new(value.Where(c => !char.IsWhiteSpace(c)).Select(c => c > '~' ? (char)('a' + (c % 26)) : c).ToArray());

    // MAIL_PASSWORD: the name of an environment variable.
    private static bool IsName(string value) =>
        value.IndexOf('_') > 0 && value.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    private bool LooksRandom(string value) =>
        value.Length is >= 16 and <= 4096
        && value.Count(char.IsDigit) >= 2
        && value.Any(char.IsLetter)
        && value.Distinct().Count() >= 8
        && !Guid.Value.IsMatch(value)
        && value.IndexOf('/') is not 0
        && !IsName(value)
        && judge.IsSecretValue(value)
        && judge.IsSecret(value, "secret");
}
