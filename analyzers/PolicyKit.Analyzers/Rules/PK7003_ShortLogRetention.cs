using System.Globalization;
using PolicyKit.Analyzers.Topics.Logs;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK7003_ShortLogRetention() : PolicyRule("PK7003", MeasureKind.Operations, Severity.Warning)
{
    private static readonly ParameterId Months = ParameterId.Parse("logs.retention-months");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Months);

    private protected override void Start(RuleContext rule)
    {
        if (!int.TryParse(rule.Values(Months)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            return;
        var needed = months.ToString(CultureInfo.InvariantCulture);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var (entry, days) in ConfiguredRetention.Of(context.File))
                if (LogRetention.IsTooShort(days, months))
                    context.Report(entry, "PK7003", LogRetention.Text(days), needed);
        });
        if (rule.Type("Serilog.LoggerConfiguration") is null && rule.Type("NLog.LogManager") is null)
            return;
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    (WrittenRetention.Of(context.Operation) ?? KeyedRetention.Of(context.Operation)) is { } written
                    && LogRetention.IsTooShort(written.Days, months)
                    && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                        != ExecutionEnvironment.Development
                )
                    context.Report(written.Place, "PK7003", LogRetention.Text(written.Days), needed);
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment
        );
    }
}
