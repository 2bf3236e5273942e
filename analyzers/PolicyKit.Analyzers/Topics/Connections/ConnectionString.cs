using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Hosts in URLs and connection strings.</summary>
internal static class ConnectionString
{
    // User information ends at the last @: a password may hold one.
    private static readonly Lazy<Regex> Url = new(() =>
        Pattern(@"^(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^/\s?#]*@)?(?<host>\[[^\]\s]+\]|[^/:?#\s,;]*)(?<more>[^/?#\s;]*)")
    );

    private static readonly Lazy<Regex> Bare = new(() =>
        Pattern(@"^([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z0-9](:\d{1,5})?$")
    );

    private static readonly Lazy<Regex> Short = new(() =>
        Pattern(@"^(?<host>[a-z0-9][a-z0-9_-]*[a-z0-9])(?:\\[a-z0-9_$]+)?(?:[,:]\d{1,5})?$")
    );

    // Oracle: (DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example.jp)(PORT=1521))…), and host:1521/service.
    private static readonly Lazy<Regex> Descriptor = new(() => Pattern(@"\(\s*HOST\s*=\s*(?<host>[^()\s]+)\s*\)"));
    private static readonly Lazy<Regex> EasyConnect = new(() =>
        Pattern(@"^(?://(?<host>[\w.-]+)(?::\d+)?|(?<host>[\w.-]+):\d+)/[\w.$]+(?::\w+)?(?:/\w+)?$")
    );
    private static readonly Lazy<Regex> Protocol = new(() => Pattern("^(tcp|np|lpc|admin):"));

