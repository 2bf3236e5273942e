using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK3002_UndeclaredConnection() : PolicyRule("PK3002", MeasureKind.Resilience, Severity.Error)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

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
                if (ContentSecurityPolicy.IsPutIn(sink))
                    foreach (var policy in StringValueTracker.Of(sink.Value))
                        Judge(context, policy, ContentSecurityPolicy.HostsOf(policy.Text));
                if (sink.IsComparison)
                    return;
                if (!ConnectionNames.IsMadeBy(sink))
                {
                    if (HostForMachines(sink) is { } written)
                        foreach (var value in StringValueTracker.Of(sink.Value))
                            Judge(context, value, ConnectionString.FurtherHostsOf(value.Text).Prepend(written));
                    return;
                }

                var values = StringValueTracker.Of(sink.Value).ToList();
                foreach (var value in values)
                    Judge(
                        context,
                        value,
                        ConnectedHosts
                            .Of(value.Text, sink, schemes)
                            .Where(host => !EmulatorHost.Is(host, values, local))
                    );
            }
        );
        // A connection string, and a shared folder, are known by their shape, wherever they stand.
        rule.RegisterTexts(
            (value, context) =>
            {
                Judge(context, value, WrittenHosts.In(value.Text));
                Judge(context, value, HtmlOrigins.In(value.Text));
                if (
                    ConnectionString.OfUrl(value.Text) is not null
                    && CollectedAddresses.SinkOf(context.Operation, context.ContainingSymbol) is { } sink
                    && ConnectionNames.IsMadeBy(sink)
                )
                    Judge(context, value, ConnectedHosts.Of(value.Text, sink, schemes));
            }
        );
    }

    // mongodb+srv://…, ldap://…: nobody opens these, under whatever name they are kept.
    private static string? HostForMachines(NamedValue sink) =>
        !sink.IsForeign
        && sink.Value.ConstantValue is { HasValue: true, Value: string text }
        && text.IndexOf("://", StringComparison.Ordinal) > 0
        && ConnectionString.OfUrl(text) is { } url
        && WrittenHosts.IsForMachines(url.Scheme)
            ? url.Host
            : null;
}
