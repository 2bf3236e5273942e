using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK0000_EvaluatedPolicy()
    : PolicyRule(
        "PK0000",
        MeasureKind.Operations,
        Severity.Information,
        Scope.AlwaysOn,
        wholeProgram: WholeProgram.Wholly
    )
{
    private protected override void Start(RuleContext rule)
    {
        if (rule.Policy.Pack.Files.Count == 0)
            return;
        var files = string.Join(
            rule.Language == MessageLanguage.English ? ", " : "、",
            rule.Policy.Pack.Files.Select(f => $"{f.Kind?.Name() ?? "?"} {Path.GetFileName(f.Path)} sha256:{f.Sha256}")
        );
        var governed = RuleCatalog.Rules.Count(r => rule.Policy.Pack.Standard?.SeverityOf(r.Rule) is not null);
        var date = rule.Policy.EvaluationDate is { } day
            ? IsoDate.Format(day)
            : RuleContext.Messages.Format("PK0000.no-date", rule.Language);
        rule.RegisterCompilationEndAction(end =>
            end.Report("PK0000", files, governed, end.Compilation.SyntaxTrees.Count(), date)
        );
    }
}
