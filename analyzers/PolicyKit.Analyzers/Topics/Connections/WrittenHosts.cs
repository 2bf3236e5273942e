using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Hosts in texts that say by their form alone that something is connected to, wherever they stand.</summary>
internal static class WrittenHosts
{
    private static readonly Lazy<Regex> Unc = new(() =>
        new Regex(
            @"^\\\\(?<host>[A-Za-z0-9][A-Za-z0-9_.-]+)(?:@SSL)?(?:@\d+)?\\[\p{L}\p{N}$_][\p{L}\p{N}$_ .-]+(?:\\|$)",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly HashSet<string> RedisKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "user",
        "ssl",
        "sslprotocols",
        "sslhost",
        "abortconnect",
        "allowadmin",
        "connecttimeout",
        "connectretry",
        "synctimeout",
        "asynctimeout",
        "defaultdatabase",
        "keepalive",
        "name",
        "servicename",
        "channelprefix",
        "tiebreaker",
    };

    // A link for people has none of these schemes.
    private static readonly HashSet<string> Machines = new(StringComparer.Ordinal)
    {
        "amqp",
        "amqps",
        "ftp",
        "ftps",
        "imap",
        "ldap",
        "ldaps",
        "mongodb",
        "mongodb+srv",
        "mqtt",
        "mqtts",
        "mysql",
        "net.tcp",
        "pop3",
        "postgres",
        "postgresql",
        "redis",
        "rediss",
        "sftp",
        "smtp",
        "smtps",
        "sqlserver",
        "tcp",
        "telnet",
        "tftp",
    };

    /// <summary>
    /// Whether a URL of this scheme is never opened by people: whatever is written with it is connected to.
    /// </summary>
    public static bool IsForMachines(string scheme) => Machines.Contains(scheme);

    /// <summary>
    /// The hosts of a connection string, of Redis's form of one, and of a shared folder; none when the text is none
    /// of them.
    /// </summary>
    public static IReadOnlyList<string> In(string text)
    {
        if (text.Length is < 4 or > 4096)
            return Array.Empty<string>();
        if (text[0] == '\\')
            return OfShare(text) is { } share ? new[] { share } : Array.Empty<string>();
        if (text.IndexOf('=') < 0)
            return Array.Empty<string>();
        if (ConnectionString.Pairs(text) is { } pairs)
            return ConnectionString.HostsOf(pairs).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (ConnectionString.InDescriptor(text) is { Count: > 0 } addresses)
            return addresses;
        return OfRedis(text);
    }

    /// <summary>
    /// The settings of Redis's connection string, host:6380,password=…,ssl=True; null when the text is none.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? RedisSettings(string text)
    {
        if (text.IndexOf(',') < 0 || text.IndexOf('=') < 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return null;
        var parts = text.Split(',').Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count == 0 || parts[0].IndexOfAny(new[] { '=', ' ' }) >= 0)
            return null;
        var settings = parts
            .Select(p => (Text: p, At: p.IndexOf('=')))
            .Where(p => p.At > 0)
            .Select(p => new KeyValuePair<string, string>(p.Text.Substring(0, p.At), p.Text.Substring(p.At + 1)))
            .ToList();
        return settings.Count > 0 && settings.All(s => RedisKeys.Contains(s.Key)) ? settings : null;
    }

    private static IReadOnlyList<string> OfRedis(string text) =>
        RedisSettings(text) is null
            ? Array.Empty<string>()
            : text.Split(',')
                .Select(p => p.Trim())
                .Where(p => p.IndexOf('=') < 0 && (p.IndexOf('.') > 0 || p.IndexOf(':') > 0))
                .Select(p => ConnectionString.Known(p.Split(':')[0]))
                .OfType<string>()
                .ToList();

    private static string? OfShare(string text) =>
        text.Length > 4 && text[1] == '\\' && Unc.Value.Match(text) is { Success: true } share
            ? ConnectionString.Known(share.Groups["host"].Value)
            : null;
}
