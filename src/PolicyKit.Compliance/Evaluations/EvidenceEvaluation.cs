using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>What a check of the register of evidence comes to.</summary>
internal sealed class EvidenceEvaluation(
    SecurityPolicy policy,
    SecurityStandard standard,
    EvidenceRegister? evidence,
    SystemDeclaration? system,
    HolidayTable holidays,
    LocalDate asOf,
    LocalDate horizon
)
{
    private readonly EvidenceSchedule _schedule = new(
        policy,
        standard,
        evidence?.Records ?? ValueList<EvidenceRecord>.Empty,
        holidays,
        asOf,
        system
    );

    public CheckResult Of(EvidenceCheck check, Control control)
    {
        var duties = _schedule.DutiesOf(check, control.Id, asOf);
        var roles = standard.Roles.Where(r => check.AttestedBy.Contains(r.Id)).Select(r => r.Title).ToList();
        var deadlines = DeadlinesOf(check, control, roles.FirstOrDefault());
        // Without a register nobody knows what was done: what is due, and what is not due yet, is known all the
        // same.
        if (evidence is null && !IsNotDueYet(duties))
            return CheckResult.Of(
                check,
                ComplianceState.NotEvidenced,
                Reason.Because(ReasonKind.NotYet, "evaluation.no-evidence")
            ) with
            {
                Deadlines = deadlines,
            };
        if (duties.Count == 0)
            return CheckResult.Of(
                check,
                ComplianceState.NotApplicable,
                Reason.Note("evaluation.nothing-happened", check.Record.Title())
            );
        var risks = Risks(check, duties).ToList();
        var states = Decisive(check, duties).Select(StateOf).ToList();
        // A risk whose level the body's matrix does not give has not been assessed.
        if (risks.Exists(r => r.Kind == ReasonKind.NotYet))
            states.Add(ComplianceState.NotEvidenced);
        return CheckResult.Of(
            check,
            ComplianceStateExtensions.Worst(states),
            EarlierMissed(check, duties, ComplianceStateExtensions.Worst(states))
                .Concat(duties.Select(d => WhyOf(d, check.Record.Title(), string.Join("、", roles))))
                .Concat(risks)
                .ToArray()
        ) with
        {
            Duties = duties.ToValueList(),
            Deadlines = deadlines,
        };
    }

    private ValueList<Deadline> DeadlinesOf(EvidenceCheck check, Control control, string? role) =>
        _schedule
            .DutiesOf(check, control.Id, horizon)
            .Select(d => new Deadline(
                d.DueOn,
                control.Id,
                role,
                ComplianceMessages.Say("deadline.record", check.Record.Title(), d.Occasion),
                d.DoneOn is not null
            )
            {
                DoneOn = d.DoneOn,
                NominalOn = d.NominalOn,
            })
            .ToValueList();

    // Of what comes round again the latest occasion counts that has a record or is past due; of what happens every one.
    private static IEnumerable<EvidenceDuty> Decisive(EvidenceCheck check, IReadOnlyList<EvidenceDuty> duties) =>
        check.Cadence is Cadence.FiscalYear or Cadence.Period
            ? duties
                .Where(d => d.Timeliness != EvidenceTimeliness.NotYetDue)
                .Reverse()
                .Take(1)
                .DefaultIfEmpty(duties[duties.Count - 1])
            : duties;

    // The latest occasion decides; that earlier ones were missed is said with it and not left to the list of days.
    private static IEnumerable<Reason> EarlierMissed(
        EvidenceCheck check,
        IReadOnlyList<EvidenceDuty> duties,
        ComplianceState state
    )
    {
        var missed = duties.Where(d => StateOf(d) == ComplianceState.Overdue).ToList();
        if (state == ComplianceState.Satisfied && missed.Count > 0)
            yield return Reason.Note(
                "evaluation.earlier-missed",
                check.Record.Title(),
                missed.Count,
                string.Join(", ", missed.Select(d => IsoDate.Format(d.DueOn)))
            );
    }

    private static Reason WhyOf(EvidenceDuty duty, LocalizedMessage what, string attesting)
    {
        var there = duty.Refused ?? duty.OfItself ?? duty.OfAnother ?? duty.TooEarly ?? duty.Unlinked;
        var held = there?.HeldOn ?? duty.DoneOn;
        return Reason.Because(
            KindOf(duty),
            SentenceOf(duty),
            what,
            duty.Occasion,
            IsoDate.Format(duty.DueOn),
            held is { } day ? IsoDate.Format(day) : "",
            there?.Id.Value ?? duty.Record?.Value ?? "",
            duty.Refused?.By ?? "",
            attesting,
            IsoDate.Format(duty.AcceptedUntil),
            there?.Subject ?? ""
        ) with
        {
            Record = there?.Id ?? duty.Record,
        };
    }

    // What the assessments behind a check came to, by the body's own matrix.
    private IEnumerable<Reason> Risks(EvidenceCheck check, IReadOnlyList<EvidenceDuty> duties)
    {
        if (evidence is null || check.Record != EvidenceKind.RiskAssessment || standard.RiskMatrix is not { } matrix)
            yield break;
        foreach (
            var risk in evidence.Records.Where(r => duties.Any(d => d.Record == r.Id)).SelectMany(r => r.Assessments)
        )
        {
            var threat = policy.Cite(risk.Threat) ?? risk.Threat.Value;
            yield return matrix.LevelOf(risk.Likelihood, risk.Impact) is not { } level
                ? Reason.Because(
                    ReasonKind.NotYet,
                    "evaluation.risk-unknown",
                    risk.Asset,
                    threat,
                    risk.Likelihood,
                    risk.Impact
                )
                : Reason.Note(
                    matrix.Accepts(level) ? "evaluation.risk" : "evaluation.risk#above",
                    risk.Asset,
                    threat,
                    risk.Likelihood,
                    risk.Impact,
                    level
                );
        }
    }

    private static ComplianceState StateOf(EvidenceDuty duty)
    {
        if (duty.IsAccepted)
            return ComplianceState.Satisfied;
        return duty.Timeliness == EvidenceTimeliness.NotYetDue ? ComplianceState.NotDueYet : ComplianceState.Overdue;
    }

    private static ReasonKind KindOf(EvidenceDuty duty) =>
        duty.Timeliness switch
        {
            EvidenceTimeliness.OnTime => ReasonKind.Note,
            EvidenceTimeliness.NotYetDue => ReasonKind.NotYet,
            _ => duty.IsAccepted ? ReasonKind.Late : ReasonKind.Overdue,
        };

    private static bool IsNotDueYet(IReadOnlyList<EvidenceDuty> duties) =>
        duties.Count > 0 && duties.All(d => d.Timeliness == EvidenceTimeliness.NotYetDue);

    private static string SentenceOf(EvidenceDuty duty)
    {
        if (duty.Refused is not null)
            return "evaluation.not-attested";
        if (duty.OfItself is not null)
            return "evaluation.of-itself";
        if (duty.OfAnother is not null)
            return "evaluation.of-another";
        if (duty.TooEarly is not null)
            return duty.IsOfRevision ? "evaluation.before-revision" : "evaluation.before-event";
        if (duty.Unlinked is not null)
            return "evaluation.not-linked";
        return duty.Timeliness switch
        {
            EvidenceTimeliness.NotYetDue => "evaluation.not-yet-due",
            EvidenceTimeliness.OnTime => "evaluation.on-time",
            EvidenceTimeliness.Late => LateSentence(duty),
            EvidenceTimeliness.Missing => "evaluation.missing",
            _ => throw new ArgumentOutOfRangeException(nameof(duty), duty.Timeliness, null),
        };
    }

    private static string LateSentence(EvidenceDuty duty)
    {
        if (duty.DoneOn is null)
            return "evaluation.in-grace";
        if (duty.IsAccepted)
            return "evaluation.late";
        return duty.AcceptedUntil > duty.DueOn ? "evaluation.too-late#grace" : "evaluation.too-late";
    }
}
