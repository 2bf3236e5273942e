using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

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
        rule.RegisterConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (HostOf(entry, schemes) is { } host && !local.Contains(host) && declared?.Declares(host) != true)
                        report(entry, "PK3003", new object[] { host });
            }
        );
    }

    private static string? HostOf(ConfigurationEntry entry, HashSet<string> schemes)
    {
        if (ConnectionString.Pairs(entry.Value) is { } pairs)
            return ConnectionString.HostOf(pairs);
        if (!ConnectionNames.IsMadeBy(entry))
            return null;
        if (ConnectionString.OfUrl(entry.Value) is { } url)
            return schemes.Contains(url.Scheme) ? url.Host : null;
        return IdentifierWords.EndsWithAny(
            ConnectionNames.NameOf(entry),
            new[] { "host", "hostname", "server", "bootstrapservers" }
        )
            ? ConnectionString.BareHost(entry.Value)
            : null;
    }
}
