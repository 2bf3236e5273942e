using PolicyKit.Findings;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>What a check of the code comes to.</summary>
internal sealed class SourceEvaluation(
    SecurityStandard standard,
    SystemId? system,
    RuleRun run,
    WaiverEvaluator waivers
)
{
    private readonly Dictionary<string, List<Finding>> _findings = run
        .Findings.GroupBy(f => f.Rule.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    private readonly HashSet<RuleId> _judged = new(run.Judged);

    public CheckResult Of(SourceCheck check)
    {
        if (!_judged.Contains(check.Rule))
            return CheckResult.Of(
                check,
                ComplianceState.NotEvidenced,
                Reason.Note("evaluation.rule-did-not-run", check.Rule.Value)
            );
        var findings = (_findings.TryGetValue(check.Rule.Value, out var found) ? found : new List<Finding>())
            .OrderBy(f => f.Location.File, StringComparer.Ordinal)
            .ThenBy(f => f.Location.Start)
            .ThenBy(f => f.Fingerprint, StringComparer.Ordinal)
            .ToValueList();
        if (findings.Count == 0)
            return CheckResult.Of(
                check,
                ComplianceState.Satisfied,
                Reason.Note("evaluation.rule-found-nothing", check.Rule.Value)
            );
        var live = findings.Where(f => !IsWaived(f)).ToList();
        return new CheckResult
        {
            Check = check,
            State = live.Count > 0 ? ComplianceState.Violated : ComplianceState.Waived,
            AsFound = ComplianceState.Violated,
            Reasons = ValueList.Create(
                Reason.Note("evaluation.rule-found", check.Rule.Value, findings.Count, findings.Count - live.Count)
            ),
            Findings = findings,
        };
    }

    // A waiver that has ended since the rules ran covers nothing: the day of the evaluation counts. What a log from
    // elsewhere says nothing of is looked up.
    private bool IsWaived(Finding finding) =>
        finding.Waiver is { } id
            ? waivers.Statuses.Any(s => s.Waiver.Id == id && s.Counts)
            : waivers.Covering(
                finding.Rule,
                standard.ControlsOf(finding.Rule),
                system,
                finding.Location.File,
                () => null
            )
                is not null;
}
