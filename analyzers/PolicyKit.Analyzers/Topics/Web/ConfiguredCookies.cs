namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The flags of cookies in configuration files: options of ASP.NET Core, and httpCookies, forms, roleManager and
/// sessionState of web.config.
/// </summary>
internal static class ConfiguredCookies
{
    private const string Forms = "system.web:authentication:forms:";
    private const string AllCookies = "system.web:httpCookies:";

    /// <summary>The flag that an entry speaks of; null when it speaks of none.</summary>
    public static CookieFlag? FlagOf(ConfigurationEntry entry)
    {
        if (entry.Key.StartsWith("system.web:", StringComparison.Ordinal))
            return entry.Name switch
            {
                "requireSSL" or "cookieRequireSSL" => CookieFlag.Secure,
                "httpOnlyCookies" => CookieFlag.HttpOnly,
                "sameSite" or "cookieSameSite" => CookieFlag.SameSite,
                _ => null,
            };
        var parts = entry.Key.Split(':');
        if (parts.Length < 2 || !IsCookie(parts))
            return null;
        return IdentifierWords.Plain(entry.Name) switch
        {
            "securepolicy" or "secure" => CookieFlag.Secure,
            "httponly" => CookieFlag.HttpOnly,
            "samesite" => CookieFlag.SameSite,
            _ => null,
        };
    }

    /// <summary>Whether an entry takes the flag away.</summary>
    public static bool IsOff(ConfigurationEntry entry) =>
        entry.Value.ToLowerInvariant() is "false" or "none" or "unspecified";

    /// <summary>Whether an entry sets a flag on every cookie of the application.</summary>
    public static bool IsForAll(ConfigurationEntry entry) => entry.Key.StartsWith(AllCookies, StringComparison.Ordinal);

    /// <summary>
    /// The entry that stands for a sign-in by forms whose cookie is sent in cleartext because nothing in the file
    /// requires TLS for it; null when there is none.
    /// </summary>
    public static ConfigurationEntry? InsecureForms(ConfigurationFile file)
    {
        ConfigurationEntry? forms = null;
        foreach (var entry in file.Entries)
        {
            if (entry.Key is Forms + "requireSSL" or Forms + "xdt.Transform" or AllCookies + "requireSSL")
                return null;
            if (forms is null && entry.Key.StartsWith(Forms, StringComparison.Ordinal))
                forms = entry;
        }

        return forms;
    }

    private static bool IsCookie(string[] parts) =>
        parts.Take(parts.Length - 1).Any(part => ConfigurationNames.Has(part, new[] { "cookie" }));
}
