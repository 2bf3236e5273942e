using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0003_DanglingReference()
    : PolicyRule("PK0003", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn)
{
    private protected override void Start(RuleContext rule) =>
        rule.RegisterPolicyFiles(file =>
        {
            foreach (
                var problem in rule.Policy.Pack.Problems.Where(p =>
                    p.IsDanglingReference && p.Location.File == file.Path
                )
            )
                file.Report(problem);
        });
}
