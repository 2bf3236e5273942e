using PolicyKit.Analyzers.Topics.Connections;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK4001_RemovableDrive() : PolicyRule("PK4001", MeasureKind.Physical, Severity.Error)
{
    private protected override void Start(RuleContext rule)
    {
        // Media that the body issued are in the declaration; where there are none, nothing is to be written to one.
        if (rule.Policy.Pack.System?.Media.Items().Count > 0)
            return;
        rule.RegisterOperationAction(
            context =>
            {
                if (RemovableDrives.Access(context.Operation) is { } place && !TestCode.Holds(context.ContainingSymbol))
                    context.Report(place, "PK4001", place.ToString());
            },
            OperationKind.FieldReference,
            OperationKind.PropertyReference,
            OperationKind.Invocation,
            OperationKind.ObjectCreation
        );
    }
}
