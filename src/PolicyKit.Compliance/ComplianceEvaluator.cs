using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>
/// Says how everything that a policy asks for stands, for one system on one day. Pure: no clock, no files, no network;
/// the same inputs give the same result,
/// whatever their order. Made once for a policy and a standard; safe to share between threads.
/// </summary>
public sealed class ComplianceEvaluator
{
    private readonly SecurityPolicy _policy;
    private readonly SecurityStandard _standard;
    private readonly CryptographyTable _cryptography;
    private readonly HolidayTable _holidays;
    private readonly Dictionary<DeclarationCheck, JsonSchema?> _schemas = new();
    private readonly RollUp _rollUp;

    /// <summary>Takes what systems are judged by.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="standard">The standard, resolved.</param>
    /// <param name="cryptography">The approved algorithms; null for the table that ships with PolicyKit.</param>
    /// <param name="holidays">The holidays; null for the table that ships with PolicyKit.</param>
    public ComplianceEvaluator(
        SecurityPolicy policy,
        SecurityStandard standard,
        CryptographyTable? cryptography = null,
        HolidayTable? holidays = null
    )
    {
        (_policy, _standard) = (
            policy ?? throw new ArgumentNullException(nameof(policy)),
            standard ?? throw new ArgumentNullException(nameof(standard))
        );
        (_cryptography, _holidays) = (cryptography ?? CryptographyTable.Default, holidays ?? HolidayTable.Default);
        foreach (var check in standard.Controls.SelectMany(c => c.Checks).OfType<DeclarationCheck>())
            if (check.Schema is not null)
                _schemas[check] = DeclarationSchema.Compile(check, standard);
        _rollUp = new RollUp(policy);
    }

    /// <summary>The state of everything on a day.</summary>
    /// <param name="system">The declaration, as it was read; null when the body alone is looked at.</param>
    /// <param name="run">What the rules found.</param>
    /// <param name="evidence">The register of evidence; null when there is none.</param>
    /// <param name="waivers">The register of waivers; null when there is none.</param>
    /// <param name="asOf">The day, in Japan.</param>
    /// <param name="deadlinesUntil">
    /// Up to which day deadlines ahead are given; null for the end of the fiscal year.
    /// </param>
    public Evaluation Evaluate(
        ReadResult<SystemDeclaration>? system,
        RuleRun run,
        EvidenceRegister? evidence,
        WaiverRegister? waivers,
        LocalDate asOf,
        LocalDate? deadlinesUntil = null
    )
    {
        if (run is null)
            throw new ArgumentNullException(nameof(run));
        var work = new Work(
            this,
            system,
            run,
            evidence,
            new WaiverEvaluator(waivers, _standard, asOf),
            deadlinesUntil ?? FiscalYear.Of(asOf).LastDay
        );
        var inForce = _policy.InForceOn(asOf) is { Kind: not RevisionKind.Repealed } revision ? revision : null;
        var controls = _standard
            .Controls.Select(control =>
                inForce is null
                    ? Apart(
                        control,
                        ComplianceState.NotApplicable,
                        Say("evaluation.not-in-force", IsoDate.Format(asOf))
                    )
                    : work.Of(control)
            )
            .ToValueList();
        var provisions = _rollUp.Of(controls);
        return new Evaluation
        {
            AsOf = asOf,
            System = system?.Value?.Id,
            InForce = inForce,
            State = Worst(controls.Select(c => c.State)),
            AsFound = Worst(controls.Select(c => c.AsFound)),
            Provisions = provisions,
            Controls = controls,
            Waivers = work.Waivers.Statuses,
            Deadlines = controls
                .SelectMany(c => c.Checks)
                .SelectMany(c => c.Deadlines)
                .Concat(EndsOf(work.Waivers))
                .Concat(StartsOf(_standard))
                .Distinct()
                .OrderBy(d => d.DueOn)
                .ThenBy(d => d.Control?.Value ?? "", StringComparer.Ordinal)
                .ThenBy(d => d.What.Text(MessageLanguage.Japanese), StringComparer.Ordinal)
                .ToValueList(),
        };
    }

