using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// What an evidence check asks for, occasion by occasion. Records that are dated after the day do not exist on it.
/// </summary>
internal sealed class EvidenceSchedule
{
    private static readonly ParameterId MovesToWorkingDay = ParameterId.Parse("calendar.move-to-working-day");
    private static readonly ParameterId ClosedDays = ParameterId.Parse("calendar.closed-days");

    private readonly SecurityPolicy _policy;
    private readonly SecurityStandard _standard;
    private readonly HolidayTable _holidays;
    private readonly LocalDate _asOf;
    private readonly LocalDate _start;
    private readonly List<EvidenceRecord> _records;
    private readonly SystemDeclaration? _system;

    public EvidenceSchedule(
        SecurityPolicy policy,
        SecurityStandard standard,
        ValueList<EvidenceRecord> records,
        HolidayTable holidays,
        LocalDate asOf,
        SystemDeclaration? system = null
    )
    {
        _system = system;
        (_policy, _standard, _holidays, _asOf, _start) = (
            policy,
            standard,
            holidays,
            asOf,
            policy.GetHistory()[0].EffectiveOn
        );
        _records = records
            .Where(r => r.HeldOn <= asOf)
            .OrderBy(r => r.HeldOn)
            .ThenBy(r => r.Id.Value, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>
    /// Every occasion that has begun by a day, the earliest first; how it stands is said of the day of the evaluation.
    /// </summary>
    public IReadOnlyList<EvidenceDuty> DutiesOf(EvidenceCheck check, ControlId control, LocalDate until) =>
        (
            check.Cadence switch
            {
                Cadence.FiscalYear => FiscalYears(check, control, until),
                Cadence.Period => Periods(check, control, until),
                Cadence.OnEvent => Events(check, control),
                Cadence.PerFinding => Findings(check),
                Cadence.PerRevision => Revisions(check, control),
                _ => throw new ArgumentOutOfRangeException(nameof(check), check.Cadence, null),
            }
        )
            .OrderBy(d => d.DueOn)
            .ToList();

    private IEnumerable<EvidenceDuty> FiscalYears(EvidenceCheck check, ControlId control, LocalDate until)
    {
        for (var year = FiscalYear.Of(_start); year <= FiscalYear.Of(until); year = year.Next)
        {
            var month = check.DueMonth ?? 3;
            var due = new LocalDate(month >= 4 ? year.Year : year.Year + 1, month, 1).With(DateAdjusters.EndOfMonth);
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.fiscal-year", year.ToJapanese(), year.ToString()),
                Moved(due),
                Answers(check, control, r => IsFor(r, year))
            ) with
            {
                NominalOn = due,
            };
        }
    }

    private static bool IsFor(EvidenceRecord record, FiscalYear year)
    {
        var first = record.FiscalYear ?? FiscalYear.Of(record.HeldOn).Year;
        return !record.IsAdHoc && first <= year.Year && year.Year <= (record.ThroughFiscalYear ?? first);
    }

    private IEnumerable<EvidenceDuty> Periods(EvidenceCheck check, ControlId control, LocalDate until)
    {
        if (_standard.NumberOf(check.Every) is not { } months || months < 1)
            yield break;
        for (var i = 0; _start.PlusMonths(i * months) <= until; i++)
        {
            var (first, last) = (_start.PlusMonths(i * months), _start.PlusMonths((i + 1) * months).PlusDays(-1));
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.period", IsoDate.Format(first), IsoDate.Format(last)),
                Moved(last),
                Answers(check, control, r => !r.IsAdHoc && r.HeldOn >= first && r.HeldOn <= last)
            ) with
            {
                NominalOn = last,
            };
        }
    }

