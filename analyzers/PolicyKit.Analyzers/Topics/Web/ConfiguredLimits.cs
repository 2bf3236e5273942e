using System.Globalization;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The settings of authentication in a configuration file that are weaker than the limits of the standard.
/// </summary>
internal sealed class ConfiguredLimits(AuthenticationLimits limits)
{
    private static readonly HashSet<string> Lengths = new(StringComparer.OrdinalIgnoreCase)
    {
        "RequiredLength",
        "minRequiredPasswordLength",
        "MinPasswordLength",
        "MinimumPasswordLength",
        "PasswordMinLength",
        "PasswordMinimumLength",
        "PasswordRequiredLength",
        "RequiredPasswordLength",
    };

    private static readonly HashSet<string> Failures = new(StringComparer.OrdinalIgnoreCase)
    {
        "MaxFailedAccessAttempts",
        "maxInvalidPasswordAttempts",
        "MaxFailedLoginAttempts",
        "MaxFailedAttempts",
        "MaxLoginAttempts",
        "LockoutThreshold",
    };

    /// <summary>What an entry says that is weaker than the limits; null when it says nothing of the kind.</summary>
    public (string Key, object[] Arguments)? Judge(ConfigurationEntry entry)
    {
        if (
            string.Equals(entry.Name, "AllowedForNewUsers", StringComparison.OrdinalIgnoreCase)
            && string.Equals(entry.Value, "false", StringComparison.OrdinalIgnoreCase)
        )
            return ("PK6301.lockout", Array.Empty<object>());
        if (Number(entry.Value) is { } number)
            return OfNumber(entry, number);
        if (!TimeSpan.TryParse(entry.Value, CultureInfo.InvariantCulture, out var time))
            return null;
        return entry.Name.ToLowerInvariant() switch
        {
            "idletimeout" or "expiretimespan" => limits.Session(time),
            "bearertokenexpiration" => limits.Token(time),
            _ when IsOfToken(entry) && IsTime(entry) => limits.Token(time),
            _ => null,
        };
    }

    private (string Key, object[] Arguments)? OfNumber(ConfigurationEntry entry, int number)
    {
        // Web.config counts in minutes.
        if (
            entry.Key
            is "system.web:sessionState:timeout"
                or "system.web:authentication:forms:timeout"
                or "system.web:roleManager:cookieTimeout"
        )
            return limits.Session(TimeSpan.FromMinutes(number));
        if (Lengths.Contains(entry.Name) || IsLengthOfPassword(entry))
            return limits.Password(number);
        if (Failures.Contains(entry.Name))
            return limits.Lockout(number);
        // SessionTimeoutMinutes, Jwt:ExpireDays: only a name that tells the unit tells the time.
        if (!IsTime(entry) || UnitOf(entry.Name) is not { } unit)
            return null;
        var span = TimeSpan.FromDays(Math.Min(36_500, unit.TotalDays * number));
        if (IsOfToken(entry))
            return limits.Token(span);
        return ConfigurationNames.Has(entry.Name, new[] { "session", "idle" }) ? limits.Session(span) : null;
    }

    private static bool IsLengthOfPassword(ConfigurationEntry entry) =>
        IdentifierWords.Plain(entry.Name) is "minimumlength" or "minlength" or "requiredlength"
        && ConfigurationNames.Has(entry.Key, new[] { "password", "パスワード" });

    private static bool IsOfToken(ConfigurationEntry entry) =>
        ConfigurationNames.Has(entry.Key, new[] { "jwt", "token", "bearer" }) && !AuthenticationLimits.Says(entry.Key);

    private static bool IsTime(ConfigurationEntry entry) =>
        ConfigurationNames.Has(
            entry.Name,
            new[]
            {
                "timeout",
                "lifetime",
                "expire",
                "expires",
                "expiry",
                "expiration",
                "duration",
                "validity",
                "valid",
                "ttl",
                "idle",
            }
        ) && !ConfigurationNames.Has(entry.Name, new[] { "cache", "clock", "skew", "warning", "request" });

    private static TimeSpan? UnitOf(string name) =>
        IdentifierWords.Split(name).LastOrDefault() switch
        {
            "seconds" or "second" or "secs" or "sec" => TimeSpan.FromSeconds(1),
            "minutes" or "minute" or "mins" or "min" => TimeSpan.FromMinutes(1),
            "hours" or "hour" => TimeSpan.FromHours(1),
            "days" or "day" => TimeSpan.FromDays(1),
            _ => null,
        };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
