using System.Globalization;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Documents.Reports;

/// <summary>From an evaluation to what a template shows of it.</summary>
internal sealed class ReportBuilder(ReportSubject subject, int index)
{
    // What comes later than a year from now is next year's report's.
    private const int DaysAhead = 366;

    private readonly Evaluation _evaluation = subject.Evaluation;
    private readonly SecurityPolicy _policy = subject.Pack.Policy!;
    private readonly SecurityStandard _standard = subject.Pack.Standard!;

    public SystemView System() =>
        new(
            $"s{index}",
            subject.Pack.System is { } system ? Both.Of($"{system.Name} ({system.Id})") : ReportWords.Both("no-system"),
            Verdict(),
            InForce(),
            $"{_standard.Title} {_standard.Version}",
            Counts(),
            NextDue(),
            _evaluation.Provisions.Select(Chapter).ToList(),
            _evaluation.Controls.Select(Control).ToList(),
            subject.Findings.Select(Finding).ToList(),
            _evaluation.Waivers.Select(Waiver).ToList(),
            Deadlines(),
            _standard.Crosswalks.Select(Framework).ToList(),
            subject.Pack.Files.Select(Input).ToList(),
            subject.Notes.Select(Both.Of).ToList()
        );

    public HeatCell Cell(Provision provision)
    {
        var result = _evaluation.Find(provision.Id);
        return result?.State is { } state
            ? new HeatCell(state.Word(), Both.Of(state.Title()), $"s{index}-{provision.Id.Value}", Mark(state))
            : new HeatCell(null, null, $"s{index}-{provision.Id.Value}", "–");
    }

    // Not by colour alone: each standing has a mark of its own.
    private static string Mark(ComplianceState state) =>
        state.Standing() switch
        {
            ComplianceStanding.Breach => "×",
            ComplianceStanding.OpenWork => "？",
            ComplianceStanding.Waived => "△",
            ComplianceStanding.NotDueYet => "…",
            ComplianceStanding.Done => "○",
            ComplianceStanding.Apart => "・",
            var other => throw new InvalidOperationException($"A standing without a mark: {other}."),
        };

    private int Count(ComplianceStanding standing) => _evaluation.Controls.Count(c => c.State.Standing() == standing);

    private List<CountView> Counts() =>
        Enum.GetValues<ComplianceStanding>()
            .Select(s => new CountView(
                s.ToString().ToLowerInvariant(),
                ReportWords.Both("standing." + s.ToString().ToLowerInvariant()),
                Count(s)
            ))
            .ToList();

    private Both Verdict()
    {
        var breaches = Count(ComplianceStanding.Breach);
        if (breaches > 0)
            return ReportWords.Both("verdict-breaches", breaches);
        var open = Count(ComplianceStanding.OpenWork);
        return open > 0 ? ReportWords.Both("verdict-open", open) : ReportWords.Both("verdict-done");
    }

    private Both InForce() =>
        _evaluation.InForce is { } revision
            ? ReportWords.Both("in-force", _policy.Title, Day(revision.EffectiveOn))
            : ReportWords.Both("not-in-force", _policy.Title);

    private Both NextDue() =>
        Open(_evaluation.Deadlines).Where(d => d.DueOn >= _evaluation.AsOf).Select(d => (LocalDate?)d.DueOn).Min()
            is { } day
            ? Both.Of(Day(day))
            : ReportWords.Both("none");

    private static IEnumerable<Deadline> Open(IEnumerable<Deadline> deadlines) => deadlines.Where(d => !d.IsDone);

    private ChapterView Chapter(ProvisionResult result)
    {
        var total = result.Counts.Sum();
        return new ChapterView(
            $"s{index}-{result.Provision.Id.Value}",
            _policy.Cite(result.Provision.Id) ?? "",
            result.Provision.Heading ?? "",
            result.Depth,
            result.State?.Word(),
            result.State is { } state ? Both.Of(state.Title()) : null,
            Parts(result.Counts, total),
            total
        );
    }

    // The bars of a chapter, the worst state first, in hundredths of its width.
    private static List<PartView> Parts(ValueList<int> counts, int total)
    {
        var (parts, before) = (new List<PartView>(), 0);
        foreach (var state in Enum.GetValues<ComplianceState>().Reverse().Where(s => counts[(int)s] > 0))
        {
            var count = counts[(int)state];
            parts.Add(
                new PartView(
                    state.Word(),
                    Both.Of(state.Title()),
                    count,
                    Hundredths(before, total),
                    Hundredths(count, total)
                )
            );
            before += count;
        }

        return parts;
    }

    private static string Hundredths(int part, int whole) =>
        (100.0 * part / whole).ToString("0.##", CultureInfo.InvariantCulture);

    private ControlView Control(ControlResult result)
    {
        var control = result.Control;
        return new ControlView(
            $"s{index}-c-{control.Id.Value}",
            control.Number,
            Both.Of(control.Title, control.EnglishTitle),
            result.State.Word(),
            result.State.Standing().ToString().ToLowerInvariant(),
            Both.Of(result.State.Title()),
            result.AsFound == result.State ? null : Both.Of(result.AsFound.Title()),
            string.Join("、", control.Provisions.Select(p => $"{_policy.ShortTitle} {_policy.Cite(p)}")),
            VisibleText.Of(control.Requirement),
            VisibleText.Of(control.Criterion),
            result.Reason is { } why ? Both.Of(why) : null,
            control.NotMachineCheckable is { } no ? VisibleText.Of(no) : null,
            result.Checks.Select(Check).ToList(),
            control
                .Sources.Select(s => $"{_standard.Find(s.Document)?.Title ?? s.Document.Value} {s.Edition} {s.Section}")
                .ToList()
        );
    }

