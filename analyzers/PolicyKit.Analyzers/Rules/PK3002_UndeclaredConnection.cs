using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK3002_UndeclaredConnection() : PolicyRule("PK3002", MeasureKind.Resilience, Severity.Error)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

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

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Schemes, LocalHosts);

    private protected override void Start(RuleContext rule)
    {
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        var declared = rule.Policy.Pack.System;
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        void Judge(OperationContext context, StringValue value, IEnumerable<string> hosts)
        {
            foreach (var host in hosts)
                if (!local.Contains(host) && declared?.Declares(host) != true)
                    context.ReportAspect(value.Origin, host, "PK3002", host);
        }

        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (sink.IsComparison || !ConnectionNames.IsMadeBy(sink))
                    return;
                var values = StringValueTracker.Of(sink.Value).ToList();
                foreach (var value in values)
                    Judge(
                        context,
                        value,
                        HostsOf(value.Text, sink, schemes).Where(host => !EmulatorHost.Is(host, values, local))
                    );
            }
        );
        // A connection string, and a shared folder, are known by their shape, wherever they stand.
        rule.RegisterTexts((value, context) => Judge(context, value, WrittenHosts.In(value.Text)));
    }

    private static IEnumerable<string> HostsOf(string text, NamedValue sink, HashSet<string> schemes)
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
