using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>One way a machine can tell whether a control is met. A control without any says openly that it is not machine-checkable.</summary>
public abstract record Check
{
    private protected Check()
    {
    }
}

/// <summary>A rule over source code and configuration.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record SourceCheck(RuleId Rule, Severity Severity) : Check;

/// <summary>Something that the vendor's declaration of the system must say.</summary>
/// <param name="Subject">The member of the declaration that says it, for example <c>connections</c>.</param>
/// <param name="Expectation">What it must say, in Japanese.</param>
public sealed record DeclarationCheck(string Subject, string Expectation) : Check;

/// <summary>A dated record that must exist.</summary>
/// <param name="Record">The kind of record.</param>
/// <param name="Cadence">How often.</param>
public sealed record EvidenceCheck(EvidenceKind Record, Cadence Cadence) : Check;

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
}

/// <summary>How often a record must be made.</summary>
public enum Cadence
{
    /// <summary>毎年度.</summary>
    FiscalYear,
    /// <summary>必要が生じた都度.</summary>
    OnEvent,
}