    private static IEnumerable<Deadline> EndsOf(WaiverEvaluator waivers) =>
        waivers
            .Statuses.Where(s => s.Counts || s.State == WaiverState.NotYet)
            .SelectMany(s =>
                new[]
                {
                    new Deadline(
                        s.Waiver.ReviewOn,
                        s.Waiver.Control,
                        s.Waiver.Approver,
                        Say("deadline.waiver-review", s.Waiver.Id.Value),
                        IsDone: false
                    ),
                    new Deadline(
                        s.LastDay,
                        s.Waiver.Control,
                        s.Waiver.Applicant,
                        Say("deadline.waiver-ends", s.Waiver.Id.Value),
                        IsDone: false
                    ),
                }
            );

    private static IEnumerable<Deadline> StartsOf(SecurityStandard standard) =>
        standard
            .Crosswalks.Where(c => c.InForceOn is not null)
            .Select(c => new Deadline(
                c.InForceOn!.Value,
                null,
                null,
                Say("deadline.framework", new BilingualText(c.Title, c.EnglishTitle ?? c.Title)),
                IsDone: false
            )
            {
                IsOfFramework = true,
            });

    private static ControlResult Apart(Control control, ComplianceState state, LocalizedMessage reason) =>
        new()
        {
            Control = control,
            State = state,
            AsFound = state,
            Reason = reason,
            Checks = ValueList<CheckResult>.Empty,
        };

    private static LocalizedMessage Say(string key, params object[] arguments) =>
        ComplianceMessages.Catalog.Message(key, arguments);

    internal static ComplianceState Worst(IEnumerable<ComplianceState> states) =>
        states.Aggregate(ComplianceState.NotApplicable, ComplianceStateExtensions.Worse);

