using PolicyKit.Analyzers.Topics.Audit;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK7002_LocalClockInAudit() : PolicyRule("PK7002", MeasureKind.Operations, Severity.Warning)
{
    private static readonly ParameterId Words = ParameterId.Parse("audit.names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Words);

    private protected override void Start(RuleContext rule)
    {
        var names = new AuditNames(rule.Values(Words));
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    (LocalClock.Is(context.Operation) || LocalClock.IsAskedBy(context.Operation))
                    && !TestCode.Holds(context.ContainingSymbol)
                    && LocalClock.IsRecorded(context.Operation, context.ContainingSymbol, names)
                )
                    context.Report(context.Operation.Syntax, "PK7002", context.Operation.Syntax.ToString());
            },
            OperationKind.PropertyReference,
            OperationKind.Invocation
        );
    }
}
