using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK8001_UnregisteredService()
    : PolicyRule("PK8001", MeasureKind.Outsourcing, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private const string Mark = "ExternalServiceAttribute";
    private static readonly ParameterId Known = ParameterId.Parse("services.known");
    private static readonly ParameterId Schemes = ParameterId.Parse("connections.schemes");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Known, Schemes);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Policy.Pack.System is not { } system)
            return;
        var services = new KnownServices(rule.Values(Known));
        var uses = new ServiceUses(services);
        uses.Watch(rule, (service, symbol) => IsRegistered(system, service) || IsMarked(system, symbol));
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
            foreach (var host in ConfigurationConnections.HostsOf(entry, schemes))
                if (services.OfHost(host) is { } service && !IsRegistered(system, service))
                    context.Report(entry, "PK8001", service.Name);
        });
        rule.RegisterAttributes(context =>
        {
            if (MarkedServices.IdOf(context, Mark) is { } marked && !IsId(system, marked.Id))
                context.Report(marked.Place, "PK8001.id", marked.Id);
        });
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (service, place) in uses.Found())
                end.ReportAspect(place, service.Name, "PK8001", service.Name);
        });
    }

    private static bool IsRegistered(SystemDeclaration system, KnownService service) =>
        system.ExternalServices.Items().Any(s => service.IsNamedIn(s.Name) || service.IsNamedIn(s.Provider))
        || system
            .Connections.Items()
            .Any(c =>
                c.Service is { } id
                && IsId(system, id.Value)
                && (service.Answers(c.Host) || service.Hosts.Any(c.Covers))
            );

    // What is marked is compared with the register where the mark stands.
    private static bool IsMarked(SystemDeclaration system, ISymbol symbol) =>
        MarkedServices.IdsOf(symbol, Mark).Any(id => IsId(system, id));

    private static bool IsId(SystemDeclaration system, string id) =>
        system.ExternalServices.Items().Any(s => s.Id.Value == id);
}
