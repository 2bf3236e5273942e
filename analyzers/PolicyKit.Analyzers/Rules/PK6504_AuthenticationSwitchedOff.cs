using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6504_AuthenticationSwitchedOff() : PolicyRule("PK6504", MeasureKind.Technical, Severity.Error)
{
    private protected override void Start(RuleContext rule)
    {
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries.Where(ConfigurationSwitches.SkipsAuthentication))
                context.Report(entry, "PK6504.setting", entry.Name);
        });
        if (AuthorizationModel.Of(rule) is null)
            return;
        rule.RegisterOperationAction(SeeCall, OperationKind.Invocation);
        rule.RegisterOperationAction(SeeOther, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
        rule.RegisterOperationAction(SeeCondition, OperationKind.Conditional);
    }

    private static void SeeOther(OperationContext context)
    {
        if (AuthenticationSwitches.Around(context.Operation) is { } name && !IsOfDevelopment(context))
            context.Report(context.Operation.Syntax, "PK6504", name);
    }

    private static void SeeCall(OperationContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (AuthenticationSwitches.Around(call) is { } name)
            context.Report(OperationFacts.NameOf(call), "PK6504", name);
        else if (FakeSignIn.Registered(call) is { } handler && !IsOfDevelopment(context))
            context.Report(OperationFacts.NameOf(call), "PK6504.handler", handler.Name);
    }

    private static void SeeCondition(OperationContext context)
    {
        var conditional = (IConditionalOperation)context.Operation;
        if (AuthenticationSwitches.Inside(conditional, context.ContainingSymbol) is { } name)
            context.Report(conditional.Condition.Syntax, "PK6504", name);
    }

    private static bool IsOfDevelopment(OperationContext context) =>
        EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol) == ExecutionEnvironment.Development
        || TestCode.Holds(context.ContainingSymbol);
}
