namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Tells the places where a text says what is connected to from those where it is a link, a label or an identifier.</summary>
internal static class ConnectionNames
{
    // Parameters and properties of libraries by which a connection is made; a name alone is enough because it is the library's.
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
    };

    // In the system's own code the name must say that something is connected to; Url alone may be a link for people.
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
    };

    // Identifiers that look like addresses: the types of problems (RFC 9457), schemas.
    private static readonly string[] Identifiers = { "problem", "schema", "namespace" };

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

    /// <summary>Whether what is put there is connected to.</summary>
    public static bool IsMadeBy(NamedValue sink)
    {
        var (isForeignName, isOwnName) = sink.Names.GetOrAdd(
            sink.Name,
            name => new ConnectionName(ForeignNames.Contains(IdentifierWords.Plain(name)), IsOwn(name))
        );
        if (
            !isForeignName
            && !isOwnName
            && sink.Name is not ("uri" or "requestUriString" or "url" or "uriString" or "RequestUri" or "Uri")
        )
            return false;
        if (IsOfLink(sink) || IsPutTogether(sink))
            return false;
        return sink.IsForeign ? isForeignName || IsHttpUri(sink) || IsConnectTo(sink) : isOwnName;
    }

    private static bool IsOfLink(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol { ContainingSymbol: IMethodSymbol { Name: { } method, ContainingType.Name: { } of } }
        && (
            Links.Contains(method)
            || (method is "Action" or "Page" && of.IndexOf("UrlHelper", StringComparison.Ordinal) >= 0)
        );

    // new Uri(baseUri, path) connects to nothing: what takes it will be asked.
    private static bool IsPutTogether(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "Uri" }
            };

    private static bool IsOwn(string name) =>
        IdentifierWords.EndsWithAny(name, OwnNames)
        && !Array.Exists(Identifiers, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // HttpClient and its extensions, WebRequest.Create, ClientWebSocket.ConnectAsync: the URI has a general name, the type does not.
    private static bool IsHttpUri(NamedValue sink) =>
        sink.Symbol
            is IParameterSymbol
            {
                Name: "uri" or "requestUriString" or "url" or "uriString",
                ContainingSymbol.ContainingType: { } type
            }
        && (
            type.Name
            is "HttpClientJsonExtensions"
                or "HttpRequestMessage"
                or "WebRequest"
                or "HttpWebRequest"
                or "ClientWebSocket"
                or "HubConnectionBuilderHttpExtensions"
                or "GrpcChannel"
                or "RestClient"
                or "FlurlClient"
        );

    private static bool IsConnectTo(NamedValue sink) =>
        sink.Symbol
            is IPropertySymbol
            {
                Name: "RequestUri" or "Uri",
                ContainingType.Name: "HttpRequestMessage" or "ConnectionFactory"
            };

    /// <summary>The name of a value of a configuration; of a list it is that of the list.</summary>
    public static string NameOf(ConfigurationEntry entry) =>
        entry.Name.All(char.IsDigit) && entry.Key.LastIndexOf(':') is var last and > 0
            ? entry.Key.Substring(0, last).Substring(entry.Key.LastIndexOf(':', last - 1) + 1)
            : entry.Name;
}
