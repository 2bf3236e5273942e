using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>One way a machine can tell whether a control is met. A control without any says openly that it is not machine-checkable.</summary>
public abstract record Check
{
    private protected Check() { }

    /// <summary>By what a tailoring names it, and a finding: the rule, the member of the declaration, or the kind of record.</summary>
    public abstract string Name { get; }
}

/// <summary>A rule over source code and configuration.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record SourceCheck(RuleId Rule, Severity Severity) : Check
{
    /// <inheritdoc/>
    public override string Name => Rule.Value;
}

/// <summary>Something that the vendor's declaration of the system must say. Without a fragment and a predicate it is enough that it says anything.</summary>
public sealed record DeclarationCheck : Check
{
    /// <summary>The member of the declaration that says it, for example <c>connections</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What it must say, in Japanese.</summary>
    public required string Expectation { get; init; }

    /// <summary>What it must say, in English; null where nobody has translated it.</summary>
    public string? EnglishExpectation { get; init; }

    /// <summary>A JSON Schema (draft 2020-12) that the value of the member satisfies; an object <c>{ "$parameter": id }</c> in it stands for the parameter's value.</summary>
    public JsonFragment? Schema { get; init; }

    /// <summary>What a schema cannot say.</summary>
    public DeclarationPredicate? Predicate { get; init; }

    /// <summary>The parameter that the predicate holds the declaration against; needed by those that say so.</summary>
    public ParameterId? Parameter { get; init; }

    /// <inheritdoc/>
    public override string Name => Subject;
}

/// <summary>A dated record that must exist.</summary>
public sealed record EvidenceCheck : Check
{
    /// <summary>The kind of record.</summary>
    public required EvidenceKind Record { get; init; }

    /// <summary>How often.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>Of <see cref="Cadence.OnEvent"/>: the kind of record that makes it necessary.</summary>
    public EvidenceKind? Event { get; init; }

    /// <summary>Of <see cref="Cadence.Period"/>: the parameter that says how many months a period has, counted from the day the policy came into force.</summary>
    public ParameterId? Every { get; init; }

    /// <summary>Of what follows an event or a revision: the parameter that says within how many days.</summary>
    public ParameterId? Within { get; init; }

    /// <summary>The parameter that says how many days later still counts as late and not as missing; null for none.</summary>
    public ParameterId? Grace { get; init; }

    /// <summary>Of <see cref="Cadence.FiscalYear"/>: the month, 1 to 12, at whose end it is due; null for March, the end of the fiscal year.</summary>
    public int? DueMonth { get; init; }

    /// <summary>The roles one of which must stand for it; empty for any.</summary>
    public ValueList<RoleId> AttestedBy { get; init; } = ValueList<RoleId>.Empty;

    /// <inheritdoc/>
    public override string Name => Codecs.WordOf(Record);
}

/// <summary>Kinds of dated record.</summary>
public enum EvidenceKind
{
    /// <summary>監査.</summary>
    Audit,

    /// <summary>自己点検.</summary>
    SelfInspection,

    /// <summary>研修.</summary>
    Training,

    /// <summary>訓練.</summary>
    Drill,

    /// <summary>情報セキュリティポリシーの見直し.</summary>
    PolicyReview,

    /// <summary>リスク評価.</summary>
    RiskAssessment,

    /// <summary>緊急時対応計画の承認.</summary>
    IncidentPlanApproval,

    /// <summary>役割の任命.</summary>
    Appointment,

    /// <summary>入退室記録の点検.</summary>
    EntryLogReview,

    /// <summary>委託先の履行状況の確認.</summary>
    ContractorInspection,

    /// <summary>監査計画.</summary>
    AuditPlan,

    /// <summary>監査人の指名と独立性の確認.</summary>
    AuditorAppointment,

    /// <summary>ログの点検.</summary>
    LogReview,

    /// <summary>利用者IDの棚卸し.</summary>
    AccountReview,

