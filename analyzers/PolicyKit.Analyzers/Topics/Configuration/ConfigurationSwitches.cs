namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>
/// Switches by which an application turns a protection of its own off, told by the words of their names:
/// SkipAuthentication: true, ValidateCertificate: false.
/// </summary>
internal static class ConfigurationSwitches
{
    // What takes a check away.
    private static readonly string[] Negations =
    {
        "skip",
        "skips",
        "ignore",
        "ignores",
        "disable",
        "disables",
        "disabled",
        "bypass",
        "bypasses",
        "no",
        "omit",
        "without",
        "suppress",
        "mushi",
        "mukou",
        "muko",
        "shouryaku",
        "shoryaku",
        "nashi",
        "mukouka",
        "mukoka",
        "fuyou",
        "無視",
        "無効",
        "省略",
        "スキップ",
        "なし",
        "無し",
        "不要",
    };

    // What lets something in that a check would refuse.
    private static readonly string[] Permissions =
    {
        "allow",
        "allows",
        "accept",
        "accepts",
        "trust",
        "trusts",
        "permit",
    };

    private static readonly string[] Unfit =
    {
        "invalid",
        "untrusted",
        "selfsigned",
        "self",
        "any",
        "all",
        "every",
        "expired",
        "insecure",
        "unsafe",
        "unvalidated",
    };

    // What puts a check in place.
    private static readonly string[] Requirements =
    {
        "validate",
        "validates",
        "verify",
        "verifies",
        "check",
        "checks",
        "require",
        "requires",
        "enable",
        "enables",
        "enabled",
        "enforce",
        "use",
        "uses",
        "must",
    };

    private static readonly string[] Checks =
    {
        "validation",
        "verification",
        "check",
        "checks",
        "errors",
        "error",
        "ninsho",
        "ninshou",
        "kensho",
        "kenshou",
        "検証",
        "認証",
        "エラー",
    };

    private static readonly string[] Certificates =
    {
        "certificate",
        "certificates",
        "cert",
        "certs",
        "shomeisho",
        "shoumeisho",
        "証明書",
    };

    private static readonly string[] Transports = { "ssl", "tls", "https" };

    private static readonly string[] Authentications =
    {
        "authentication",
        "authorization",
        "auth",
        "authn",
        "authz",
        "login",
        "signin",
        "ninsho",
        "ninshou",
        "ninka",
        "roguin",
        "認証",
        "認可",
        "ログイン",
    };

    // What is only about these is not a protection of the system's own: AuthenticationCache, AuthenticationLogging.
    private static readonly string[] Aspects =
    {
        "cache",
        "caching",
        "log",
        "logs",
        "logging",
        "metrics",
        "retry",
        "trace",
        "tracing",
        "revocation",
        "window",
        "windows",
        "basic",
        "ntlm",
        "anonymous",
        "client",
        "proxy",
        "smtp",
        "redirect",
        "page",
        "persistent",
        "prompt",
        "button",
        "external",
        "google",
        "facebook",
        "twitter",
        "github",
        "microsoft",
    };

    /// <summary>Whether an entry says that certificates are not validated.</summary>
    public static bool TrustsAnyCertificate(ConfigurationEntry entry)
    {
        if (!IsSwitch(entry, out var isOn))
            return string.Equals(entry.Name, "certificateValidationMode", StringComparison.OrdinalIgnoreCase)
                && string.Equals(entry.Value, "None", StringComparison.OrdinalIgnoreCase);
        // Kestrel:Certificates:Default:AllowInvalid
        if (
            isOn
            && string.Equals(entry.Name, "AllowInvalid", StringComparison.OrdinalIgnoreCase)
            && ConfigurationNames.Has(entry.Key, Certificates)
        )
            return true;
        return TrustsAnyCertificate(WordsOf(entry), isOn);
    }

    /// <summary>Whether a switch of that name says, in that position, that certificates are not validated.</summary>
    public static bool TrustsAnyCertificate(string name, bool isOn) =>
        TrustsAnyCertificate(IdentifierWords.Split(name).ToList(), isOn);