    // The term that begins with an event is counted, and moved or not, by the rule that the check names: law and
    // guideline differ.
    private IEnumerable<EvidenceDuty> Events(EvidenceCheck check, ControlId control)
    {
        foreach (var cause in _records.Where(r => r.Record == check.Event && Concerns(check, r)))
        {
            var answer = Answers(
                check,
                control,
                r => r.HeldOn >= cause.HeldOn && r.BasedOn.Contains(cause.Id) && RestsOnAssessment(r, cause)
            );
            var duty = Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.event", cause.Id.Value, IsoDate.Format(cause.HeldOn)),
                LastDay(check, cause.HeldOn, TermOf(check, cause)),
                answer
            );
            yield return duty with
            {
                Unlinked = Unlinked(check, control, cause, duty),
                TooEarly = answer.IsEmpty ? TooEarly(check, control, cause) : null,
            };
        }
    }

    // Somebody did it, and did not write for which event.
    private EvidenceRecord? Unlinked(EvidenceCheck check, ControlId control, EvidenceRecord cause, EvidenceDuty duty)
    {
        // One that came late hides one that came in time and only does not say what it is for.
        if (duty.IsAccepted || duty.Refused is not null)
            return null;
        var last = duty.DoneOn is null ? _asOf : duty.AcceptedUntil;
        return _records.FirstOrDefault(r =>
            IsOf(r, check, control)
            && r.BasedOn.Count == 0
            && r.HeldOn >= cause.HeldOn
            && r.HeldOn <= last
            && r.Id != cause.Id
        );
    }

    // A report of an event cannot come before it: one of the two days is wrong.
    private EvidenceRecord? TooEarly(EvidenceCheck check, ControlId control, EvidenceRecord cause) =>
        _records.FirstOrDefault(r =>
            IsOf(r, check, control) && r.BasedOn.Contains(cause.Id) && r.HeldOn < cause.HeldOn
        );

    // What nobody has judged yet is owed until somebody says that it is not.
    private static bool Concerns(EvidenceCheck check, EvidenceRecord cause) =>
        check.Cases.Count == 0 || cause.BreachCases.Count == 0 || cause.BreachCases.Any(check.Cases.Contains);

    private int TermOf(EvidenceCheck check, EvidenceRecord cause)
    {
        var special = check
            .WithinFor.Where(t => cause.BreachCases.Contains(t.Case))
            .Select(t => _standard.NumberOf(t.Within))
            .Max();
        return special ?? _standard.NumberOf(check.Within) ?? 0;
    }

    private LocalDate LastDay(EvidenceCheck check, LocalDate cause, int length) =>
        (_standard.Find(check.Counting) ?? CountingRule.Plain).LastDay(cause, length, _holidays, BodyClosedDays);

    // 見直し: a review after a change of the situation, and one that revises the policy, must rest on an assessment of
    // the risk that is newer than its cause.
    private bool RestsOnAssessment(EvidenceRecord review, EvidenceRecord cause) =>
        review.Record != EvidenceKind.PolicyReview
        || (cause.Record != EvidenceKind.SituationChange && review.Decision != ReviewDecision.Revise)
        || _records.Any(r =>
            r.Record == EvidenceKind.RiskAssessment
            && review.BasedOn.Contains(r.Id)
            && r.HeldOn >= cause.HeldOn
            && r.HeldOn <= review.HeldOn
        );

    private IEnumerable<EvidenceDuty> Findings(EvidenceCheck check)
    {
        foreach (var record in _records.Where(r => r.Record == check.Record))
        foreach (var finding in record.Findings)
        {
            var closed = finding.ClosedOn <= _asOf ? finding.ClosedOn : null;
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.finding", finding.Summary, finding.Owner, record.Id.Value),
                Moved(finding.DueOn),
                closed is null ? null : record.Id,
                closed
            );
        }
    }

    private IEnumerable<EvidenceDuty> Revisions(EvidenceCheck check, ControlId control)
    {
        var history = _policy.GetHistory();
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i].EffectiveOn > _asOf || history[i].Kind == RevisionKind.Repealed)
                continue;
            var (from, until) = (
                history[i].DecidedOn,
                i + 1 < history.Count ? history[i + 1].DecidedOn : LocalDate.MaxIsoValue
            );
            var answer = Answers(check, control, r => r.HeldOn >= from && r.HeldOn < until);
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.revision", IsoDate.Format(history[i].DecidedOn)),
                LastDay(check, history[i].EffectiveOn, _standard.NumberOf(check.Within) ?? 0),
                answer
            ) with
            {
                IsOfRevision = true,
                // Before the first there is no other that it could be for.
                TooEarly =
                    i == 0 && answer.IsEmpty
                        ? _records.LastOrDefault(r => IsOf(r, check, control) && r.HeldOn < from)
                        : null,
            };
        }
    }

    // The first record that counts; where none does, the first that would, had another signed it, done it, or been
    // looked at.
    private EvidenceAnswer Answers(EvidenceCheck check, ControlId control, Func<EvidenceRecord, bool> isOfOccasion)
    {
        var all = _records.Where(r => IsOfKind(r, check, control) && isOfOccasion(r)).ToList();
        var found = all.Where(r => !IsOfItself(r) && !IsOfAnother(r)).ToList();
        if (found.FirstOrDefault(r => _standard.MayAttest(check, r.By)) is { } record)
            return new EvidenceAnswer { Record = record };
        return found.Count > 0
            ? new EvidenceAnswer { Refused = found[0] }
            : new EvidenceAnswer { OfItself = all.Find(IsOfItself), OfAnother = all.Find(IsOfAnother) };
    }

    private bool IsOf(EvidenceRecord record, EvidenceCheck check, ControlId control) =>
        IsOfKind(record, check, control) && !IsOfItself(record) && !IsOfAnother(record);

    private static bool IsOfKind(EvidenceRecord record, EvidenceCheck check, ControlId control) =>
        record.Record == check.Record || Serves(record.Record, check.Record) || record.Controls.Contains(control);

    // Nobody audits or inspects themselves.
    private bool IsOfItself(EvidenceRecord record) =>
        record.Subject is not null && _standard.AreTheSame(record.Subject, record.By);

    // What was done at the contractor of another system says nothing of this one's.
    private bool IsOfAnother(EvidenceRecord record) =>
        record
            is { Record: EvidenceKind.ContractorInspection or EvidenceKind.ContractorCheckSheet, Subject: { } subject }
        && _system is { } system
        && !PartyNames.AreMeant(subject, system);

    // One report may serve as 速報 and 確報 (個人情報保護委員会, 特定個人情報の漏えい等の報告, 別添2 3E).
    private static bool Serves(EvidenceKind record, EvidenceKind asked) =>
        record == EvidenceKind.IncidentFinalReport && asked == EvidenceKind.IncidentReport;

    private EvidenceDuty Duty(EvidenceCheck check, LocalizedMessage occasion, LocalDate due, EvidenceAnswer answer) =>
        Duty(check, occasion, due, answer.Record?.Id, answer.Record?.HeldOn) with
        {
            Refused = answer.Refused,
            OfItself = answer.OfItself,
            OfAnother = answer.OfAnother,
        };

    private EvidenceDuty Duty(
        EvidenceCheck check,
        LocalizedMessage occasion,
        LocalDate due,
        EvidenceId? record,
        LocalDate? done
    )
    {
        var until = due.PlusDays(Math.Max(0, _standard.NumberOf(check.Grace) ?? 0));
        return new(occasion, due, record, done, TimelinessOf(done, due, until)) { AcceptedUntil = until };
    }

    private EvidenceTimeliness TimelinessOf(LocalDate? done, LocalDate due, LocalDate until)
    {
        if (done is { } day)
            return day <= due ? EvidenceTimeliness.OnTime : EvidenceTimeliness.Late;
        if (_asOf <= due)
            return EvidenceTimeliness.NotYetDue;
        return _asOf <= until ? EvidenceTimeliness.Late : EvidenceTimeliness.Missing;
    }

    private LocalDate Moved(LocalDate due) =>
        _standard.Find(MovesToWorkingDay)?.Value.Items[0].Text == "true"
            ? _holidays.NextWorkingDay(due, BodyClosedDays)
            : due;

    private ValueList<string> BodyClosedDays => _standard.Find(ClosedDays)?.Values ?? ValueList<string>.Empty;
}
