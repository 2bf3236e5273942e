using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK8002_UnregisteredAccount()
    : PolicyRule("PK8002", MeasureKind.Outsourcing, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private const string Mark = "SnsAccountAttribute";
    private static readonly ParameterId Known = ParameterId.Parse("social-media.known");
    private static readonly ParameterId Attributes = ParameterId.Parse("classification.attributes");
    private static readonly ParameterId Redactors = ParameterId.Parse("classification.redactors");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Known, Attributes, Redactors);

    private protected override void Start(RuleContext rule)
    {
        if (rule.Policy.Pack.System is not { } system)
            return;
        var services = new KnownServices(rule.Values(Known));
        var accounts = system.SocialMedia.Items();
        var uses = new ServiceUses(services);
        uses.Watch(
            rule,
            (service, symbol) =>
                accounts.Any(a => service.IsNamedIn(a.Service))
                || MarkedServices.IdsOf(symbol, Mark).Any(id => accounts.Any(a => IsAccount(a, id)))
        );
        rule.RegisterAttributes(context =>
        {
            if (MarkedServices.IdOf(context, Mark) is { } marked && !accounts.Any(a => IsAccount(a, marked.Id)))
                context.Report(marked.Place, "PK8002.account", marked.Id);
        });
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (service, place) in uses.Found())
                end.ReportAspect(place, service.Name, "PK8002", service.Name);
        });
        rule.RegisterFlows(
            FlowLabelKind.Classified,
            settings =>
                settings with
                {
                    Attributes = rule.Values(Attributes),
                    Redactors = rule.Values(Redactors),
                    FollowsClasses = true,
                },
            (hit, context) => Judge(hit, context, services)
        );
    }

    // Only information of class 1 may be published.
    private static void Judge(SinkHit hit, OperationContext context, KnownServices services)
    {
        if (
            hit.Sink == FlowSink.External
            && hit.Label.Rank >= Classifications.RankOf("2")
            && NameOf(hit, services) is { } name
        )
            context.ReportFlow(hit, name, "PK8002.class", hit.Label.Name, Classifications.NameOf(hit.Label.Rank), name);
    }

    private static string? NameOf(SinkHit hit, KnownServices services)
    {
        var (kind, name) = (hit.Target.Split(':')[0], hit.Target.Substring(hit.Target.IndexOf(':') + 1));
        return kind switch
        {
            "sns" => name,
            "host" => services.OfHost(name)?.Name,
            _ => null,
        };
    }

    // @example and example are one account.
    private static bool IsAccount(SocialMediaAccount account, string id) =>
        string.Equals(account.Account.TrimStart('@'), id.TrimStart('@'), StringComparison.OrdinalIgnoreCase);
}
