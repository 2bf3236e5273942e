using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>How a system stands, provision by provision, for people; and why, for one provision or control.</summary>
internal sealed class StatusReport(SystemEvaluation system, Terminal terminal, MessageLanguage language)
{
    private readonly Evaluation _evaluation = system.Evaluation!;
    private readonly SecurityPolicy _policy = system.Pack.Policy!;
    private readonly SecurityStandard _standard = system.Pack.Standard!;

    /// <summary>
    /// The tree: every provision that controls stand on, and beneath it the controls that something is to be said of.
    /// </summary>
    /// <param name="all">Whether controls that are met are shown, too.</param>
    public void Tree(bool all)
    {
        terminal.Line(StatusSummary.Of(_evaluation).Sentence(language));
        Heading();
        Frameworks();
        foreach (var provision in _evaluation.Provisions)
        {
            if (provision.State is not { } state)
                continue;
            terminal.State(
                state,
                language,
                $"{Indent(provision.Depth)}{Name(provision.Provision)}  {Counts(provision.Counts)}"
            );
            foreach (
                var control in _evaluation.Controls.Where(c =>
                    provision.Controls.Contains(c.Control.Id)
                    && FirstHome(c) == provision.Provision.Id
                    && (
                        all
                        || c.Checks.Any(check => check.LateReason is not null)
                        || c.State
                            is not (
                                ComplianceState.Satisfied
                                or ComplianceState.NotApplicable
                                or ComplianceState.NotMachineCheckable
                            )
                    )
                )
            )
                terminal.State(
                    control.State,
                    language,
                    $"{Indent(provision.Depth + 1)}{control.Control.Number} {control.Control.Title}{(Why(control) is { } why ? " — " + why : "")}"
                );
        }

        Silent();
        terminal.Line();
        FallbackText.Write(system.Pack, terminal, language);
        terminal.Line(
            Say("status.total", _evaluation.State.Title().Text(language), _evaluation.AsFound.Title().Text(language))
        );
    }

    /// <summary>Everything behind the state of a provision or a control.</summary>
    /// <param name="subject">A provision's id or citation, or a control's id or number.</param>
    /// <exception cref="CliException">There is no such provision and no such control.</exception>
    public void Trace(string subject)
    {
        var controls = Subject(subject);
        Heading();
        terminal.Line();
        foreach (var control in controls)
            Trace(control);
    }

    // From when another framework binds, and how long that is still.
    private void Frameworks()
    {
        foreach (var crosswalk in _standard.Crosswalks)
            if (crosswalk.InForceOn is { } day)
                terminal.Line(GapText.Until(crosswalk, _evaluation.AsOf, day, language));
        terminal.Line();
    }

    private IReadOnlyList<ControlResult> Subject(string subject)
    {
        var byControl = _evaluation
            .Controls.Where(c => c.Control.Id.Value == subject || c.Control.Number == subject)
            .ToList();
        if (byControl.Count > 0)
            return byControl;
        var provision = _policy.FindCited(subject);
        if (provision is null)
            throw CliException.Usage("status.unknown-subject", subject);
        var ids = provision.SelfAndBeneath().Select(p => p.Id).ToHashSet();
        var found = _evaluation.Controls.Where(c => c.Control.Provisions.Any(ids.Contains)).ToList();
        return found.Count > 0 ? found : throw CliException.Usage("status.no-control", subject);
    }

    private void Trace(ControlResult result)
    {
        var control = result.Control;
        terminal.State(
            result.State,
            language,
            $"{_standard.ShortTitle} {control.Number} {control.Title} ({control.Id})"
        );
        terminal.Line(
            $"  {Say("status.basis")}: {string.Join("、", control.Provisions.Select(p => $"{_policy.ShortTitle} {_policy.Cite(p)}"))}"
        );
        terminal.Line($"  {Say("status.requirement")}: {control.Requirement}");
        terminal.Line($"  {Say("status.criterion")}: {control.Criterion}");
        foreach (
            var line in SourceText.Of(control.Sources, control.SourceState, control.SourceNote, _standard, language)
        )
            terminal.Line("  " + line);
        foreach (var parameter in control.Parameters.Select(_standard.Find).OfType<Parameter>())
        {
            terminal.Line(
                $"  {Say("status.parameter")}: {parameter.Title} = {string.Join(", ", parameter.Values)}{parameter.Unit}"
            );
            foreach (
                var line in SourceText.Of(
                    parameter.Sources,
                    parameter.SourceState,
                    parameter.SourceNote,
                    _standard,
                    language
                )
            )
                terminal.Line("    " + line);
        }
        if (result.AsFound != result.State)
            terminal.Line($"  {Say("status.as-found")}: {result.AsFound.Title().Text(language)}");
        if (result.Reason is { } reason)
            terminal.Line($"  {reason.Text(language)}");
        foreach (var check in result.Checks)
        {
            terminal.State(check.State, language, $"  {Describe(check.Check)}");
            foreach (var why in check.Reasons)
                terminal.Line(
                    $"    {VisibleText.Of(why.Message.Text(language))}{(why.Location is { } place ? $" ({place})" : "")}"
                );
            foreach (var finding in check.Findings)
                terminal.Line(
                    $"    {finding.Location}: {finding.Message}{(finding.Waiver is { } waiver ? $" ({waiver})" : "")}"
                );
        }

        terminal.Line();
    }

