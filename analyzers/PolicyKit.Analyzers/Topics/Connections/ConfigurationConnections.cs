namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// Tells what a configuration connects to from links for people, identifiers and where the system itself listens.
/// </summary>
internal static class ConfigurationConnections
{
    // What a value under such a key names is connected to; what it is under another key may be a link for people or a
    // mere name.
    private static readonly string[] Keys =
    {
        "endpoint",
        "endpoints",
        "baseurl",
        "baseuri",
        "baseaddress",
        "address",
        "authority",
        "url",
        "urls",
        "uri",
        "uris",
        "host",
        "hosts",
        "hostname",
        "server",
        "servers",
        "servername",
        "node",
        "nodes",
        "bootstrapservers",
        "brokers",
        "broker",
        "connectionstring",
        "dsn",
        "gateway",
        "webhook",
        "proxy",
        "proxyaddress",
        "wsdl",
        "api",
        "service",
        "backend",
        "upstream",
        "destination",
        "target",
        "instance",
        "collector",
        "domaincontroller",
        "path",
        "接続先",
        "送信先",
        "soushinsaki",
        "sousinsaki",
        "setsuzokusaki",
        "renkeisaki",
        "tensousaki",
        "連携先",
        "転送先",
        "サーバー",
        "サーバ",
        "ホスト",
        "アドレス",
    };

    // Where a value without a scheme is a host.
    private static readonly string[] HostKeys =
    {
        "host",
        "hosts",
        "hostname",
        "server",
        "servers",
        "servername",
        "serveraddress",
        "serverip",
        "ipaddress",
        "bootstrapservers",
        "brokers",
        "broker",
        "nodes",
        "domaincontroller",
        "endpoint",
        "endpoints",
        "接続先",
        "送信先",
        "soushinsaki",
        "sousinsaki",
        "setsuzokusaki",
        "renkeisaki",
        "tensousaki",
        "連携先",
        "転送先",
        "サーバー",
        "サーバ",
        "ホスト",
    };

    // Addresses that a browser or a person goes to, identifiers that look like addresses, and where the system itself
    // listens.
    private static readonly string[] OtherKeys =
    {
        "issuer",
        "audience",
        "namespace",
        "schemaurl",
        "helpurl",
        "termsurl",
        "privacyurl",
        "supporturl",
        "documentationurl",
        "licenseurl",
        "logourl",
        "iconurl",
        "imageurl",
        "linkurl",
        "redirecturi",
        "redirecturis",
        "redirecturl",
        "callbackurl",
        "callbackpath",
        "returnurl",
        "logouturl",
        "logouturi",
        "siteurl",
        "publicurl",
        "applicationurl",
        "applicationurls",
        "mailaddress",
        "emailaddress",
        "fromaddress",
        "toaddress",
        "allowedhosts",
        "contacturl",
    };

    /// <summary>Whether a value of a configuration is connected to.</summary>
    public static bool IsMadeBy(ConfigurationEntry entry)
    {
        var name = ConfigurationNames.NameOf(entry);
        if (IsListening(entry) || IdentifierWords.EndsWithAny(name, OtherKeys))
            return false;
        return IdentifierWords.EndsWithAny(name, Keys);
    }

    /// <summary>Whether a value is the address at which the system itself listens.</summary>
    public static bool IsListening(ConfigurationEntry entry) =>
        entry.Key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)
        || string.Equals(entry.Key, "Urls", StringComparison.OrdinalIgnoreCase)
        || string.Equals(entry.Key, "server.urls", StringComparison.OrdinalIgnoreCase)
        || IdentifierWords.Plain(entry.Name) is "aspnetcoreurls" or "dotneturls"
        // A service that is offered here, beside the clients of others: system.serviceModel:services:…:baseAddresses.
        || entry.Key.StartsWith("system.serviceModel:services:", StringComparison.Ordinal);

    /// <summary>The hosts that an entry connects to.</summary>
    public static IReadOnlyList<string> HostsOf(ConfigurationEntry entry, ISet<string> schemes)
    {
        if (WrittenHosts.In(entry.Value) is { Count: > 0 } written)
            return written;
        if (StateServer(entry) is { } state)
            return new[] { state };
        if (ConnectionString.OfUrl(entry.Value) is { } url)
        {
            var isConnection =
                (schemes.Contains(url.Scheme) || WrittenHosts.IsForMachines(url.Scheme))
                && !IsListening(entry)
                && (
                    IsMadeBy(entry)
                    || (
                        WrittenHosts.IsForMachines(url.Scheme)
                        && !IdentifierWords.EndsWithAny(ConfigurationNames.NameOf(entry), OtherKeys)
                    )
                );
            return isConnection
                ? ConnectionString.FurtherHostsOf(entry.Value).Prepend(url.Host).ToList()
                : Array.Empty<string>();
        }

        return entry.IsText && IsMadeBy(entry) && IsHost(entry)
            ? ConnectionString.BareHosts(entry.Value)
            : Array.Empty<string>();
    }

    // <sessionState stateConnectionString="tcpip=state01:42424" />
    private static string? StateServer(ConfigurationEntry entry)
    {
        const string Protocol = "tcpip=";
        if (
            entry.Name != "stateConnectionString"
            || !entry.Value.StartsWith(Protocol, StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var host = entry.Value.Substring(Protocol.Length).Split(':', ',')[0].Trim();
        return host.Length == 0 ? null : host;
    }

    private static bool IsHost(ConfigurationEntry entry) =>
        IdentifierWords.EndsWithAny(ConfigurationNames.NameOf(entry), HostKeys)
        && !IdentifierWords.IsSpelled(ConfigurationNames.NameOf(entry), entry.Value);
}
