using System.Runtime.CompilerServices;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK2004_ClassAboveService() : ClassifiedFlowRule("PK2004", FlowSink.External)
{
    // SMTP and its submission (RFC 5321, RFC 6409, RFC 8314).
    private static readonly int[] MailPorts = { 25, 465, 587 };

    private static readonly ParameterId Known = ParameterId.Parse("services.known");
    private static readonly ConditionalWeakTable<RuleContext, KnownServices> Services = new();

    /// <inheritdoc/>
    public override ValueList<ParameterId> Parameters => ValueList.Create(Attributes, Redactors, Known);

    private protected override int LowestRank(RuleContext rule) => Classifications.RankOf("2");

    private protected override void Judge(SinkHit hit, OperationContext context)
    {
        if (context.Rule.Policy.Pack.System is not { } system)
            return;
        var (kind, name) = (hit.Target.Split(':')[0], hit.Target.Substring(hit.Target.IndexOf(':') + 1));
        switch (kind)
        {
            case "sns":
                Report(hit, context, "PK2004.sns", name);
                break;
            case "service":
                Compare(hit, context, system.ExternalServices.Items().FirstOrDefault(s => s.Id.Value == name), name);
                break;
            case "host":
                if (system.Connections.Items().FirstOrDefault(c => c.Covers(name)) is not { } connection)
                    Report(hit, context, "PK2004.undeclared", name);
                else if (connection.Service is { } service)
                    Compare(hit, context, system.ExternalServices.Items().FirstOrDefault(s => s.Id == service), name);
                break;
            case "mail" when MailServices(system) is { Count: > 0 } mail:
                Compare(hit, context, mail.OrderBy(s => RankOf(s.Confidentiality)).Last(), name);
                break;
            case "library" when ServicesOf(context.Rule).OfLibrary(name) is { } library:
                CompareLibrary(hit, context, system, library);
                break;
            default:
                if (IsNoOneAllowed(system, hit.Label.Rank))
                    Report(hit, context, "PK2004.none", hit.Callee);
                break;
        }
    }

    // Mail leaves by what is declared for it, whoever the settings of a server name.
    private static IReadOnlyList<ExternalService> MailServices(SystemDeclaration system) =>
        system
            .Connections.Items()
            .Where(c => c.Port is { } port && Array.IndexOf(MailPorts, port) >= 0)
            .SelectMany(c => system.ExternalServices.Items().Where(s => s.Id == c.Service))
            .ToList();

    private static KnownServices ServicesOf(RuleContext rule) =>
        Services.GetValue(rule, static r => new KnownServices(r.Values(Known)));

    // The register names a service, or the connection to one of its hosts does.
    private static void CompareLibrary(
        SinkHit hit,
        OperationContext context,
        SystemDeclaration system,
        KnownService library
    )
    {
        var service =
            system
                .ExternalServices.Items()
                .FirstOrDefault(s => library.IsNamedIn(s.Name) || library.IsNamedIn(s.Provider))
            ?? system
                .Connections.Items()
                .Where(c => library.Answers(c.Host) || library.Hosts.Any(c.Covers))
                .Select(c => system.ExternalServices.Items().FirstOrDefault(s => s.Id == c.Service))
                .FirstOrDefault(s => s is not null);
        Compare(hit, context, service, library.Name);
    }

    private static void Compare(SinkHit hit, OperationContext context, ExternalService? service, string name)
    {
        if (service is null)
            Report(hit, context, "PK2004.undeclared", name);
        else if (hit.Label.Rank > RankOf(service.Confidentiality))
            Report(hit, context, "PK2004", service.Name, Classifications.NameOf(RankOf(service.Confidentiality)));
    }

    // Where a value goes is not always written in the code: then it may go wherever something is declared for it.
    private static bool IsNoOneAllowed(SystemDeclaration system, int rank) =>
        system.ExternalServices.Items().All(s => rank > RankOf(s.Confidentiality))
        && system.Connections.Items().All(c => c.Service is not null);

    private static int RankOf(Confidentiality confidentiality) => (int)confidentiality + 1;

    private static void Report(SinkHit hit, OperationContext context, string key, params string[] names) =>
        context.ReportFlow(
            hit,
            key,
            key,
            names
                .Prepend(Classifications.NameOf(hit.Label.Rank))
                .Prepend(string.Join(" → ", RoadOf(hit.Label).Prepend(hit.Label.Name)))
                .ToArray<object>()
        );
}
