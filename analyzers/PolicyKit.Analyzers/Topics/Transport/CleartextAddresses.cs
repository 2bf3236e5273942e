using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Addresses of unencrypted schemes: where something is connected to, and where they are only kept.
/// </summary>
internal sealed class CleartextAddresses(ISet<string> schemes, ISet<string> local)
{
    // Nobody speaks these with the own machine: the scheme is enough where the host comes from elsewhere.
    private static readonly Lazy<Regex> OldScheme = new(() =>
        new Regex(
            $"^(?<scheme>ftp|tftp|telnet)://(?:[^/@\\s]*@)?{StringValue.Hole}(?![^/]*@)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    // Types whose texts are identifiers.
    private static readonly string[] Vocabularies =
    {
        "namespace",
        "schema",
        "constant",
        "xml",
        "soap",
        "saml",
        "claim",
        "vocabulary",
        "uri",
        "name",
        "urn",
        "identifier",
        "term",
        "resource",
        "error",
        "exception",
        "seed",
        "sample",
        "example",
        "test",
        "mock",
        "fake",
    };

    // An address that names a thing: http://example.jp/schemas/2026/04#a.
    private static readonly Lazy<Regex> Identifier = new(() =>
        new Regex(
            @"[#{}]|/(xmlns|schemas?|ns|xsd|dtd|wsdl|ontology|vocab|claims?|policy|spec|rel)(/|$)|\.(xsd|dtd|rng|owl)$|/(19|20)\d\d(/|-|$)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    /// <summary>
    /// Whether a value is worth following: under a name that connects, as a header, or written out with a scheme.
    /// </summary>
    public static bool MayMatter(NamedValue sink)
    {
        if (ConnectionNames.IsMadeBy(sink))
            return true;
        if (sink.Symbol is null)
            return string.Equals(sink.Name, HstsHeader.Name, StringComparison.OrdinalIgnoreCase);
        return !sink.IsForeign && IsWrittenOut(sink.Value);
    }

    private static bool IsWrittenOut(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => IsWrittenOut(conversion.Operand),
            IObjectCreationOperation
            {
                Type: { Name: "Uri", IsFramework: true },
                Arguments: { Length: > 0 } arguments
            } => IsWrittenOut(arguments[0].Value),
            IInterpolatedStringOperation => true,
            IBinaryOperation sum when JoinedText.IsConcatenation(sum) => IsWrittenOut(JoinedText.Operands(sum).First()),
            _ => value.ConstantValue is { HasValue: true, Value: string text }
                && text.IndexOf("://", StringComparison.Ordinal) > 0,
        };

    // http://{host}/…: a client of the framework goes there, wherever it is.
    private static readonly Lazy<Regex> UnknownHost = new(() =>
        new Regex(
            $"^(?<scheme>http|ws)://{StringValue.Hole}",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    private static bool IsOfClient(NamedValue sink) =>
        sink is { IsForeign: true, IsComparison: false }
        && sink.Symbol?.ContainingType?.Name
            is "HttpClient"
                or "HttpRequestMessage"
                or "WebRequest"
                or "WebClient"
                or "ClientWebSocket"
                or "HttpClientJsonExtensions"
                or "GrpcChannel"
                or "RestClientOptions"
                or "RestClient";

    // The address by which a request came in, and the own machine, say where it is.
    private static bool IsNear(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Any(o =>
                o.Type is { Name: "HostString" or "HttpRequest", IsFramework: true }
                || o is IMemberReferenceOperation { Member.Name: "Loopback" or "IPv6Loopback" or "MachineName" }
                || (
                    o switch
                    {
                        ILocalReferenceOperation l => l.Local.Name,
                        IParameterReferenceOperation p => p.Parameter.Name,
                        IMemberReferenceOperation m => m.Member.Name,
                        _ => "",
                    }
                )
                    is { Length: > 0 } name
                    && IdentifierWords.HasWord(name, new[] { "local", "loopback", "self", "own" })
            );

    /// <summary>
    /// The scheme in which what is put somewhere travels in clear; null when it does not, or nothing is connected to.
    /// </summary>
    public string? SchemeOf(NamedValue sink, StringValue value, ISymbol containing)
    {
        if (
            OldScheme.Value.Match(value.Text) is { Success: true } old
            && old.Groups["scheme"].Value.ToLowerInvariant() is var spoken
            && schemes.Contains(spoken)
        )
            return
                !sink.IsComparison
                && (
                    ConnectionNames.IsMadeBy(sink) || (spoken == "telnet" && sink.Symbol is not null && !sink.IsForeign)
                )
                && !(spoken == "ftp" && IsOverTls(sink.Value))
                && !TestCode.Holds(containing)
                ? spoken
                : null;
        if (UnknownHost.Value.Match(value.Text) is { Success: true } unknown)
            return
                unknown.Groups["scheme"].Value.ToLowerInvariant() is var used
                && schemes.Contains(used)
                && IsOfClient(sink)
                && !IsNear(sink.Value)
                && !TestCode.Holds(containing)
                ? used
                : null;
        if (
            ConnectionString.OfUrl(value.Text) is not { } url
            || !schemes.Contains(url.Scheme)
            || local.Contains(url.Host)
            || IsOnTlsPort(value.Text, url.Scheme)
            || IsProxy(sink)
            || (url.Scheme == "ftp" && IsOverTls(sink.Value))
        )
            return null;
        return ConnectionNames.IsMadeBy(sink) || IsOnlyKept(sink, value, url.Scheme, containing) ? url.Scheme : null;
    }

    // <form action="http://…">
    private static readonly Lazy<Regex> Form = new(() =>
        new Regex(
            @"<form\b[^>]*\baction\s*=\s*[""']?(?<address>http://[^""'>\s]+)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        )
    );

    /// <summary>Whether a text is HTML with a form that sends what people type in without encryption.</summary>
    public bool SendsForm(string text) =>
        text.IndexOf("<form", StringComparison.OrdinalIgnoreCase) >= 0
        && Form.Value.Match(text) is { Success: true } form
        && ConnectionString.OfUrl(form.Groups["address"].Value) is { } url
        && schemes.Contains(url.Scheme)
        && !local.Contains(url.Host);

    /// <summary>
    /// The scheme of an address in a list or a table whose name says that something is connected to, or whose scheme
    /// does; null when it is none.
    /// </summary>
    public string? SchemeOfElement(StringValue value, IOperation operation, ISymbol containing) =>
        value.Text.IndexOf("://", StringComparison.Ordinal) > 0
        && CollectedAddresses.SinkOf(operation, containing) is { } sink
        && !ConnectionNames.IsOfOthers(sink.Name)
        && !Identifier.Value.IsMatch(value.Text)
        && !TestCode.Holds(containing)
        && ConnectionString.OfUrl(value.Text) is { } url
        && schemes.Contains(url.Scheme)
        && !local.Contains(url.Host)
        && !IsOnTlsPort(value.Text, url.Scheme)
        && (ConnectionNames.IsMadeBy(sink) || WrittenHosts.IsForMachines(url.Scheme))
            ? url.Scheme
            : null;

    // As the value of a local, a member or a default, under a name that tells of nothing else.
    private static bool IsOnlyKept(NamedValue sink, StringValue value, string scheme, ISymbol containing)
    {
        if (
            sink.Symbol is null
            || sink.IsForeign
            || sink.IsComparison
            || ConnectionNames.IsOfOthers(sink.Name)
            || Identifier.Value.IsMatch(value.Text)
        )
            return false;
        if (WrittenHosts.IsForMachines(scheme))
            return true;
        if (!value.IsWhole)
            return false;
        // Whoever fills an object in says what its property is for; an argument is judged where it is used.
        if (
            sink.Symbol is IPropertySymbol && IsInInitializer(sink.Value)
            || sink.Symbol is IParameterSymbol && sink.Value.Parent is IArgumentOperation
        )
            return false;
        for (
            var type = containing as INamedTypeSymbol ?? containing.ContainingType;
            type is not null;
            type = type.ContainingType
        )
            if (ConfigurationNames.Has(type.Name, Vocabularies))
                return false;
        return !TestCode.Holds(containing) && IsReachable(value.Text);
    }

    private static bool IsInInitializer(IOperation value) =>
        value.Parent is ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation };

    // A name of one word and no port may be a word of any kind.
    private static bool IsReachable(string text) =>
        ConnectionString.OfUrl(text) is { Host: var host } && (host.IndexOf('.') > 0 || host.IndexOf(':') > 0);

    // ADSI knows LDAP:// alone; port 636 is that of LDAP over TLS.
    private static bool IsOnTlsPort(string text, string scheme) =>
        scheme == "ldap" && Regex.IsMatch(text, @":(636|3269)(/|$)");

    // The way to a proxy is a tunnel: what goes through it is encrypted by those at both ends.
    private static bool IsProxy(NamedValue sink) =>
        sink.Symbol is IParameterSymbol { ContainingSymbol.ContainingType: { Name: "WebProxy", IsFramework: true } }
        || IdentifierWords.Plain(sink.Name) is "proxyaddress" or "proxyurl" or "proxyuri" or "defaultproxy";

    // request.EnableSsl = true asks a server of ftp:// for TLS.
    private static bool IsOverTls(IOperation address)
    {
        var parent = address.Parent;
        while (parent is not (null or IVariableDeclaratorOperation))
            parent = parent.Parent;
        return parent is IVariableDeclaratorOperation declarator
            && LocalUses
                .Of(address)
                .ReferencesTo(declarator.Symbol)
                .Any(r =>
                    r.Parent
                        is IPropertyReferenceOperation
                        {
                            Property.Name: "EnableSsl",
                            Parent: ISimpleAssignmentOperation { Value: var value }
                        }
                    && ConstantBool.Of(value) != false
                );
    }
}
