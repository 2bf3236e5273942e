using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0002_InvalidPolicyFile()
    : PolicyRule("PK0002", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn)
{
    private protected override void Start(RuleContext rule)
    {
        rule.RegisterAdditionalFileAction(file =>
        {
            foreach (
                var problem in rule.Policy.Pack.Problems.Where(p =>
                    !p.IsDanglingReference && p.Location.File == file.AdditionalFile.Path
                )
            )
                rule.Report(file.ReportDiagnostic, problem);
        });
        if (rule.Policy.UnreadableDate is { } date)
            rule.RegisterCompilationEndAction(end =>
                rule.Report(end.ReportDiagnostic, Microsoft.CodeAnalysis.Location.None, "PK0002.date", date)
            );
    }
}
