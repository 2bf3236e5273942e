using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Diagnostics;
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
        // By the flag. Each is only ever set, by whoever finds it.
        var (policy, webConfig, usesPolicy) = (new bool[Flags], new bool[Flags], false);
        rule.RegisterEffectiveConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (FlagOf(entry) is { } flag)
                    {
                        if (IsOff(entry))
                            report(entry, "PK6302", new object[] { flag.ToString() });
                        else if (entry.Key.StartsWith("system.web:httpCookies:", StringComparison.Ordinal))
                            webConfig[(int)flag] = true;
                    }
            }
        );
        if (rule.Type("Microsoft.AspNetCore.Http.CookieOptions") is null && rule.Type("System.Web.HttpCookie") is null)
            return;
        rule.RegisterOperationAction(
            Trigger.OnFile("Cookie"),
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
                if (CookieModel.SetOnAll(context.Operation) is { } set)
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
            OperationKind.SimpleAssignment
        );
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, flag) in lacking)
                if (!(policy[(int)flag] && usesPolicy) && !webConfig[(int)flag])
                    rule.ReportAspect(end.ReportDiagnostic, place, flag.ToString(), "PK6302", flag.ToString());
        });
    }

    private sealed record Lack(Microsoft.CodeAnalysis.Location Place, CookieFlag Flag);

    private static CookieFlag? FlagOf(ConfigurationEntry entry)
    {
        var parts = entry.Key.Split(':');
        return entry.Name switch
        {
            "requireSSL" when parts[0] == "system.web" => CookieFlag.Secure,
            "httpOnlyCookies" when parts[0] == "system.web" => CookieFlag.HttpOnly,
            "SecurePolicy" when IsCookie(parts) => CookieFlag.Secure,
            "HttpOnly" when IsCookie(parts) => CookieFlag.HttpOnly,
            "SameSite" or "sameSite" when IsCookie(parts) || entry.Key == "system.web:httpCookies:sameSite" =>
                CookieFlag.SameSite,
            _ => null,
        };
    }

    private static bool IsCookie(string[] parts) =>
        parts.Length > 1 && parts[parts.Length - 2].EndsWith("Cookie", StringComparison.Ordinal);

    private static bool IsOff(ConfigurationEntry entry) =>
        entry.Value.ToLowerInvariant() is "false" or "none" or "unspecified";
}
