using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

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

    public EvidenceSchedule(
        SecurityPolicy policy,
        SecurityStandard standard,
        ValueList<EvidenceRecord> records,
        HolidayTable holidays,
        LocalDate asOf
    )
    {
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
            var record = _records.FirstOrDefault(r => Counts(r, check, control) && IsFor(r, year));
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.fiscal-year", year.ToJapanese(), year.ToString()),
                Moved(due),
                record
            );
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
            var record = _records.FirstOrDefault(r =>
                Counts(r, check, control) && !r.IsAdHoc && r.HeldOn >= first && r.HeldOn <= last
            );
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.period", IsoDate.Format(first), IsoDate.Format(last)),
                Moved(last),
                record
            );
        }
    }

    // A term in days that begins with an event is never moved: a report of a breach does not wait for Monday.
    private IEnumerable<EvidenceDuty> Events(EvidenceCheck check, ControlId control)
    {
        foreach (var cause in _records.Where(r => r.Record == check.Event))
        {
            var record = _records.FirstOrDefault(r =>
                Counts(r, check, control)
                && r.HeldOn >= cause.HeldOn
                && r.BasedOn.Contains(cause.Id)
                && RestsOnAssessment(r, cause)
            );
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.event", cause.Id.Value, IsoDate.Format(cause.HeldOn)),
                cause.HeldOn.PlusDays(_standard.NumberOf(check.Within) ?? 0),
                record
            );
        }
    }

    // 見直し: a review after a change of the situation, and one that revises the policy, must rest on an assessment of the
    // risk that is newer than its cause.
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
            var record = _records.FirstOrDefault(r =>
                Counts(r, check, control) && r.HeldOn >= from && r.HeldOn < until
            );
            yield return Duty(
                check,
                ComplianceMessages.Catalog.Message("evidence.revision", IsoDate.Format(history[i].DecidedOn)),
                history[i].EffectiveOn.PlusDays(_standard.NumberOf(check.Within) ?? 0),
                record
            );
        }
    }

    private bool Counts(EvidenceRecord record, EvidenceCheck check, ControlId control) =>
        (record.Record == check.Record || record.Controls.Contains(control))
        && (record.Subject is null || !_standard.AreTheSame(record.Subject, record.By))
        && (
            check.AttestedBy.Count == 0
            || _standard.Roles.Any(role =>
                check.AttestedBy.Contains(role.Id) && _standard.AreTheSame(role.Title, record.By)
            )
        );

    private EvidenceDuty Duty(EvidenceCheck check, LocalizedMessage occasion, LocalDate due, EvidenceRecord? record) =>
        Duty(check, occasion, due, record?.Id, record?.HeldOn);

    private EvidenceDuty Duty(
        EvidenceCheck check,
        LocalizedMessage occasion,
        LocalDate due,
        EvidenceId? record,
        LocalDate? done
    ) =>
        new(
            occasion,
            due,
            record,
            done,
            done is { } day
                ? day <= due
                    ? EvidenceTimeliness.OnTime
                    : EvidenceTimeliness.Late
                : _asOf <= due
                    ? EvidenceTimeliness.NotYetDue
                    : _asOf <= due.PlusDays(_standard.NumberOf(check.Grace) ?? 0)
                        ? EvidenceTimeliness.Late
                        : EvidenceTimeliness.Missing
        );

    private LocalDate Moved(LocalDate due) =>
        _standard.Find(MovesToWorkingDay)?.Value.Items[0].Text == "true"
            ? _holidays.NextWorkingDay(due, _standard.Find(ClosedDays)?.Values ?? ValueList<string>.Empty)
            : due;
}
