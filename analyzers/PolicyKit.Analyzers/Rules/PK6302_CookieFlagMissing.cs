using System.Collections.Concurrent;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6302_CookieFlagMissing()
    : PolicyRule("PK6302", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private const int Flags = (int)CookieFlag.SameSite + 1;

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var lacking = new ConcurrentBag<Lack>();
        var leftOff = new ConcurrentBag<Lack>();
        // By the flag. Each is only ever set, by whoever finds it.
        var (policy, webConfig, usesPolicy) = (new bool[Flags], new bool[Flags], false);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (ConfiguredCookies.FlagOf(entry) is { } flag)
                {
                    if (ConfiguredCookies.IsOff(entry))
                        context.Report(entry, "PK6302", flag.ToString());
                    else if (ConfiguredCookies.IsForAll(entry))
                        webConfig[(int)flag] = true;
                }

            if (ConfiguredCookies.InsecureForms(context.File) is { } forms)
                context.Report(forms, "PK6302", nameof(CookieFlag.Secure));
        });
        if (rule.Type("Microsoft.AspNetCore.Http.CookieOptions") is null && rule.Type("System.Web.HttpCookie") is null)
            return;
        rule.RegisterOperationAction(
            context =>
            {
                // What wraps the cookies of others sets none of its own.
                if (
                    context.ContainingSymbol.ContainingType?.AllInterfaces.Any(i => i.Name == "IResponseCookies")
                    == true
                )
                    return;
                if (CookieModel.IsUseOfPolicy(context.Operation))
                    usesPolicy = true;
                if (
                    CookiePolicies.LeftOff(context.Operation) is { } off
                    && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                        != ExecutionEnvironment.Development
                )
                    leftOff.Add(new Lack(context.Operation.Syntax.GetLocation(), off));
                foreach (var set in CookiePolicies.SetOnAll(context.Operation))
                    policy[(int)set] = true;
                foreach (var (place, flag) in CookieModel.Lacks(context.Operation, rule.Policy.EvaluationDate?.Year))
                    if (
                        EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                        != ExecutionEnvironment.Development
                    )
                        lacking.Add(new Lack(place.GetLocation(), flag));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment,
            OperationKind.DeconstructionAssignment
        );
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, flag) in leftOff)
                end.ReportAspect(place, flag.ToString(), "PK6302", flag.ToString());
            foreach (var (place, flag) in lacking)
                if (!(policy[(int)flag] && usesPolicy) && !webConfig[(int)flag])
                    end.ReportAspect(place, flag.ToString(), "PK6302", flag.ToString());
        });
    }

    private sealed record Lack(Microsoft.CodeAnalysis.Location Place, CookieFlag Flag);
}
