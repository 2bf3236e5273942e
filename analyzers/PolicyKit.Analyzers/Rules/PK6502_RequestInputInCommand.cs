using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6502_RequestInputInCommand() : PolicyRule("PK6502", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Sanitizers = ParameterId.Parse("injection.sanitizers");

    /// <inheritdoc/>
    public override ValueList<ParameterId> Parameters => ValueList.Create(Sanitizers);

    private protected override void Start(RuleContext rule) =>
        rule.RegisterFlows(
            FlowLabelKind.Input,
            settings => settings with { Sanitizers = rule.Values(Sanitizers), FollowsInput = true },
            (hit, context) =>
                context.ReportFlow(
                    hit,
                    hit.Sink.ToString(),
                    "PK6502." + hit.Sink.ToString().ToLowerInvariant(),
                    RoadOf(hit.Label),
                    hit.Callee
                )
        );

    private static string RoadOf(FlowLabel label) =>
        string.Join(" → ", label.Steps.Select(step => step.Name).Where(name => name != label.Name).Prepend(label.Name));
}
