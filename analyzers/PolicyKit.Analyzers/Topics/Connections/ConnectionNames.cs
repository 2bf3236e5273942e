namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// Tells the places where a text says what is connected to from those where it is a link, a label or an identifier.
/// </summary>
internal static partial class ConnectionNames
{
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
                ContainingSymbol: IMethodSymbol
                {
                    MethodKind: MethodKind.Constructor,
                    ContainingType: { Name: "Uri", IsFramework: true }
                }
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
