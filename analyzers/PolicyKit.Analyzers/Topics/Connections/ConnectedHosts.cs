using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Hosts in code that something is connected to, as far as their place says so.</summary>
internal static class ConnectedHosts
{
    private static readonly string[] HostNames =
    {
        "host",
        "hostname",
        "hostnameoraddress",
        "server",
        "servername",
        "remotehost",
        "bootstrapservers",
        "configuration",
        "datasource",
        "ipstring",
    };

    private static readonly Lazy<Regex> Instance = new(() =>
        new Regex(
            @"^tcp:|(?<=\.[^\\,]+)(\\[A-Za-z0-9_$]+)?(,\d{1,5})?$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        )
    );

    private static readonly string[] ConnectionStrings = { "connectionstring" };

    // A host that the system's own code keeps is judged where it is connected to; these names say it alone.
    private static readonly string[] OwnHostNames =
    {
        "hostname",
        "bootstrapservers",
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

    /// <summary>The hosts that a text connects to at a place where something is connected to.</summary>
    public static IEnumerable<string> Of(string text, NamedValue sink, ISet<string> schemes)
    {
        if (ConnectionString.OfUrl(text) is { } url)
            return schemes.Contains(url.Scheme) || WrittenHosts.IsForMachines(url.Scheme)
                ? ConnectionString.FurtherHostsOf(text).Prepend(url.Host)
                : Enumerable.Empty<string>();
        if (WrittenHosts.In(text) is { Count: > 0 } written)
            return written;
        if (sink.IsForeign && IdentifierWords.EndsWithAny(sink.Name, ConnectionStrings))
            return ConnectionString.SinglePair(text) is { } pair
                ? ConnectionString.HostsOf(pair)
                : Enumerable.Empty<string>();
        if (!IsHost(sink, text))
            return Enumerable.Empty<string>();
        // SQL Server: sv01.example.jp,1433 and sv01.example.jp\INSTANCE
        if (IdentifierWords.Plain(sink.Name) is "datasource" or "server")
            text = Instance.Value.Replace(text, "");
        return ConnectionNames.IsOfClient(sink) && ConnectionString.ShortHost(text) is { } name
            ? new[] { name }
            : ConnectionString.BareHosts(text);
    }

    // A bare name is a host only where nothing else can stand; NetHostName = "net.host.name" is a key.
    private static bool IsHost(NamedValue sink, string text) =>
        IdentifierWords.EndsWithAny(sink.Name, sink.IsForeign ? HostNames : OwnHostNames)
        && sink.Value.Type?.SpecialType == SpecialType.System_String
        && !IdentifierWords.IsSpelled(sink.Name, text);
}
