using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>What a check of a declaration comes to.</summary>
internal sealed class DeclarationEvaluation(
    SecurityStandard standard,
    CryptographyTable cryptography,
    IReadOnlyDictionary<DeclarationCheck, JsonSchema?> schemas,
    ReadResult<SystemDeclaration>? system,
    WaiverEvaluator waivers
)
{
    private readonly SystemDeclaration? _system = system?.Value;
    private readonly StatementReview _statements = new(standard);

    public CheckResult Of(DeclarationCheck check, Control control)
    {
        if (system is null || _system is null)
            return CheckResult.Of(check, ComplianceState.NotEvidenced, Reason.Note("evaluation.no-declaration"));
        var isThere = system.Source.Text.Root.TryGetMember(check.Subject, out var value);
        if (!isThere)
            return WhyAbsent(check.Subject) is { } absent
                ? CheckResult.Of(check, ComplianceState.NotApplicable, absent)
                : CheckResult.Of(
                    check,
                    ComplianceState.NotEvidenced,
                    Reason.Note("evaluation.not-declared", check.Subject)
                );
        var context = new DeclarationContext(_system, system.Source, standard, cryptography, waivers)
        {
            Subject = check.Subject,
            Zones = control.AppliesTo?.Zones ?? ValueList<NetworkZoneId>.Empty,
        };
        var applies = !value.TryGetMember("notApplicable", out var reason);
        if (applies)
            Judge(check, value, context);
        else
            Doubt(check, context);
        if (!applies && context.Violations.Count == 0)
            return CheckResult.Of(
                check,
                ComplianceState.NotApplicable,
                Reason.Note("evaluation.said-not-to-apply", reason.GetString())
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
                        ComplianceMessages.Say("evaluation.declared", check.Subject),
                        system.Source.LocationOf(value)
                    ),
                ]
                : context.Violations.Concat(context.Expired).Select(Reason.Of);
        return CheckResult.Of(check, state, reasons.Distinct().ToArray()) with { Deadlines = deadlines };
    }

    // What need not be said: lists that grow as things happen, and what only some networks have.
    private Reason? WhyAbsent(string subject) =>
        subject switch
        {
            "waivers" or "disposals" => Reason.Note("evaluation.none-declared", subject),
            "networkModel" or "flows" or "localBreakouts" when _system!.Zones.Count == 1 => Reason.Note(
                "evaluation.single-zone"
            ),
            "localBreakouts" when _system!.NetworkModel is { } model && model != NetworkModel.AlphaPrime => Reason.Note(
                "evaluation.other-model"
            ),
            _ => null,
        };

    // What is said not to apply is believed until the rest of the declaration says otherwise.
    private static void Doubt(DeclarationCheck check, DeclarationContext context)
    {
        if (DeclarationPredicates.LooksElsewhere(check.Predicate))
            DeclarationPredicates.Judge(check.Predicate!.Value, check.Parameter, context);
        // Said once: what the predicate found is the finer sentence.
        if (context.Violations.Count == 0)
            TopicContradictions.Judge(context);
    }

    private static bool IsUnder(string pointer, string topic) =>
        pointer == topic || pointer.StartsWith(topic + "/", StringComparison.Ordinal);

    private void Judge(DeclarationCheck check, JsonValue value, DeclarationContext context)
    {
        if (check.Schema is not null)
        {
            if (schemas[check] is not { } schema)
                context.Violate(
                    new Problem(
                        ComplianceMessages.Say("evaluation.bad-schema", check.Subject),
                        Severity.Information,
                        Location.StartOf("")
                    )
                );
            else
                foreach (var problem in DeclarationProblems.Of(context.Source, check, schema, value, standard))
                    context.Violate(problem);
        }

        if (check.Predicate is { } predicate)
            DeclarationPredicates.Judge(predicate, check.Parameter, context);
        _statements.Judge(check, value, context);
        // What the files beside the declaration show to be wrong in what it says of them.
        foreach (var problem in system!.Problems)
            if (problem.Severity == Severity.Error && IsUnder(problem.Location.Pointer, "/" + check.Subject))
                context.Violate(problem);
    }
}
