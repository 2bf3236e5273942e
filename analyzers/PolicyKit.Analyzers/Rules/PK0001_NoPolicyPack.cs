using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0001_NoPolicyPack()
    : PolicyRule("PK0001", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn, wholeProgram: WholeProgram.Wholly)
{
    private protected override void Start(RuleContext rule)
    {
        var pack = rule.Policy.Pack;
        // A file that is there but cannot be read is PK0002's to report: two findings for one mistake help nobody.
        var missing = new[] { DocumentKind.Policy, DocumentKind.Standard }
            .Where(kind => pack.File(kind) is null)
            .ToList();
        if (missing.Count == 0 || pack.Files.Any(f => f.Kind is null))
            return;
        rule.RegisterCompilationEndAction(end =>
            end.Report("PK0001", string.Join(", ", missing.Select(kind => kind.Name())))
        );
    }
}
