using PolicyKit.Policies;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Evidence;

/// <summary>
/// Reads and writes files of the kind <c>evidence</c> (schema <c>urn:policykit:schema:evidence:1</c>).
/// </summary>
public static class EvidenceSerializer
{
    private static readonly Codec<EvidenceId> Id = Named<EvidenceId>();

    /// <summary>Reads a register. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<EvidenceRegister> Read(SourceDocument source) =>
        DocumentMapper.Read<EvidenceRegister>(source, DocumentKind.Evidence, Map);

    /// <summary>
    /// Reads a register of evidence from disk. Never throws on bad data: everything that is wrong is in the result.
    /// </summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ReadResult<EvidenceRegister> ReadFile(string path) => Read(SourceDocument.ReadFile(path));

    /// <summary>A register as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="register">The register.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(EvidenceRegister register, string? schema = null) =>
        DocumentMapper.Write(register, DocumentKind.Evidence, schema, Map);

    private static EvidenceRegister Map(ObjectMapper m, EvidenceRegister? r) =>
        new(
            m.Required("id", r?.Id, Named<RegisterId>()),
            m.Register("records", r?.Records, Object<EvidenceRecord>(MapRecord), x => x.Id.Value)
        );

    private static EvidenceRecord MapRecord(ObjectMapper m, EvidenceRecord? r)
    {
        var id = m.Required("id", r?.Id, Id);
        var kind = m.Required("record", r?.Record, Words<EvidenceKind>());
        // A word that is not known asks for nothing more.
        var isKnown = m.IsComplete;
        var record = new EvidenceRecord
        {
            Id = id,
            Record = kind,
            HeldOn = m.Required("heldOn", r?.HeldOn, Date),
            FiscalYear = m.Optional("fiscalYear", r?.FiscalYear, Integer(2000, 2199)),
            ThroughFiscalYear = m.Optional("throughFiscalYear", r?.ThroughFiscalYear, Integer(2000, 2199)),
            IsAdHoc = m.Optional("adHoc", r is { IsAdHoc: true } ? true : null, Flag) ?? false,
            By = m.Required("by", r?.By, Text),
            Summary = m.Required("summary", r?.Summary, Text),
            Subject = m.RequiredIf(
                isKnown
                    && kind is EvidenceKind.Audit or EvidenceKind.SelfInspection or EvidenceKind.ContractorInspection,
                "subject",
                r?.Subject,
                Text
            ),
            Controls = m.List("controls", r?.Controls, Named<ControlId>()),
            Document = m.Optional("document", r?.Document, Object<EvidenceDocument>(MapDocument)),
            Participants = m.RequiredIf(
                isKnown && kind is EvidenceKind.Training or EvidenceKind.Drill,
                "participants",
                r?.Participants,
                Integer(1)
            ),
            Findings = m.List("findings", r?.Findings, Object<EvidenceFinding>(MapFinding), f => f.Id.Value),
            BreachCases = m.List("breachCases", r?.BreachCases, Words<BreachCase>()),
            Assessments =
                isKnown && kind == EvidenceKind.RiskAssessment
                    ? m.RequiredList("assessments", r?.Assessments, Object<RiskAssessment>(MapAssessment))
                    : m.List("assessments", r?.Assessments, Object<RiskAssessment>(MapAssessment)),
            BasedOn =
                isKnown && kind == EvidenceKind.PolicyReview
                    ? m.RequiredList("basedOn", r?.BasedOn, Id)
                    : m.List("basedOn", r?.BasedOn, Id),
            Decision = m.RequiredIf(
                isKnown && kind == EvidenceKind.PolicyReview,
                "decision",
                r?.Decision,
                Words<ReviewDecision>()
            ),
        };
        if (m.IsComplete && record.Subject == record.By)
            m.Problem("evidence.self-judged", "subject", record.By);
        if (
            m.IsComplete
            && record.ThroughFiscalYear < (record.FiscalYear ?? Calendar.FiscalYear.Of(record.HeldOn).Year)
        )
            m.Problem("evidence.years-reversed", "throughFiscalYear");
        if (m.IsComplete)
        {
            CompareYear(m, record);
            CompareCases(m, record);
            CompareFindings(m, record);
        }

        return record;
    }

    // What is not reportable, or is reported by the guideline alone, falls under no case that is.
    private static void CompareCases(ObjectMapper m, EvidenceRecord record)
    {
        if (record.BreachCases.Distinct().Count() < 2)
            return;
        if (record.BreachCases.Any(c => c is BreachCase.NotReportable or BreachCase.GuidelineOnly))
            m.Problem("evidence.cases-contradict", "breachCases", record.Id.Value);
    }

    private static void CompareFindings(ObjectMapper m, EvidenceRecord record)
    {
        foreach (var finding in record.Findings)
            if (finding.ClosedOn is { } closed && closed < record.HeldOn)
                m.Problem(
                    "evidence.closed-before-found",
                    "findings",
                    finding.Id.Value,
                    IsoDate.Format(closed),
                    record.Id.Value,
                    IsoDate.Format(record.HeldOn)
                );
    }

    // What is planned, and who is appointed, may be decided before the year begins; what is done late is done after it.
    private static void CompareYear(ObjectMapper m, EvidenceRecord record)
    {
        if (record.FiscalYear is not { } stated)
            return;
        var year = Calendar.FiscalYear.Of(record.HeldOn).Year;
        var last = Math.Max(record.ThroughFiscalYear ?? stated, stated);
        var isAhead =
            record.Record
            is EvidenceKind.AuditPlan
                or EvidenceKind.AuditorAppointment
                or EvidenceKind.Appointment
                or EvidenceKind.IncidentPlanApproval;
        void Report(string code, Severity severity) =>
            m.Problem(severity, code, "fiscalYear", record.Id.Value, IsoDate.Format(record.HeldOn), stated);
        if (year < (isAhead ? stated - 1 : stated))
            Report("evidence.before-fiscal-year", Severity.Error);
        else if (year == last + 1)
            Report("evidence.after-fiscal-year", Severity.Warning);
        else if (year > last + 1)
            Report("evidence.years-too-far", Severity.Error);
    }

    private static EvidenceDocument MapDocument(ObjectMapper m, EvidenceDocument? d) =>
        new(
            m.Required("title", d?.Title, Text),
            m.Required("reference", d?.Reference, Text),
            m.Optional("sha256", d?.Sha256, Sha256)
        );

    private static EvidenceFinding MapFinding(ObjectMapper m, EvidenceFinding? f) =>
        new(
            m.Required("id", f?.Id, Id),
            m.Required("summary", f?.Summary, Text),
            m.Required("owner", f?.Owner, Text),
            m.Required("dueOn", f?.DueOn, Date),
            m.Optional("closedOn", f?.ClosedOn, Date)
        );

    private static RiskAssessment MapAssessment(ObjectMapper m, RiskAssessment? a) =>
        new(
            m.Required("threat", a?.Threat, Named<ProvisionId>()),
            m.Required("asset", a?.Asset, Text),
            m.Required("likelihood", a?.Likelihood, Integer(1, 10)),
            m.Required("impact", a?.Impact, Integer(1, 10))
        );
}