    private static bool TrustsAnyCertificate(List<string> words, bool isOn)
    {
        if (words.Contains("revocation"))
            return false;
        var isOfCertificates = Has(words, Certificates);
        var isOfTransport = Has(words, Transports);
        if (!isOfCertificates && !isOfTransport)
            return false;
        if (isOn)
            return Has(words, Negations) && (isOfCertificates ? !words.Contains("client") : Has(words, Checks))
                || (Has(words, Permissions) && Has(words, Unfit));
        return Has(words, new[] { "validate", "verify", "check" }) && !words.Contains("client")
            || (Has(words, new[] { "validation", "verification" }) && Has(words, Requirements.Append("validation")));
    }

    /// <summary>Whether an entry says that nobody is asked who he is.</summary>
    public static bool SkipsAuthentication(ConfigurationEntry entry) =>
        IsSwitch(entry, out var isOn) && SkipsAuthentication(WordsOf(entry), isOn);

    /// <summary>Whether a switch of that name says, in either position, that nobody is asked who he is.</summary>
    public static bool IsSwitchOfAuthentication(string name)
    {
        var words = IdentifierWords.Split(name).ToList();
        return SkipsAuthentication(words, true) || SkipsAuthentication(words, false);
    }

    private static bool SkipsAuthentication(List<string> words, bool isOn)
    {
        if (isOn && words.Contains("allow") && words.Contains("anonymous"))
            return words.Count == 2 || words.Contains("access") || words.Contains("users") || words.Contains("user");
        if (!Has(words, Authentications) || Has(words, Aspects) || Has(words, Transports) || Has(words, Certificates))
            return false;
        // Authentication:Enabled says it by its section.
        return isOn
            ? Has(words, Negations)
            : Has(words, new[] { "require", "requires", "enable", "enabled", "enforce", "use", "required" });
    }

    /// <summary>Whether an entry says that what travels is not encrypted.</summary>
    public static bool TravelsInClear(ConfigurationEntry entry)
    {
        if (!IsSwitch(entry, out var isOn) || entry.Key.StartsWith("system.web:", StringComparison.Ordinal))
            return false;
        return TravelsInClear(WordsOf(entry), isOn);
    }

    /// <summary>Whether a switch of that name says, in that position, that what travels is not encrypted.</summary>
    public static bool TravelsInClear(string name, bool isOn) =>
        TravelsInClear(IdentifierWords.Split(name).ToList(), isOn);

    private static bool TravelsInClear(List<string> words, bool isOn)
    {
        if (Has(words, Certificates) || words.Contains("metadata") || words.Contains("offload"))
            return false;
        var isOfTransport = Has(words, Transports) || words.Contains("starttls") || words.Contains("encrypt");
        if (!isOfTransport || Has(words, Checks) || Has(words, new[] { "validate", "verify", "check" }))
            return false;
        return isOn
            ? Has(words, Negations)
            : words.Count == 1 || Has(words, Requirements) || Has(words, new[] { "usessl", "enablessl" });
    }

    private static List<string> WordsOf(ConfigurationEntry entry)
    {
        var name = ConfigurationNames.NameOf(entry);
        var words = IdentifierWords.Split(name).ToList();
        // Enabled, Required, Validate: the section says of what.
        if (words.Count == 1 && entry.Key.LastIndexOf(':') is var at and > 0 && IsVague(words[0]))
        {
            var above = entry.Key.Substring(0, at);
            words.AddRange(IdentifierWords.Split(above.Substring(above.LastIndexOf(':') + 1)));
        }

        return words;
    }

    private static bool IsVague(string word) =>
        word is "enabled" or "enable" or "required" or "require" or "disabled" or "disable" or "skip" or "bypass";

    // Words of Japanese stand without anything between them: 証明書検証スキップ.
    private static bool Has(ICollection<string> words, IEnumerable<string> wanted) =>
        wanted.Any(w => w[0] > 0x7F ? words.Any(word => word.Contains(w)) : words.Contains(w));

    private static bool IsSwitch(ConfigurationEntry entry, out bool isOn)
    {
        isOn = entry.Value.ToLowerInvariant() is "true" or "1" or "yes" or "on";
        return isOn || entry.Value.ToLowerInvariant() is "false" or "0" or "no" or "off";
    }
}
