namespace PolicyKit.Analyzers.Rules;

public sealed class PK2007_ClassifiedValueForAnyone() : ClassifiedFlowRule("PK2007", FlowSink.Response)
{
    private protected override void Judge(SinkHit hit, OperationContext context)
    {
        if (AnonymousHandlers.Holds(hit.Place, context))
            base.Judge(hit, context);
    }
}
