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
        void Judge(OperationContext context, StringValue value, string? host)
        {
            if (host is not null && !local.Contains(host) && declared?.Declares(host) != true)
                rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), "PK3002", host);
        }

        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (sink.IsComparison || !ConnectionNames.IsMadeBy(sink))
                    return;
                foreach (var value in StringValueTracker.Of(sink.Value))
                    Judge(context, value, HostOf(value.Text, sink, schemes));
            }
        );
        // A connection string is known by its shape, wherever it stands.
        rule.RegisterTexts(
            (value, context) =>
            {
                if (ConnectionString.Pairs(value.Text) is { } pairs)
                    Judge(context, value, ConnectionString.HostOf(pairs));
            }
        );
    }

    private static string? HostOf(string text, NamedValue sink, HashSet<string> schemes)
    {
        if (ConnectionString.OfUrl(text) is { } url)
            return schemes.Contains(url.Scheme) ? url.Host : null;
        if (ConnectionString.Pairs(text) is { } pairs)
            return ConnectionString.HostOf(pairs);
        // A bare name is a host only where nothing else can stand; NetHostName = "net.host.name" is a key.
        return
            IdentifierWords.EndsWithAny(
                sink.Name,
                new[]
                {
                    "host",
                    "hostname",
                    "hostnameoraddress",
                    "server",
                    "remotehost",
                    "bootstrapservers",
                    "configuration",
                }
            )
            && sink.Value.Type?.SpecialType == SpecialType.System_String
            && !IdentifierWords.IsSpelled(sink.Name, text)
            ? ConnectionString.BareHost(text)
            : null;
    }
}
