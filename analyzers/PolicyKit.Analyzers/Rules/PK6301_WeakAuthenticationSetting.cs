using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6301_WeakAuthenticationSetting()
    : PolicyRule("PK6301", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private static readonly ParameterId Length = ParameterId.Parse("passwords.length");
    private static readonly ParameterId Attempts = ParameterId.Parse("lockout.attempts");
    private static readonly ParameterId Idle = ParameterId.Parse("sessions.idle-minutes");
    private static readonly ParameterId Tokens = ParameterId.Parse("tokens.lifetime-minutes");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Length, Attempts, Idle, Tokens);

    private protected override void Start(RuleContext rule)
    {
        if (
            AuthenticationLimits.Of(
                Number(rule, Length),
                Number(rule, Attempts),
                Number(rule, Idle),
                Number(rule, Tokens)
            )
            is not { } limits
        )
            return;
        var configured = new ConfiguredLimits(limits);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (configured.Judge(entry) is { } weak)
                    context.Report(entry, weak.Key, weak.Arguments);
        });
        if (AuthenticationLimits.Types.All(name => rule.Type(name) is null))
            return;
        rule.RegisterTypes(
            (type, context) =>
            {
                foreach (var (attribute, key, arguments) in limits.JudgeModel(type))
                    if (attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
                        context.Report(syntax.GetLocation(), key, arguments);
            }
        );
        // Of a library nobody can say what the application that uses it sets.
        var isApplication = rule.IsApplication;
        var defaults =
            new ConcurrentBag<(
                Microsoft.CodeAnalysis.Location Location,
                string Key,
                string Setting,
                object[] Arguments
            )>();
        var set = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        rule.RegisterOperationAction(
            context =>
            {
                foreach (var setting in limits.SetBy(context.Operation))
                    set.TryAdd(setting, true);
                if (isApplication)
                    foreach (var found in limits.DefaultsOf(context.Operation))
                        defaults.Add(
                            (
                                OperationFacts.NameOf((IInvocationOperation)context.Operation).GetLocation(),
                                found.Key,
                                found.Setting,
                                found.Arguments
                            )
                        );
                if (
                    limits.Judge(context.Operation, context.ContainingSymbol) is { } weak
                    && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                        != ExecutionEnvironment.Development
                )
                    context.Report(weak.Place, weak.Key, weak.Arguments);
            },
            OperationKind.SimpleAssignment,
            OperationKind.Invocation,
            OperationKind.Argument
        );
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (
                var unset in defaults.Where(d =>
                    !set.ContainsKey(d.Setting) && !set.ContainsKey(AuthenticationLimits.Bound)
                )
            )
                end.ReportAspect(unset.Location, unset.Setting, unset.Key, unset.Arguments);
        });
    }

    private static int? Number(RuleContext rule, ParameterId id) =>
        int.TryParse(rule.Values(id)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
