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
        var statuses = new WaiverEvaluator(waivers, _standard, asOf);
        var work = new ControlEvaluation(
            _standard,
            system,
            new SourceEvaluation(_standard, system?.Value?.Id, run, statuses),
            new DeclarationEvaluation(_standard, _cryptography, _schemas, system, statuses),
            new EvidenceEvaluation(
                _policy,
                _standard,
                evidence,
                system?.Value,
                _holidays,
                asOf,
                deadlinesUntil ?? FiscalYear.Of(asOf).LastDay
            ),
            statuses
        );
        var inForce = _policy.InForceOn(asOf) is { Kind: not RevisionKind.Repealed } revision ? revision : null;
        var controls = _standard
            .Controls.Select(control =>
                inForce is null
                    ? ControlResult.Apart(
                        control,
                        ComplianceState.NotApplicable,
                        ComplianceMessages.Say("evaluation.not-in-force", IsoDate.Format(asOf))
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
            State = ComplianceStateExtensions.Worst(controls.Select(c => c.State)),
            AsFound = ComplianceStateExtensions.Worst(controls.Select(c => c.AsFound)),
            Provisions = provisions,
            Controls = controls,
            Waivers = statuses.Statuses,
            Deadlines = controls
                .SelectMany(c => c.Checks)
                .SelectMany(c => c.Deadlines)
                .Concat(EndsOf(statuses))
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
                        ComplianceMessages.Say("deadline.waiver-review", s.Waiver.Id.Value),
                        IsDone: false
                    ),
                    new Deadline(
                        s.LastDay,
                        s.Waiver.Control,
                        s.Waiver.Applicant,
                        ComplianceMessages.Say("deadline.waiver-ends", s.Waiver.Id.Value),
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
                ComplianceMessages.Say("deadline.framework", new BilingualText(c.Title, c.EnglishTitle ?? c.Title)),
                IsDone: false
            )
            {
                IsOfFramework = true,
            });
}
