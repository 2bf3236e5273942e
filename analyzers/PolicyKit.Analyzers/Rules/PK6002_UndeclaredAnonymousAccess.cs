using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6002_UndeclaredAnonymousAccess()
    : PolicyRule("PK6002", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private protected override void Start(RuleContext rule)
    {
        if (AuthorizationModel.Of(rule, isAnonymous: true) is not { } model)
            return;
        var endpoints = new EndpointCollector(model);
        endpoints.Register(rule);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var endpoint in endpoints.Decided().OrderBy(e => e.Display, StringComparer.Ordinal))
                if (rule.Policy.Pack.System?.DeclaresPublic(endpoint.Route ?? endpoint.Display) != true)
                    end.Report(endpoint.Location, "PK6002", endpoint.Display);
        });
    }
}
