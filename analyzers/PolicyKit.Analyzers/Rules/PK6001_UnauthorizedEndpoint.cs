using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6001_UnauthorizedEndpoint()
    : PolicyRule("PK6001", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        if (AuthorizationModel.Of(rule) is not { } model)
            return;
        var endpoints = new EndpointCollector(model);
        endpoints.Register(rule);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var endpoint in endpoints.Undecided().OrderBy(e => e.Display, StringComparer.Ordinal))
                // What has no route of its own (conventional routing, pages, hubs) is declared by the name that the
                // finding shows.
                if (rule.Policy.Pack.System?.DeclaresPublic(endpoint.Route ?? endpoint.Display) != true)
                    end.Report(endpoint.Location, "PK6001", endpoint.Display);
        });
    }
}
