using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Flows;

/// <summary>A rule about classified values that reach a kind of sink.</summary>
public abstract class ClassifiedFlowRule : PolicyRule
{
    private protected static readonly ParameterId Attributes = ParameterId.Parse("classification.attributes");
    private protected static readonly ParameterId Redactors = ParameterId.Parse("classification.redactors");
    private static readonly ParameterId From = ParameterId.Parse("classification.confined-from");

    private readonly FlowSink _sink;

    private protected ClassifiedFlowRule(string id, FlowSink sink)
        : base(id, MeasureKind.Assets, Severity.Error) => _sink = sink;

    /// <inheritdoc/>
    public override ValueList<ParameterId> Parameters => ValueList.Create(Attributes, Redactors, From);

    private protected override void Start(RuleContext rule)
    {
        var from = LowestRank(rule);
        rule.RegisterFlows(
            FlowLabelKind.Classified,
            settings =>
                settings with
                {
                    Attributes = rule.Values(Attributes),
                    Redactors = rule.Values(Redactors),
                    FollowsClasses = true,
                },
            (hit, context) =>
            {
                if (hit.Sink == _sink && hit.Label.Rank >= from && !IsForDevelopment(hit.Place, context))
                    Judge(hit, context);
            }
        );
    }

    /// <summary>The lowest class that is looked at.</summary>
    private protected virtual int LowestRank(RuleContext rule) =>
        Classifications.RankOf(rule.Values(From).FirstOrDefault() ?? "");

    /// <summary>Reports what reaches the sink.</summary>
    private protected virtual void Judge(SinkHit hit, OperationContext context)
    {
        var (label, level) = (hit.Label, Classifications.NameOf(hit.Label.Rank));
        var road = RoadOf(label).ToList();
        if (road.Count == 0)
            context.ReportFlow(hit, null, Rule.Value, label.Name, level, hit.Callee);
        else
            context.ReportFlow(
                hit,
                null,
                Rule.Value + "#road",
                label.Name,
                level,
                hit.Callee,
                string.Join(" → ", road)
            );
    }

    /// <summary>What a value went through, by name.</summary>
    private protected static IEnumerable<string> RoadOf(FlowLabel label) =>
        label.Steps.Select(step => step.Name).Where(step => !label.Name.EndsWith("." + step, StringComparison.Ordinal));

    private static bool IsForDevelopment(SyntaxNode place, OperationContext context) =>
        context.Operation.SemanticModel?.GetOperation(place, context.CancellationToken) is { } operation
        && EnvironmentGuard.EnvironmentOf(operation, context.ContainingSymbol) == ExecutionEnvironment.Development;
}