    /// <summary>One evaluation at work.</summary>
    private sealed class Work(
        ComplianceEvaluator evaluator,
        ReadResult<SystemDeclaration>? system,
        RuleRun run,
        EvidenceRegister? evidence,
        WaiverEvaluator waivers,
        LocalDate horizon
    )
    {
        private readonly SystemDeclaration? _system = system?.Value;
        private readonly EvidenceSchedule _schedule = new(
            evaluator._policy,
            evaluator._standard,
            evidence?.Records ?? ValueList<EvidenceRecord>.Empty,
            evaluator._holidays,
            waivers.AsOf
        );
        private readonly Dictionary<string, List<Finding>> _findings = run
            .Findings.GroupBy(f => f.Rule.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        private readonly HashSet<RuleId> _judged = new(run.Judged);

        public WaiverEvaluator Waivers => waivers;

        public ControlResult Of(Control control)
        {
            if (control.NotMachineCheckable is { } why)
                return Apart(control, ComplianceState.NotMachineCheckable, Say("evaluation.not-checkable", why));
            if (WhyNot(control) is { } reason)
                return Apart(control, ComplianceState.NotApplicable, reason);
            var waiver = waivers.Covering(control.Id, _system?.Id);
            var checks = control
                .Checks.Select(c => Of(c, control))
                .Select(c => waiver is not null && c.State.IsBreach() ? Waived(c, waiver) : c)
                .ToValueList();
            return new ControlResult
            {
                Control = control,
                State = Worst(checks.Select(c => c.State)),
                AsFound = Worst(checks.Select(c => c.AsFound)),
                Waiver = waiver?.Waiver.Id,
                Checks = checks,
            };
        }

        // A control is not looked at where its zones or classes do not occur; a system that says nothing of its assets
        // gets no benefit of that.
        private LocalizedMessage? WhyNot(Control control)
        {
            if (control.AppliesTo is not { } to)
                return null;
            if (to.Zones.Count > 0 && evaluator._standard.Zones.All(z => !to.Zones.Contains(z.Id)))
                return Say("evaluation.no-such-zone", string.Join(", ", to.Zones));
            if (_system is null)
                return null;
            if (to.NetworkModels.Count > 0 && !(_system.NetworkModel is { } model && to.NetworkModels.Contains(model)))
                return Say("evaluation.other-network-model", string.Join(", ", to.NetworkModels.Select(Codecs.WordOf)));
            if (to.Zones.Count > 0 && !_system.Zones.Any(z => to.Zones.Contains(z)))
                return Say("evaluation.other-zone", string.Join(", ", to.Zones));
            if (_system.Assets is not { Value: { } assets })
                return null;
            return assets.Any(a =>
                !(a.Confidentiality < to.Confidentiality)
                && !(a.Integrity < to.Integrity)
                && !(a.Availability < to.Availability)
            )
                ? null
                : Say("evaluation.no-such-class");
        }

        private CheckResult Of(Check check, Control control) =>
            check switch
            {
                SourceCheck source => OfSource(source),
                DeclarationCheck declaration => OfDeclaration(declaration, control),
                EvidenceCheck record => OfEvidence(record, control),
                _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
            };

        private CheckResult OfSource(SourceCheck check)
        {
            if (!_judged.Contains(check.Rule))
                return Result(
                    check,
                    ComplianceState.NotEvidenced,
                    Note("evaluation.rule-did-not-run", check.Rule.Value)
                );
            var findings = (_findings.TryGetValue(check.Rule.Value, out var found) ? found : new List<Finding>())
                .OrderBy(f => f.Location.File, StringComparer.Ordinal)
                .ThenBy(f => f.Location.Start)
                .ThenBy(f => f.Fingerprint, StringComparer.Ordinal)
                .ToValueList();
            if (findings.Count == 0)
                return Result(
                    check,
                    ComplianceState.Satisfied,
                    Note("evaluation.rule-found-nothing", check.Rule.Value)
                );
            var live = findings.Where(f => !IsWaived(f)).ToList();
            return new CheckResult
            {
                Check = check,
                State = live.Count > 0 ? ComplianceState.Violated : ComplianceState.Waived,
                AsFound = ComplianceState.Violated,
                Reasons = ValueList.Create(
                    Note("evaluation.rule-found", check.Rule.Value, findings.Count, findings.Count - live.Count)
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
                    evaluator._standard.ControlsOf(finding.Rule),
                    _system?.Id,
                    finding.Location.File,
                    () => null
                )
                    is not null;

        private CheckResult OfDeclaration(DeclarationCheck check, Control control)
        {
            if (system is null || _system is null)
                return Result(check, ComplianceState.NotEvidenced, Note("evaluation.no-declaration"));
            var isThere = system.Source.Text.Root.TryGetMember(check.Subject, out var value);
            if (!isThere)
                return WhyAbsent(check.Subject) is { } absent
                    ? Result(check, ComplianceState.NotApplicable, absent)
                    : Result(check, ComplianceState.NotEvidenced, Note("evaluation.not-declared", check.Subject));
            var context = new DeclarationContext(
                _system,
                system.Source,
                evaluator._standard,
                evaluator._cryptography,
                waivers
            )
            {
                Subject = check.Subject,
            };
            var applies = !value.TryGetMember("notApplicable", out var reason);
            if (applies)
                Judge(check, value, context);
            else if (DeclarationPredicates.LooksElsewhere(check.Predicate))
                DeclarationPredicates.Judge(check.Predicate!.Value, check.Parameter, context);
            if (!applies && context.Violations.Count == 0)
                return Result(
                    check,
                    ComplianceState.NotApplicable,
                    Note("evaluation.said-not-to-apply", reason.GetString())
                );
            var deadlines = context
                .Deadlines.Select(d => new Deadline(d.DueOn, control.Id, _system.Owner, d.What, IsDone: false))
                .ToValueList();
            var state =
                context.Violations.Count > 0 ? ComplianceState.Violated
                : context.Expired.Count > 0 ? ComplianceState.Overdue
                : ComplianceState.Satisfied;
            var reasons =
                state == ComplianceState.Satisfied
                    ?
                    [
                        new Reason(
                            ReasonKind.Note,
                            Say("evaluation.declared", check.Subject),
                            system.Source.LocationOf(value)
                        ),
                    ]
                    : context.Violations.Concat(context.Expired).Select(Reason.Of);
            return Result(check, state, reasons.Distinct().ToArray()) with { Deadlines = deadlines };
        }

        // What need not be said: lists that grow as things happen, and what only some networks have.
        private Reason? WhyAbsent(string subject) =>
            subject switch
            {
                "waivers" or "disposals" => Note("evaluation.none-declared", subject),
                "networkModel" or "flows" or "localBreakouts" when _system!.Zones.Count == 1 => Note(
                    "evaluation.single-zone"
                ),
                "localBreakouts" when _system!.NetworkModel is { } model && model != NetworkModel.AlphaPrime => Note(
                    "evaluation.other-model"
                ),
                _ => null,
            };

        private void Judge(DeclarationCheck check, JsonValue value, DeclarationContext context)
        {
            if (check.Schema is not null)
            {
                if (evaluator._schemas[check] is not { } schema)
                    context.Violate(
                        new Problem(
                            Say("evaluation.bad-schema", check.Subject),
                            Severity.Information,
                            Location.StartOf("")
                        )
                    );
                else
                    foreach (
                        var problem in DeclarationProblems.Of(context.Source, check, schema, value, evaluator._standard)
                    )
                        context.Violate(problem);
            }

            if (check.Predicate is { } predicate)
                DeclarationPredicates.Judge(predicate, check.Parameter, context);
        }

        private CheckResult OfEvidence(EvidenceCheck check, Control control)
        {
            var duties = _schedule.DutiesOf(check, control.Id, waivers.AsOf);
            var what = check.Record.Title();
            var roles = evaluator._standard.Roles.Where(r => check.AttestedBy.Contains(r.Id)).ToList();
            var (role, attesting) = (roles.FirstOrDefault(), string.Join("、", roles.Select(r => r.Title)));
            var deadlines = _schedule
                .DutiesOf(check, control.Id, horizon)
                .Select(d => new Deadline(
                    d.DueOn,
                    control.Id,
                    role?.Title,
                    Say("deadline.record", what, d.Occasion),
                    d.DoneOn is not null
                ))
                .ToValueList();
            // Without a register nobody knows what was done: what is due, and what is not due yet, is known all the
            // same.
            if (evidence is null && !IsNotDueYet(duties))
                return Result(
                    check,
                    ComplianceState.NotEvidenced,
                    Because(ReasonKind.NotYet, "evaluation.no-evidence")
                ) with
                {
                    Deadlines = deadlines,
                };
            if (duties.Count == 0)
                return Result(check, ComplianceState.NotApplicable, Note("evaluation.nothing-happened", what));
            // Of what comes round again the latest occasion counts that has a record or is past due; of what happens
            // every one.
            var recurring = check.Cadence is Cadence.FiscalYear or Cadence.Period;
            var decisive = recurring
                ? duties
                    .Where(d => d.Timeliness != EvidenceTimeliness.NotYetDue)
                    .Reverse()
                    .Take(1)
                    .DefaultIfEmpty(duties[duties.Count - 1])
                    .ToList()
                : duties;
            return Result(
                check,
                Worst(decisive.Select(StateOf)),
                duties
                    .Select(d =>
                        Because(
                            KindOf(d),
                            ReasonOf(d),
                            what,
                            d.Occasion,
                            IsoDate.Format(d.DueOn),
                            (d.DoneOn ?? (d.Refused ?? d.Unlinked)?.HeldOn) is { } day ? IsoDate.Format(day) : "",
                            d.Record?.Value ?? (d.Refused ?? d.Unlinked)?.Id.Value ?? "",
                            d.Refused?.By ?? "",
                            attesting
                        )
                    )
                    .Concat(Risks(check, duties))
                    .ToArray()
            ) with
            {
                Duties = duties.ToValueList(),
                Deadlines = deadlines,
            };
        }

        // What the assessments behind a check came to, by the body's own matrix.
        private IEnumerable<Reason> Risks(EvidenceCheck check, IReadOnlyList<EvidenceDuty> duties)
        {
            if (
                evidence is null
                || check.Record != EvidenceKind.RiskAssessment
                || evaluator._standard.RiskMatrix is not { } matrix
            )
                yield break;
            foreach (
                var risk in evidence
                    .Records.Where(r => duties.Any(d => d.Record == r.Id))
                    .SelectMany(r => r.Assessments)
            )
            {
                var threat = evaluator._policy.Cite(risk.Threat) ?? risk.Threat.Value;
                yield return matrix.LevelOf(risk.Likelihood, risk.Impact) is not { } level
                    ? Note("evaluation.risk-unknown", risk.Asset, threat, risk.Likelihood, risk.Impact)
                    : Note(
                        matrix.Accepts(level) ? "evaluation.risk" : "evaluation.risk#above",
                        risk.Asset,
                        threat,
                        risk.Likelihood,
                        risk.Impact,
                        level
                    );
            }
        }

        private static ComplianceState StateOf(EvidenceDuty duty) =>
            duty.DoneOn is not null ? ComplianceState.Satisfied
            : duty.Timeliness == EvidenceTimeliness.NotYetDue ? ComplianceState.NotDueYet
            : ComplianceState.Overdue;

        private static ReasonKind KindOf(EvidenceDuty duty) =>
            duty.DoneOn is not null ? ReasonKind.Note
            : duty.Timeliness == EvidenceTimeliness.NotYetDue ? ReasonKind.NotYet
            : ReasonKind.Overdue;

        private static bool IsNotDueYet(IReadOnlyList<EvidenceDuty> duties) =>
            duties.Count > 0 && duties.All(d => d.Timeliness == EvidenceTimeliness.NotYetDue);

        private static string ReasonOf(EvidenceDuty duty) =>
            duty.Timeliness switch
            {
                _ when duty.Refused is not null => "evaluation.not-attested",
                _ when duty.Unlinked is not null => "evaluation.not-linked",
                EvidenceTimeliness.NotYetDue => "evaluation.not-yet-due",
                EvidenceTimeliness.OnTime => "evaluation.on-time",
                EvidenceTimeliness.Late when duty.DoneOn is not null => "evaluation.late",
                EvidenceTimeliness.Late => "evaluation.in-grace",
                EvidenceTimeliness.Missing => "evaluation.missing",
                _ => throw new ArgumentOutOfRangeException(nameof(duty), duty.Timeliness, null),
            };

        private CheckResult Waived(CheckResult check, WaiverStatus waiver) =>
            check with
            {
                State = ComplianceState.Waived,
                Reasons = check
                    .Reasons.Prepend(
                        Because(
                            ReasonKind.Waived,
                            "evaluation.waived",
                            waiver.Waiver.Id.Value,
                            IsoDate.Format(waiver.LastDay)
                        )
                    )
                    .ToValueList(),
            };

        private static CheckResult Result(Check check, ComplianceState state, params Reason[] reasons) =>
            new()
            {
                Check = check,
                State = state,
                AsFound = state,
                Reasons = reasons.ToValueList(),
            };

        private static Reason Note(string key, params object[] arguments) => new(ReasonKind.Note, Say(key, arguments));

        private static Reason Because(ReasonKind kind, string key, params object[] arguments) =>
            new(kind, Say(key, arguments));
    }
}
