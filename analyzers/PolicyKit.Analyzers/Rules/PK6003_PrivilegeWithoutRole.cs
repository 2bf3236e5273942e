using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6003_PrivilegeWithoutRole()
    : PolicyRule("PK6003", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Names = ParameterId.Parse("privileges.names");
    private static readonly ParameterId Operations = ParameterId.Parse("privileges.operations");
    private static readonly ParameterId General = ParameterId.Parse("privileges.general-roles");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Operations, General);

    private protected override void Start(RuleContext rule)
    {
        if (AuthorizationModel.Of(rule) is not { } model)
            return;
        var names = new PrivilegedNames(rule.Values(Names), rule.Values(Operations));
        var demands = new RoleDemands(rule, model, rule.Values(General));
        var operations = new PrivilegedOperations(rule, model, names, demands);
        operations.Register();
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, operation) in operations.Found())
                end.Report(place, "PK6003", operation);
        });
    }
}
