using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0005_UndeclaredSystem()
    : PolicyRule("PK0005", MeasureKind.Outsourcing, Severity.Error, Scope.AlwaysOn, wholeProgram: WholeProgram.Wholly)
{
    private protected override void Start(RuleContext rule)
    {
        var pack = rule.Policy.Pack;
        if (
            pack.File(DocumentKind.Policy) is null
            || pack.File(DocumentKind.System) is not null
            || pack.Files.Any(f => f.Kind is null)
        )
            return;
        rule.RegisterCompilationEndAction(end => end.Report("PK0005", end.Compilation.AssemblyName ?? ""));
    }
}
