namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// Tells the places where a text says what is connected to from those where it is a link, a label or an identifier.
/// </summary>
internal static class ConnectionNames
{
    // Parameters and properties of libraries by which a connection is made; a name alone is enough because it is the
    // library's.
    private static readonly HashSet<string> ForeignNames = new(StringComparer.Ordinal)
    {
        "requesturi",
        "baseaddress",
        "baseuri",
        "baseurl",
        "address",
        "endpoint",
        "serviceendpoint",
        "serviceuri",
        "vaulturi",
        "accountendpoint",
        "authority",
        "metadataaddress",
        "hostname",
        "hostnameoraddress",
        "host",
        "server",
        "remotehost",
        "connectionstring",
        "configuration",
        "bloburi",
        "queueuri",
        "containeruri",
        "bootstrapservers",
        "remoteaddress",
        "nodeuri",
        "datasource",
        "dsn",
        "ipstring",
        "servername",
        "otlpendpoint",
        "proxyaddress",
    };

    // In the system's own code the name must say that something is connected to.
    private static readonly string[] OwnNames =
    {
        "endpoint",
        "baseurl",
        "baseuri",
        "baseaddress",
        "apiurl",
        "apiuri",
        "serviceurl",
        "serviceuri",
        "serverurl",
        "serveruri",
        "hosturl",
        "webhookurl",
        "queueurl",
        "brokerurl",
        "hostname",
        "connectionstring",
        "host",
        "server",
        "gateway",
        "gatewayurl",
        "webhook",
        "dsn",
        "接続先",
        "送信先",
        "soushinsaki",
        "sousinsaki",
        "setsuzokusaki",
        "renkeisaki",
        "tensousaki",
        "連携先",
        "転送先",
    };

    // What ends so is an address; the words before tell whether people, schemas or browsers use it.
    private static readonly string[] Addresses = { "url", "uri", "address", "wsdl" };

    private static readonly string[] NoConnections =
    {
        "about",
        "action",
        "audience",
        "author",
        "avatar",
        "banner",
        "blog",
        "bug",
        "callback",
        "canonical",
        "claim",
        "contact",
        "copyright",
        "doc",
        "documentation",
        "dtd",
        "email",
        "entity",
        "expected",
        "external",
        "facebook",
        "favicon",
        "forum",
        "from",
        "github",
        "help",
        "home",
        "homepage",
        "href",
        "html",
        "icon",
        "id",
        "identifier",
        "image",
        "info",
        "information",
        "invalid",
        "ip",
        "issue",
        "issuer",
        "license",
        "link",
        "logo",
        "logout",
        "mail",
        "memory",
        "message",
        "more",
        "news",
        "namespace",
        "ns",
        "origin",
        "page",
        "photo",
        "picture",
        "policy",
        "postal",
        "prefix",
        "privacy",
        "problem",
        "profile",
        "project",
        "property",
        "public",
        "realm",
        "redirect",
        "referer",
        "referrer",
        "relative",
        "rel",
        "reply",
        "report",
        "return",
        "role",
        "schema",
        "scheme",
        "search",
        "share",
        "site",
        "source",
        "spec",
        "street",
        "support",
        "term",
        "test",
        "thumbnail",
        "to",
        "tracking",
        "tutorial",
        "twitter",
        "type",
        "video",
        "vocabulary",
        "web",
        "website",
        "wiki",
        "xml",
        "xmlns",
        "youtube",
    };

    // The types of libraries whose URI is connected to: HttpClientJsonExtensions, GrpcChannel, ConnectionSettings.
    private static readonly string[] Makers = { "client", "connection", "channel", "elasticsearch", "soap" };

    private static readonly string[] Short = { "host", "server", "dsn" };

    // Identifiers that look like addresses: the types of problems (RFC 9457), schemas.
    private static readonly string[] Identifiers = { "problem", "schema", "namespace", "xmlns" };

    // Url and Uri alone say it where the type is one that connects.
    private static readonly string[] Connectors =
    {
        "client",
        "gateway",
        "connector",
        "adapter",
        "adaptor",
        "proxy",
        "sender",
        "api",
        "service",
        "agent",
        "transport",
        "uploader",
        "downloader",
        "fetcher",
        "notifier",
        "publisher",
        "renkei",
        "連携",
    };

