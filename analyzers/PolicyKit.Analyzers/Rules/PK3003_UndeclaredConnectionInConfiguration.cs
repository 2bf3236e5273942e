using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK3003_UndeclaredConnectionInConfiguration()
    : PolicyRule("PK3003", MeasureKind.Resilience, Severity.Error)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Schemes, LocalHosts);

    private protected override void Start(RuleContext rule)
    {
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        var declared = rule.Policy.Pack.System;
        rule.RegisterConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
            foreach (var host in ConfigurationConnections.HostsOf(entry, schemes))
                if (!local.Contains(host) && declared?.Declares(host) != true)
                    context.Report(entry, "PK3003", host);
        });
    }
}
