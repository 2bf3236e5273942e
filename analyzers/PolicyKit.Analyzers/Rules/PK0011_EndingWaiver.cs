using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0011_EndingWaiver() : PolicyRule("PK0011", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn)
{
    private protected override void Start(RuleContext rule) =>
        rule.RegisterPolicyFiles(file =>
        {
            foreach (
                var problem in rule.Policy.WaiverProblems.Where(p =>
                    p.Location.File == file.Path && WaiverLints.IsAboutTheEnd(p)
                )
            )
                file.Report(problem);
        });
}