    // Helpers that make links for people take a host, too: Url.Action(action, controller, values, "https", host).
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "ActionLink",
        "RouteLink",
        "RouteUrl",
        "GenerateUrl",
        "GenerateLink",
        "GenerateRouteLink",
        "GetUriByAction",
        "GetUriByPage",
        "GetUriByName",
        "GetUriByRouteValues",
        "GetUriByAddress",
        "PageLink",
    };

    /// <summary>Whether a name tells of links for people, or of identifiers that look like addresses.</summary>
    public static bool IsOfOthers(string name) => ConfigurationNames.Has(name, NoConnections);

    /// <summary>Whether what is put there is connected to.</summary>
    public static bool IsMadeBy(NamedValue sink)
    {
        var (isForeignName, isOwnName) = sink.Names.GetOrAdd(
            sink.Name,
            name => new ConnectionName(ForeignNames.Contains(IdentifierWords.Plain(name)), IsOwn(name))
        );
        if (IsOfLink(sink) || IsPutTogether(sink))
            return false;
        return sink.IsForeign
            ? isForeignName || IsHttpUri(sink) || IsConnectTo(sink)
            : isOwnName || IsOfConnector(sink);
    }

    // Whatever is put there is a host, of one word too: TcpClient, SmtpClient, ConnectionFactory, Dns, Ping.
    private static readonly string[] Clients =
    {
        "client",
        "connection",
        "factory",
        "builder",
        "dns",
        "ping",
        "socket",
        "endpoint",
        "directory",
        "amqp",
    };

    /// <summary>Whether a library's client takes the name of a host here.</summary>
    public static bool IsOfClient(NamedValue sink) =>
        sink.IsForeign
        && IdentifierWords.Plain(sink.Name) != "configuration"
        && (
            sink.Symbol is IParameterSymbol ? sink.Symbol.ContainingSymbol?.ContainingType : sink.Symbol?.ContainingType
        )
            is { Name: { } type }
        && type is not ("UriBuilder" or "HostBuilder" or "WebHostBuilder")
        && ConfigurationNames.Has(type, Clients);

    private static bool IsOfLink(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol { ContainingSymbol: IMethodSymbol { Name: { } method, ContainingType.Name: { } of } }
        && (
            Links.Contains(method)
            || (
                method is "Action" or "Page"
                && of is "IUrlHelper" or "UrlHelper" or "UrlHelperBase" or "UrlHelperExtensions"
            )
        );

    // new Uri(baseUri, path) connects to nothing: what takes it will be asked.
    private static bool IsPutTogether(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "Uri" }
            };

    private static bool IsOwn(string name)
    {
        if (IdentifierWords.EndsWithAny(name, OwnNames) && IsWord(name))
            return !ConfigurationNames.Has(name, Identifiers);
        // paymentUrl says of what; url alone says nothing.
        return IdentifierWords.EndsWithWord(name, Addresses)
            && IdentifierWords.Split(name).Skip(1).Any()
            && !ConfigurationNames.Has(name, NoConnections);
    }

    // The short ones are words of their own: ghost is not a host.
    private static bool IsWord(string name) =>
        !IdentifierWords.EndsWithAny(name, Short) || IdentifierWords.EndsWithWord(name, Short);

    // class BankClient { const string Url = …; }
    private static bool IsOfConnector(NamedValue sink)
    {
        if (!IdentifierWords.EndsWithWord(sink.Name, Addresses) || ConfigurationNames.Has(sink.Name, NoConnections))
            return false;
        var type =
            sink.Symbol is IParameterSymbol
                ? sink.Symbol.ContainingSymbol?.ContainingType
                : sink.Symbol?.ContainingType;
        return type is { IsImplicitlyDeclared: false } && ConfigurationNames.Has(type.Name, Connectors);
    }

    // HttpClient and its extensions, WebRequest.Create, ClientWebSocket.ConnectAsync: the URI has a general name, the
    // type does not.
    private static bool IsHttpUri(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol
            {
                Name: "uri"
                    or "requestUriString"
                    or "url"
                    or "uriString"
                    or "address"
                    or "resource"
                    or "baseUrl"
                    or "path"
                    or "node",
                ContainingSymbol.ContainingType: { } type
            }
        && (
            type.Name
                is "HttpRequestMessage"
                    or "WebRequest"
                    or "HttpWebRequest"
                    or "ClientWebSocket"
                    or "HubConnectionBuilderHttpExtensions"
                    or "EndpointAddress"
                    or "RestRequest"
                    or "RestClientOptions"
                    or "DiscoveryDocumentRequest"
            || (
                sink.Name == "path"
                    ? type is { Name: "DirectoryEntry" or "DirectorySearcher" }
                    : ConfigurationNames.Has(type.Name, Makers)
            )
        );

    private static bool IsConnectTo(NamedValue sink) =>
        sink.Symbol
            is IPropertySymbol
            {
                Name: "RequestUri" or "Uri",
                ContainingType.Name: "HttpRequestMessage" or "ConnectionFactory"
            };
}
