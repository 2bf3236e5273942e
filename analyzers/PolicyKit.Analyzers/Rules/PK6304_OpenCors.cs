using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6304_OpenCors() : PolicyRule("PK6304", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(LocalHosts);

    private protected override void Start(RuleContext rule)
    {
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        var system = rule.Policy.Pack.System;
        string? Undeclared(string origin)
        {
            // https://*.example.jp lets every host beneath it in, and is declared where each of them would be.
            var isMany = origin.Contains("://*.");
            if (ConnectionString.OfUrl(origin.Replace("://*.", "://any.")) is not { } url || local.Contains(url.Host))
                return null;
            if (system?.Declares(url.Host) == true || system?.FacesPublicAs(url.Host) == true)
                return null;
            return isMany ? "*" + url.Host.Substring("any".Length) : url.Host;
        }

        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries.Where(CorsOrigins.IsOrigin))
            foreach (var origin in entry.Value.Split(',', ';').Select(o => o.Trim()))
                if (Undeclared(origin) is { } host)
                    context.Report(entry, "PK6304.origin", host);
        });
        rule.RegisterOperationAction(
            context => Judge(context, Undeclared),
            OperationKind.Invocation,
            OperationKind.SimpleAssignment
        );
    }

    private static void Judge(OperationContext context, Func<string, string?> undeclared)
    {
        var origins = CorsOrigins.Named(context.Operation).ToList();
        var open = CorsPolicy.LetsAnyOriginIn(context.Operation) ?? CorsOrigins.Reflection(context.Operation);
        if (
            (open is null && origins.Count == 0)
            || EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                == ExecutionEnvironment.Development
        )
            return;
        if (open is not null)
            context.Report(open, "PK6304");
        foreach (var origin in origins.Where(o => o.IsWhole))
            if (undeclared(origin.Text) is { } host)
                context.ReportAspect(origin.Origin, host, "PK6304.origin", host);
    }
}