    private static CheckView Check(CheckResult check) =>
        new(
            NameOf(check.Check),
            check.State.Word(),
            Both.Of(check.State.Title()),
            check.Reasons.Select(r => new ReasonView(Both.Of(r.Message), r.Location?.ToString())).ToList()
        );

    private static Both NameOf(Check check) =>
        check switch
        {
            SourceCheck source => ReportWords.Both("source-check", source.Rule.Value),
            DeclarationCheck declaration => new Both(
                ReportWords.Say(
                    "declaration-check",
                    MessageLanguage.Japanese,
                    declaration.Subject,
                    declaration.Expectation
                ),
                ReportWords.Say(
                    "declaration-check",
                    MessageLanguage.English,
                    declaration.Subject,
                    declaration.EnglishExpectation ?? declaration.Expectation
                )
            ),
            EvidenceCheck evidence => ReportWords.Both("evidence-check", evidence.Record.Title()),
            _ => throw new InvalidOperationException($"A check without a name: {check.Name}."),
        };

    private FindingView Finding(Finding finding)
    {
        var severity = finding.Severity.ToString().ToLowerInvariant();
        var excerpt = finding.Excerpt;
        return new FindingView(
            finding.Rule.Value,
            severity,
            ReportWords.Both("severity." + severity),
            VisibleText.Of(finding.Message),
            finding.Remedy is { } remedy ? VisibleText.Of(remedy) : null,
            finding.Location.ToString(),
            Basis(finding),
            excerpt is null ? null : VisibleText.Of(excerpt.Text[..excerpt.MarkStart]),
            excerpt is null ? null : VisibleText.Of(excerpt.Text[excerpt.MarkStart..excerpt.MarkEnd]),
            excerpt is null ? null : VisibleText.Of(excerpt.Text[excerpt.MarkEnd..]),
            finding.Waiver?.Value,
            finding.Controls.Select(c => $"s{index}-c-{c.Value}").ToList()
        );
    }

    private string Basis(Finding finding) =>
        string.Join(
            " ・ ",
            finding
                .Provisions.Select(p => $"{_policy.ShortTitle} {_policy.Cite(p)}")
                .Concat(finding.Controls.Select(c => $"{_standard.ShortTitle} {_standard.Find(c)?.Number}"))
        );

    private WaiverView Waiver(WaiverStatus status)
    {
        var waiver = status.Waiver;
        var left = Period.DaysBetween(_evaluation.AsOf, status.LastDay);
        return new WaiverView(
            waiver.Id.Value,
            waiver.Control?.Value ?? waiver.Rule?.Value ?? "",
            VisibleText.Of(waiver.Reason),
            VisibleText.Of(waiver.CompensatingMeasure),
            VisibleText.Of(waiver.Approver),
            Day(waiver.ValidFrom),
            Day(status.LastDay),
            Both.Of(status.State.Title()),
            left >= 0 ? ReportWords.Both("days-left", left) : ReportWords.Both("days-ago", -left)
        );
    }

    private List<DeadlineView> Deadlines() =>
        Open(_evaluation.Deadlines)
            .Where(d => Period.DaysBetween(_evaluation.AsOf, d.DueOn) <= DaysAhead)
            .Select(d => new DeadlineView(
                Day(d.DueOn),
                d.Control is { } id && _standard.Find(id) is { } control ? control.Number : null,
                Both.Of(d.What),
                VisibleText.Of(d.Role ?? ""),
                d.DueOn < _evaluation.AsOf
            ))
            .ToList();

    private FrameworkView Framework(Crosswalk crosswalk)
    {
        var gap = GapAnalysis.Of(_evaluation, _standard, crosswalk, subject.Pack.System);
        return new FrameworkView(
            Both.Of(crosswalk.Title, crosswalk.EnglishTitle),
            crosswalk.InForceOn is { } day ? Day(day) : null,
            gap.DaysLeft switch
            {
                null => null,
                >= 0 and var left => ReportWords.Both("days-left", left),
                var since => ReportWords.Both("days-ago", -since.Value),
            },
            ReportWords.Both("binding." + gap.Binding),
            gap.Items.Select(Item).ToList()
        );
    }

    private static FrameworkItemView Item(GapItem item) =>
        new(
            item.Item.Number,
            Both.Of(item.Item.Title, item.Item.EnglishTitle),
            item.State.Word(),
            Both.Of(item.State.Title()),
            Enum.GetValues<GapState>()
                .Reverse()
                .Where(s => item.Count(s) > 0)
                .Select(s => new CountView(s.Word(), Both.Of(s.Title()), item.Count(s)))
                .ToList()
        );

    private static InputView Input(SourceDocument file) =>
        new(
            file.Kind is { } kind ? ReportWords.Both("kind." + kind.Name()) : Both.Of(""),
            VisibleText.Of(Path.GetFileName(file.Path)),
            file.Sha256
        );

    private static string Day(LocalDate day) => IsoDate.Format(day);
}