    // Data sources that are files: SQLite, Access, Excel.
    private static readonly Lazy<Regex> File = new(() => Pattern(@"\.(db3?|sqlite3?|s3db|sdf|mdb|accdb|xlsx?|csv)$"));

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
        "failover partner",
        "failoverpartner",
        "accountendpoint",
        "ingestionendpoint",
        "liveendpoint",
        "blobendpoint",
        "queueendpoint",
        "tableendpoint",
        "fileendpoint",
        "tcpip",
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
        "trust server certificate",
        "multipleactiveresultsets",
        "sslmode",
        "ssl mode",
        "accountname",
        "accountkey",
        "sharedaccesskeyname",
        "sharedaccesskey",
        "sharedaccesssignature",
        "sharedsecretissuer",
        "sharedsecretvalue",
        "entitypath",
        "connect timeout",
        "connection timeout",
        "pooling",
        "persist security info",
        "virtualhost",
        "application name",
        "applicationintent",
        "attachdbfilename",
        "authentication",
        "charset",
        "column encryption setting",
        "command timeout",
        "dba privilege",
        "defaultendpointsprotocol",
        "driver",
        "dsn",
        "endpointsuffix",
        "extended properties",
        "instrumentationkey",
        "applicationid",
        "max pool size",
        "min pool size",
        "multisubnetfailover",
        "oledb services",
        "provider",
        "protocol",
        "proxy password",
        "proxy user id",
        "search path",
        "service name",
        "servicename",
        "sid",
        "timeout",
        "unicode",
        "usetls",
        "use ssl",
        "usessl",
    };

    /// <summary>The scheme and host of a URL; null when the text is none or its host is not known.</summary>
    public static (string Scheme, string Host)? OfUrl(string text)
    {
        // Cheap gate: most literals are not URLs.
        if (text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and < 16))
            return null;
        var match = Url.Value.Match(text);
        return match.Success && Known(match.Groups["host"].Value) is { } host
            ? (match.Groups["scheme"].Value.ToLowerInvariant(), host)
            : null;
    }

    /// <summary>The hosts of Oracle's descriptors: (DESCRIPTION=(ADDRESS=(HOST=db.example.jp)…)).</summary>
    public static IReadOnlyList<string> InDescriptor(string text) =>
        text.IndexOf("(DESCRIPTION", StringComparison.OrdinalIgnoreCase) >= 0
            ? Descriptor
                .Value.Matches(text)
                .Cast<Match>()
                .Select(m => Known(m.Groups["host"].Value))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList()
            : Array.Empty<string>();

    /// <summary>The further hosts of a URL that names a cluster: mongodb://a.example.jp,b.example.jp/x.</summary>
    public static IEnumerable<string> FurtherHostsOf(string text) =>
        text.IndexOf(',') > 0 && OfUrl(text) is not null
            ? Url
                .Value.Match(text)
                .Groups["more"]
                .Value.Split(',')
                .Skip(1)
                .Select(part => Known(part.Split(':')[0]))
                .OfType<string>()
            : Enumerable.Empty<string>();

    /// <summary>
    /// The pairs of a connection string; null when the text is none. A connection string has two pairs or more, and
    /// most of its keys are known.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Pairs(string text)
    {
        if (text.IndexOf('=') < 0 || text.IndexOf(';') < 0 || text.Length > 4096)
            return null;
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in Parts(text))
        {
            var at = part.IndexOf('=');
            if (at <= 0)
                return null;
            pairs.Add(new(part.Substring(0, at).Trim(), part.Substring(at + 1).Trim()));
        }

        var known = pairs.Count(p => HostKeys.Contains(p.Key) || OtherKeys.Contains(p.Key));
        return known >= 2 && known * 2 > pairs.Count ? pairs : null;
    }

    /// <summary>A connection string of one pair, where nothing else can stand: Data Source=//db01:1521/NAME.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? SinglePair(string text)
    {
        var at = text.IndexOf('=');
        return at > 0 && HostKeys.Contains(text.Substring(0, at).Trim())
            ? new[] { new KeyValuePair<string, string>(text.Substring(0, at).Trim(), text.Substring(at + 1).Trim()) }
            : null;
    }

    /// <summary>The first host that a connection string names; null when it names none, or a file.</summary>
    public static string? HostOf(IReadOnlyList<KeyValuePair<string, string>> pairs) => HostsOf(pairs).FirstOrDefault();

    /// <summary>Every host that a connection string names.</summary>
    public static IEnumerable<string> HostsOf(IReadOnlyList<KeyValuePair<string, string>> pairs) =>
        pairs.Where(p => HostKeys.Contains(p.Key)).SelectMany(p => HostsOfValue(p.Value));

    /// <summary>The text as a bare host name or address; null when it is none.</summary>
    public static string? BareHost(string text) =>
        text.IndexOf('.') > 0 && Bare.Value.IsMatch(text) ? Known(text.Split(':')[0]) : null;

    /// <summary>
    /// The hosts of a list of bare ones: a.example.jp:9092,b.example.jp:9092; none when one of them is none.
    /// </summary>
    public static IReadOnlyList<string> BareHosts(string text)
    {
        var hosts = text.Split(new[] { ',', ';', ' ' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(BareHost)
            .ToList();
        return hosts.Contains(null) ? Array.Empty<string>() : hosts.OfType<string>().ToList();
    }

    /// <summary>
    /// A name of one word where a client takes a host: db01, SV01\SQLEXPRESS, db01,1433; null when the text is none.
    /// </summary>
    public static string? ShortHost(string text) =>
        Short.Value.Match(text) is { Success: true } match && !File.Value.IsMatch(text)
            ? Known(match.Groups["host"].Value)
            : null;

    // Quotes and braces hold semicolons: Password="a;b", Driver={SQL Server}.
    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        var close = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ';';
            if (i < text.Length && close != '\0')
                close = c == close ? '\0' : close;
            else if (c is '"' or '\'' or '{' && i > 0 && text[i - 1] == '=' && Closes(text, i))
                close = c == '{' ? '}' : c;
            else if (c == ';')
            {
                if (text.Substring(start, i - start) is var part && part.Trim().Length > 0)
                    yield return part;
                start = i + 1;
            }
        }
    }

    private static bool Closes(string text, int open) =>
        text.IndexOf(text[open] == '{' ? '}' : text[open], open + 1) > open;

    private static IEnumerable<string> HostsOfValue(string value)
    {
        value = value.Trim('"', '\'');
        if (OfUrl(value) is { } url)
            return FurtherHostsOf(value).Prepend(url.Host);
        if (value.IndexOf('(') >= 0 && Descriptor.Value.Matches(value) is { Count: > 0 } addresses)
            return addresses.Cast<Match>().Select(m => Known(m.Groups["host"].Value)).OfType<string>();
        if (EasyConnect.Value.Match(value) is { Success: true } easy && Known(easy.Groups["host"].Value) is { } service)
            return new[] { service };
        value = Protocol.Value.Replace(value, "");
        if (
            value.IndexOfAny(new[] { '/', '|' }) >= 0
            || value.StartsWith(":", StringComparison.Ordinal)
            || File.Value.IsMatch(value)
        )
            return Enumerable.Empty<string>();
        // Server=a,1433 names a port; Host=a,b names two hosts.
        return value
            .Split(',')
            .Where(part => part.Length > 0 && !part.Trim().All(char.IsDigit))
            .Select(part => Known(part.Trim().Split('\\')[0].Split(':')[0]))
            .OfType<string>();
    }

    // A host with an unknown or templated part cannot be compared with the declaration. Nobody connects to .invalid
    // (RFC 6761, 6.4).
    internal static string? Known(string host)
    {
        // SQL Server: the machine itself.
        if (string.Equals(host, "(local)", StringComparison.OrdinalIgnoreCase))
            return "localhost";
        return
            host.Length == 0
            || host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase)
            || Vocabularies.Holds(host)
            || host.IndexOfAny(new[] { StringValue.Hole, '{', '}', '<', '>', '$', '%', '*', '+', '#', '=' }) >= 0
            ? null
            : host.Trim('[', ']');
    }

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
