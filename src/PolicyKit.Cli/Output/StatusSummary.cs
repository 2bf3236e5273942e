using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>
/// How many controls are in which standing, and what is due next: what somebody who answers for them asks first.
/// </summary>
/// <param name="Counts">How many controls, by <see cref="ComplianceStanding"/>.</param>
/// <param name="Overdue">How many of the breaches are only late.</param>
/// <param name="NextDue">The next day on which a record that is not there yet is due; null for none.</param>
internal sealed record StatusSummary(ILookup<ComplianceStanding, ControlResult> Counts, int Overdue, LocalDate? NextDue)
{
    /// <summary>The day, when no policy was in force on it; null when one was.</summary>
    public LocalDate? NotInForceOn { get; init; }

    public static StatusSummary Of(Evaluation evaluation) =>
        new(
            evaluation.Controls.ToLookup(c => c.State.Standing()),
            evaluation.Controls.Count(c => c.State == ComplianceState.Overdue),
            evaluation
                .Deadlines.Where(d => !d.IsDone && d.Control is not null && d.DueOn >= evaluation.AsOf)
                .Select(d => (LocalDate?)d.DueOn)
                .FirstOrDefault()
        )
        {
            NotInForceOn = evaluation.InForce is null ? evaluation.AsOf : null,
        };

    public int Count(ComplianceStanding standing) => Counts[standing].Count();

    /// <summary>One sentence: breaches first, then what is open, not due yet and done.</summary>
    public string Sentence(MessageLanguage language)
    {
        // Where no policy is in force, that nothing is breached says nothing.
        if (NotInForceOn is { } asOf)
            return CliException.Messages.Format("status.summary#not-in-force", language, IsoDate.Format(asOf));
        var breaches = Count(ComplianceStanding.Breach);
        return CliException.Messages.Format(
            breaches == 0 ? "status.summary#none" : "status.summary",
            language,
            breaches,
            breaches - Overdue,
            Overdue,
            Count(ComplianceStanding.OpenWork),
            Count(ComplianceStanding.NotDueYet),
            NextDue is { } day ? IsoDate.Format(day) : CliException.Messages.Format("status.none", language),
            Count(ComplianceStanding.Done),
            Count(ComplianceStanding.Waived),
            Count(ComplianceStanding.Apart)
        );
    }
}