    private void Heading()
    {
        var name = system.Pack.System is { } declared ? $"{declared.Name} ({declared.Id})" : Say("status.no-system");
        terminal.Line(
            Say(
                "status.heading",
                VisibleText.Of(name),
                IsoDate.Format(_evaluation.AsOf),
                JapaneseDate.Format(_evaluation.AsOf)
            )
        );
        terminal.Line(
            _evaluation.InForce is { } revision
                ? Say(
                    "status.in-force",
                    _policy.Title,
                    IsoDate.Format(revision.DecidedOn),
                    IsoDate.Format(revision.EffectiveOn)
                )
                : Say("status.not-in-force", _policy.Title)
        );
        terminal.Line(
            Say(
                "status.standard",
                _standard.Title,
                _standard.Version,
                _standard.Controls.Count,
                _standard.Deviations.Count
            )
        );
    }

    // Provisions that nothing stands on are named: silence would look like conformity.
    private void Silent()
    {
        var silent = _evaluation
            .Provisions.Where(p => p.State is null && p.Depth == 0)
            .Select(p => Name(p.Provision))
            .ToList();
        if (silent.Count > 0)
            terminal.Line($"{Say("status.no-controls")}: {string.Join("、", silent)}");
    }

    // A control that stands on several provisions is shown once, on the first.
    private ProvisionId FirstHome(ControlResult control) =>
        _evaluation.Provisions.First(p => p.Controls.Contains(control.Control.Id)).Provision.Id;

    // Of several reasons the one that makes the state: of what comes round again the latest.
    private string? Why(ControlResult control)
    {
        if (control.Reason is { } reason)
            return VisibleText.Of(reason.Text(language));
        if (control.Checks.Select(c => c.LateReason).FirstOrDefault(r => r is not null) is { } late)
            return VisibleText.Of(late.Message.Text(language));
        return control
            .Checks.Where(c => c.State == control.State)
            .SelectMany(c => Deciding(c, control.State).Select(r => EvaluationFindings.Sentence(c.Check, r, language)))
            .FirstOrDefault();
    }

    /// <summary>Of the reasons of a check those that make a state: of what comes round again the latest.</summary>
    internal static IEnumerable<Reason> Deciding(CheckResult check, ComplianceState state) =>
        check.Check is EvidenceCheck
            ? check.Reasons.Reverse().Where(r => Decides(r.Kind, state)).Take(1)
            : check.Reasons;

    private static bool Decides(ReasonKind kind, ComplianceState state) =>
        state switch
        {
            ComplianceState.Overdue => kind == ReasonKind.Overdue,
            ComplianceState.Waived => kind == ReasonKind.Waived,
            ComplianceState.Satisfied => kind is ReasonKind.Note or ReasonKind.Late,
            ComplianceState.NotDueYet or ComplianceState.NotEvidenced => kind == ReasonKind.NotYet,
            _ => true,
        };

    private string Name(Provision provision) => $"{_policy.Cite(provision.Id)} {provision.Heading}".TrimEnd();

    private string Counts(ValueList<int> counts) =>
        string.Join(
            " ",
            Enum.GetValues<ComplianceState>()
                .Reverse()
                .Where(s => counts[(int)s] > 0)
                .Select(s => $"{s.Title().Text(language)} {counts[(int)s]}")
        );

    private string Describe(Check check) =>
        check switch
        {
            SourceCheck source => Say("status.source-check", source.Rule.Value),
            DeclarationCheck declaration => Say(
                "status.declaration-check",
                declaration.Subject,
                language == MessageLanguage.English
                    ? declaration.EnglishExpectation ?? declaration.Expectation
                    : declaration.Expectation
            ),
            _ => Say("status.evidence-check", ((EvidenceCheck)check).Record.Title().Text(language)),
        };

    private string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);

    private static string Indent(int depth) => new(' ', depth * 2);
}
