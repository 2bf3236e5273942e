using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6003_PrivilegeWithoutRole()
    : PolicyRule("PK6003", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Names = ParameterId.Parse("privileges.names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names);

    private protected override void Start(RuleContext rule)
    {
        if (AuthorizationModel.Of(rule) is not { } model)
            return;
        var operations = new PrivilegedOperations(rule, model, new PrivilegedNames(rule.Values(Names)));
        operations.Register();
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, operation) in operations.Found())
                end.Report(place, "PK6003", operation);
        });
    }
}
