using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Hosts in URLs and connection strings.</summary>
internal static class ConnectionString
{
    private static readonly Lazy<Regex> Url = new(() =>
        new Regex(
            @"^(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^/@\s?#]*@)?(?<host>\[[^\]\s]+\]|[^/:?#\s,;]*)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly Lazy<Regex> Bare = new(() =>
        new Regex(
            @"^([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z0-9](:\d{1,5})?$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly HashSet<string> HostKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "server",
        "data source",
        "datasource",
        "host",
        "hostname",
        "address",
        "addr",
        "network address",
        "endpoint",
    };

    private static readonly HashSet<string> OtherKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "database",
        "initial catalog",
        "user id",
        "userid",
        "uid",
        "user",
        "username",
        "user name",
        "password",
        "pwd",
        "integrated security",
        "trusted_connection",
        "port",
        "encrypt",
        "trustservercertificate",
        "multipleactiveresultsets",
        "sslmode",
        "ssl mode",
        "accountname",
        "accountkey",
        "sharedaccesskeyname",
        "sharedaccesskey",
        "entitypath",
        "connect timeout",
        "connection timeout",
        "pooling",
        "persist security info",
        "virtualhost",
        "application name",
        "defaultendpointsprotocol",
        "endpointsuffix",
    };

    /// <summary>The scheme and host of a URL; null when the text is none or its host is not known.</summary>
    public static (string Scheme, string Host)? OfUrl(string text)
    {
        // Cheap gate: most literals are no URLs.
        if (text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and < 16))
            return null;
        var match = Url.Value.Match(text);
        return match.Success && Known(match.Groups["host"].Value) is { } host
            ? (match.Groups["scheme"].Value.ToLowerInvariant(), host)
            : null;
    }

    /// <summary>The pairs of a connection string; null when the text is none. A connection string has two pairs or more, and all its keys are known.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Pairs(string text)
    {
        if (text.IndexOf('=') < 0 || text.IndexOf(';') < 0 || text.Length > 4096)
            return null;
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split(';').Where(p => p.Trim().Length > 0))
        {
            var at = part.IndexOf('=');
            if (at <= 0)
                return null;
            pairs.Add(new(part.Substring(0, at).Trim(), part.Substring(at + 1).Trim()));
        }

        var known = pairs.Count(p => HostKeys.Contains(p.Key) || OtherKeys.Contains(p.Key));
        return known >= 2 && known * 2 > pairs.Count ? pairs : null;
    }

    /// <summary>The host that a connection string names; null when it names none, or a file.</summary>
    public static string? HostOf(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        foreach (var pair in pairs.Where(p => HostKeys.Contains(p.Key)))
        {
            if (OfUrl(pair.Value) is { } url)
                return url.Host;
            var host = Regex.Replace(pair.Value.Trim('"', '\''), "^(tcp|np|lpc|admin):", "", RegexOptions.IgnoreCase);
            // SQLite's Data Source is a file.
            if (
                host.IndexOfAny(new[] { '/', '|' }) >= 0
                || host.StartsWith(":", StringComparison.Ordinal)
                || Regex.IsMatch(host, @"\.(db3?|sqlite3?|s3db|mdb|accdb|xlsx?)$", RegexOptions.IgnoreCase)
            )
                return null;
            return Known(host.Split(',')[0].Split('\\')[0].Split(':')[0]);
        }

        return null;
    }

    /// <summary>The text as a bare host name or address; null when it is none.</summary>
    public static string? BareHost(string text) =>
        text.IndexOf('.') > 0 && Bare.Value.IsMatch(text) ? Known(text.Split(':')[0]) : null;

    // Hosts whose addresses are names of namespaces and terms.
    private static bool IsVocabulary(string host) =>
        host.StartsWith("schemas.", StringComparison.OrdinalIgnoreCase)
        || host.ToLowerInvariant()
            is "www.w3.org"
                or "docs.oasis-open.org"
                or "tempuri.org"
                or "purl.org"
                or "schema.org"
                or "ns.adobe.com"
                or "xmlns.com";

    // A host with an unknown or templated part cannot be held against the declaration. Nobody connects to .invalid (RFC 6761, 6.4).
    private static string? Known(string host) =>
        host.Length == 0
        || host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase)
        || IsVocabulary(host)
        || host.IndexOfAny(new[] { StringValue.Hole, '{', '}', '<', '>', '$', '%', '*', '+' }) >= 0
            ? null
            : host.Trim('[', ']');
}
