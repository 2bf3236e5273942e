using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Checking;

/// <summary>
/// What the evaluation of a system adds to the findings of its code: controls that the declaration does not meet
/// (PK0006), evidence that is overdue (PK0007), waivers that match nothing (PK0012).
/// </summary>
internal static class EvaluationFindings
{
    private static readonly RuleId Declaration = RuleId.Parse("PK0006");

    private static readonly RuleId Evidence = RuleId.Parse("PK0007");

    private static readonly RuleId ImproperWaiver = RuleId.Parse("PK0012");

    public static IEnumerable<Finding> Of(SystemEvaluation system, MessageLanguage language) =>
        system.Evaluation is not { } evaluation
            ? []
            : evaluation
                .Controls.SelectMany(c => OfControl(c, system.Compilations[0], language))
                .Concat(Orphans(system, evaluation, language));

    private static IEnumerable<Finding> OfControl(
        ControlResult result,
        CheckedSystem system,
        MessageLanguage language
    ) =>
        from breach in Breaches(result)
        let check = breach.Check
        let reason = breach.Reason
        let rule = RuleOf(check.Check)
        let message = Sentence(check.Check, reason, language)
        let excerpt = reason.Location is { } at ? ExcerptOf(at, system.Pack) : null
        select new Finding
        {
            Rule = rule,
            Severity = SeverityOf(result, check),
            Message = message,
            Remedy = Remedy(result.Control, reason, language),
            Location = reason.Location ?? Location.StartOf(""),
            Provisions = result.Control.Provisions,
            Controls = ValueList.Create(result.Control.Id),
            Excerpt = excerpt,
            Waiver = check.State == ComplianceState.Waived ? result.Waiver : null,
            Fingerprint = Fingerprints.Of(
                rule,
                reason.Location ?? Location.StartOf(""),
                system.Project,
                excerpt,
                message
            ),
        };

    /// <summary>Everything that a declaration or the evidence does not meet of one control, waived or not.</summary>
    public static IEnumerable<(CheckResult Check, Reason Reason)> Breaches(ControlResult result) =>
        from check in result.Checks
        where check.Check is not SourceCheck && check.AsFound.IsBreach()
        from reason in check.Reasons
        where reason.IsBreach
        select (check, reason);

    /// <summary>The rule that reports a check.</summary>
    public static RuleId RuleOf(Check check) => check is EvidenceCheck ? Evidence : Declaration;

    /// <summary>
    /// How much a breach weighs: what is only recommended fails nothing, and neither does what is waived.
    /// </summary>
    public static Severity SeverityOf(ControlResult result, CheckResult check)
    {
        if (check.State == ComplianceState.Waived)
            return Severity.Information;
        return result.Control.Obligation == Obligation.Required ? Severity.Error : Severity.Warning;
    }

    /// <summary>What to do about a breach; where nothing finer is known, what the control requires.</summary>
    public static string Remedy(Control control, Reason reason, MessageLanguage language) =>
        VisibleText.Of(reason.Message.Remedy(language) ?? control.Requirement.TrimEnd('。'));

    private static Excerpt? ExcerptOf(Location at, PolicyPack pack)
    {
        if (pack.Files.FirstOrDefault(f => f.Path == at.File)?.LineAt(at.Start.Line) is not { } line)
            return null;
        var end = at.End.Line == at.Start.Line ? at.End.Column - 1 : line.Length;
        return Excerpt.Of(line, at.Start.Column - 1, end);
    }

    /// <summary>
    /// A reason as a sentence that can be read alone: what a schema says of a value is said of the expectation that
    /// it breaks.
    /// </summary>
    public static string Sentence(Check check, Reason reason, MessageLanguage language)
    {
        var text = VisibleText.Of(reason.Message.Text(language));
        return check is DeclarationCheck declaration && reason.Kind == ReasonKind.SchemaViolation
            ? CheckException.Messages.Format(
                "check.not-as-expected",
                language,
                language == MessageLanguage.English
                    ? declaration.EnglishExpectation ?? declaration.Expectation
                    : declaration.Expectation,
                text
            )
            : text;
    }

    // A waiver that is not of this system cannot match here; one that has ended is said to have.
    private static IEnumerable<Finding> Orphans(
        SystemEvaluation system,
        Evaluation evaluation,
        MessageLanguage language
    )
    {
        if (
            system.Pack.File(DocumentKind.Waivers) is not { } file
            || system.Compilations.Any(c => c.TreeCount == 0 || c.Failures.Count > 0)
        )
            yield break;
        var used = evaluation
            .Controls.Select(c => c.Waiver)
            .Concat(system.Compilations.SelectMany(c => c.Findings).Select(f => f.Waiver))
            .OfType<WaiverId>()
            .ToHashSet();
        foreach (
            var status in evaluation.Waivers.Where(s =>
                s.Counts && !used.Contains(s.Waiver.Id) && s.Waiver.Scope.System is { } of && of == evaluation.System
            )
        )
        {
            var problem = WaiverLints.Orphan(file, system.Pack.Waivers!, status.Waiver);
            var message = problem.Message.Text(language);
            yield return new Finding
            {
                Rule = ImproperWaiver,
                Severity = problem.Severity,
                Message = message,
                Remedy = problem.Message.Remedy(language),
                Location = problem.Location,
                Provisions = ValueList<ProvisionId>.Empty,
                Controls = ValueList<ControlId>.Empty,
                Fingerprint = Fingerprints.Of(
                    ImproperWaiver,
                    problem.Location,
                    system.Compilations[0].Project,
                    null,
                    message
                ),
            };
        }
    }
}
