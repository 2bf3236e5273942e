using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Topics.Zones;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK3001_ZoneCrossed() : PolicyRule("PK3001", MeasureKind.Resilience, Severity.Error)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Schemes);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Policy.Pack.System is not { } system)
            return;
        var zones = new CodeZones(system);
        if (!zones.AreUsed(rule.Compilation))
            return;
        var uses = new ZoneUses(zones, system);
        rule.RegisterOperationAction(
            uses.See,
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.MethodReference,
            OperationKind.EventReference
        );
        rule.RegisterTypes(uses.SeeType);
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (!sink.IsComparison && ConnectionNames.IsMadeBy(sink))
                    foreach (var value in StringValueTracker.Of(sink.Value))
                        uses.SeeHosts(value, ConnectedHosts.Of(value.Text, sink, schemes), context);
            }
        );
        rule.RegisterTexts((value, context) => uses.SeeHosts(value, WrittenHosts.In(value.Text), context));
        rule.RegisterAttributes(context =>
        {
            if (
                MarkedServices.IdOf(context, "NetworkZoneAttribute") is { } marked
                && system.Zones.Count > 0
                && system.Zones.All(zone => zone.Value != marked.Id)
            )
                context.Report(marked.Place, "PK3001.zone", marked.Id);
        });
    }
}
