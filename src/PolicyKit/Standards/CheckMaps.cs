using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Checks of controls as JSON: of the code, of the declaration, of the evidence.</summary>
internal static class CheckMaps
{
    private static readonly Codec<ParameterId> ParameterCodec = Named<ParameterId>();
    private static readonly Codec<RoleId> RoleCodec = Named<RoleId>();

    public static Check Check(ObjectMapper m, Check? c) =>
        m.Required("kind", CheckKindOf(c), Words<CheckKind>()) switch
        {
            _ when !m.IsComplete => null!,
            CheckKind.Source => MapSource(m, c as SourceCheck),
            CheckKind.Declaration => MapDeclaration(m, c as DeclarationCheck),
            _ => MapEvidence(m, c as EvidenceCheck),
        };

    private static CheckKind? CheckKindOf(Check? check) =>
        check switch
        {
            null => null,
            SourceCheck => CheckKind.Source,
            DeclarationCheck => CheckKind.Declaration,
            EvidenceCheck => CheckKind.Evidence,
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
        };

    private static SourceCheck MapSource(ObjectMapper m, SourceCheck? c) =>
        new(m.Required("rule", c?.Rule, Named<RuleId>()), m.Required("severity", c?.Severity, Words<Severity>()));

    private static DeclarationCheck MapDeclaration(ObjectMapper m, DeclarationCheck? c)
    {
        var predicate = m.Optional("predicate", c?.Predicate, Words<DeclarationPredicate>());
        var check = new DeclarationCheck
        {
            Subject = m.Required("subject", c?.Subject, Text),
            Expectation = m.Required("expectation", c?.Expectation, Text),
            EnglishExpectation = m.Optional("expectationEnglish", c?.EnglishExpectation, Text),
            Schema = m.Optional("schema", c?.Schema, Fragment),
            Predicate = predicate,
            Parameter = m.RequiredIf(NeedsParameter(predicate), "parameter", c?.Parameter, ParameterCodec),
        };
        if (m.IsReading && check.Subject is { } subject && !SystemSerializer.Subjects.Contains(subject))
            m.Problem(
                ProblemFamily.Reference,
                "reference.unknown-subject",
                "subject",
                subject,
                string.Join(", ", SystemSerializer.Subjects)
            );
        return check;
    }

    private static bool NeedsParameter(DeclarationPredicate? predicate) =>
        predicate
            is DeclarationPredicate.HandlingMatchesClass
                or DeclarationPredicate.AccountsReviewed
                or DeclarationPredicate.LeaversRemoved
                or DeclarationPredicate.TestedRecently
                or DeclarationPredicate.RestoreTested
                or DeclarationPredicate.TrainedRecently
                or DeclarationPredicate.DisposalCertified
                or DeclarationPredicate.BreachReported
                or DeclarationPredicate.DomainsOfBody
                or DeclarationPredicate.DevicesLabelled;

    private static EvidenceCheck MapEvidence(ObjectMapper m, EvidenceCheck? c)
    {
        var record = m.Required("record", c?.Record, Words<EvidenceKind>());
        var cadence = m.Required("cadence", c?.Cadence, Words<Cadence>());
        // A word that is not known asks for nothing more.
        var isKnown = m.IsComplete;
        return new EvidenceCheck
        {
            Record = record,
            Cadence = cadence,
            Event = m.RequiredIf(isKnown && cadence == Cadence.OnEvent, "event", c?.Event, Words<EvidenceKind>()),
            Every = m.RequiredIf(isKnown && cadence == Cadence.Period, "every", c?.Every, ParameterCodec),
            Within = m.RequiredIf(
                isKnown && cadence is Cadence.OnEvent or Cadence.PerRevision,
                "within",
                c?.Within,
                ParameterCodec
            ),
            WithinFor = m.List(
                "withinFor",
                c?.WithinFor,
                Object<CaseTerm>(
                    (t, value) =>
                        new CaseTerm(
                            t.Required("case", value?.Case, Words<BreachCase>()),
                            t.Required("within", value?.Within, ParameterCodec)
                        )
                )
            ),
            Cases = m.List("cases", c?.Cases, Words<BreachCase>()),
            Counting = m.Optional("counting", c?.Counting, Named<CountingRuleId>()),
            Grace = m.Optional("grace", c?.Grace, ParameterCodec),
            DueMonth = m.Optional("dueMonth", c?.DueMonth, Integer(1, 12)),
            AttestedBy = m.List("attestedBy", c?.AttestedBy, RoleCodec),
        };
    }

    private enum CheckKind
    {
        Source,
        Declaration,
        Evidence,
    }
}