    /// <summary>復元の試験.</summary>
    RestoreTest,

    /// <summary>例外措置の点検.</summary>
    WaiverReview,

    /// <summary>情報セキュリティ委員会.</summary>
    CommitteeMeeting,

    /// <summary>公表.</summary>
    Publication,

    /// <summary>情報セキュリティインシデントの発生.</summary>
    Incident,

    /// <summary>インシデントの速報.</summary>
    IncidentReport,

    /// <summary>インシデントの確報.</summary>
    IncidentFinalReport,

    /// <summary>情報セキュリティに関する状況の変化.</summary>
    SituationChange,

    /// <summary>機器又は媒体の廃棄.</summary>
    Disposal,

    /// <summary>廃棄の立会い.</summary>
    DisposalWitness,
}

/// <summary>How often a record must be made.</summary>
public enum Cadence
{
    /// <summary>毎年度.</summary>
    FiscalYear,

    /// <summary>きっかけとなる記録の都度.</summary>
    OnEvent,

    /// <summary>一定の月数ごと.</summary>
    Period,

    /// <summary>記録にある指摘ごと、その期限まで.</summary>
    PerFinding,

    /// <summary>基本方針の策定及び改正の都度.</summary>
    PerRevision,
}

/// <summary>What a declaration must satisfy and a JSON Schema cannot say. A closed set: a body's own checks are schemas.</summary>
public enum DeclarationPredicate
{
    /// <summary>Every asset that passes a connection or a flow is one of the classified assets.</summary>
    AssetsClassified,

    /// <summary>Every asset of 自治体機密性2 or more has the handling restrictions of its class (the parameter: lines of the form <c>class: restriction, …</c>).</summary>
    HandlingMatchesClass,

    /// <summary>Every flow between zones is sanitised.</summary>
    FlowsSanitised,

    /// <summary>Every component stands in a zone that the declaration names.</summary>
    ComponentsInZones,

    /// <summary>In the α′ model destinations are listed, without wildcards.</summary>
    BreakoutsListed,

    /// <summary>Every connection, flow and remote maintenance was approved by the evaluation date and before operation begins.</summary>
    ApprovedBeforeOperation,

    /// <summary>Permission for every service of 自治体機密性2 or more was given before operation begins.</summary>
    ServicesPermitted,

    /// <summary>Every account in use was reviewed, or issued, within the months of the parameter.</summary>
    AccountsReviewed,

    /// <summary>Every id of somebody who left was removed within the days of the parameter.</summary>
    LeaversRemoved,

    /// <summary>No privileged id is in use after its last day.</summary>
    PrivilegesInTime,

    /// <summary>Every subcontractor was approved before it began.</summary>
    ApprovalBeforeStart,

    /// <summary>Support of all software ends after operation does, or there is a plan.</summary>
    SupportCoversOperation,

    /// <summary>A vulnerability test, or its retest, is no older than the months of the parameter.</summary>
    TestedRecently,

    /// <summary>Restoring every backup was tried within the months of the parameter.</summary>
    RestoreTested,

    /// <summary>Education was held within the months of the parameter.</summary>
    TrainedRecently,

    /// <summary>Whoever approved a change is not the vendor.</summary>
    ApproverNotApplicant,

    /// <summary>Every disposal has a certificate; in the zones of the parameter the medium was destroyed.</summary>
    DisposalCertified,

    /// <summary>Every algorithm is on the recommended list, with a key that stays strong until operation ends.</summary>
    StrengthCoversOperation,

    /// <summary>Every waiver that the system relies on is in the register and holds on the evaluation date.</summary>
    WaiversLive,

    /// <summary>Where personal data of more people than the parameter says is handled, an incident is reported in time.</summary>
    BreachReported,

    /// <summary>Where an asset has 可用性2, backups and recovery times are declared.</summary>
    AvailabilityPlanned,
}
