namespace PolicyKit.Evidence;

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

    /// <summary>外部監査とその結果の報告.</summary>
    ExternalAudit,

    /// <summary>業務委託先チェックシート.</summary>
    ContractorCheckSheet,

    /// <summary>職員等の着任又は異動.</summary>
    StaffArrival,

    /// <summary>着任者又は異動者の研修.</summary>
    NewcomerTraining,

    /// <summary>特定個人情報の取扱いに関する研修.</summary>
    MyNumberTraining,

    /// <summary>本人への通知.</summary>
    PersonsNotice,

    /// <summary>緊急時の例外措置.</summary>
    EmergencyException,

    /// <summary>例外措置の事後の届出.</summary>
    ExceptionFiling,

    /// <summary>DNSの点検.</summary>
    DnsReview,

    /// <summary>外部からの探索による診断.</summary>
    OutsideScan,

    /// <summary>電磁的記録媒体の点検.</summary>
    MediaReview,

    /// <summary>情報システム台帳の点検.</summary>
    SystemRegisterReview,
}
