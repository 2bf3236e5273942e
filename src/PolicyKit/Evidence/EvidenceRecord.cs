using NodaTime;

namespace PolicyKit.Evidence;

/// <summary>One thing that was done, on a day, by somebody.</summary>
/// <remarks>
/// Days in Japan; fiscal years are named by the western year in which they begin. Names are roles, not people.
/// </remarks>
public sealed record EvidenceRecord
{
    /// <summary>Its id within the register.</summary>
    public required EvidenceId Id { get; init; }

    /// <summary>What was done.</summary>
    public required EvidenceKind Record { get; init; }

    /// <summary>When.</summary>
    public required LocalDate HeldOn { get; init; }

    /// <summary>
    /// The fiscal year that it is for, by its first calendar year (2026 is 令和8年度); null for the one that it was done
    /// in.
    /// </summary>
    public int? FiscalYear { get; init; }

    /// <summary>Of a plan for several years: the last fiscal year that it is for; null for one year.</summary>
    public int? ThroughFiscalYear { get; init; }

    /// <summary>
    /// Whether it was made beside the yearly round (臨時、特命): what it found counts, but it does not stand for the year.
    /// </summary>
    public bool IsAdHoc { get; init; }

    /// <summary>Who did it and stands for it, by role.</summary>
    public required string By { get; init; }

    /// <summary>In a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Of an audit or an inspection: who or what was looked at; never the one who did it.</summary>
    public string? Subject { get; init; }

    /// <summary>The controls that it is evidence for, beyond those that ask for this kind of record.</summary>
    public ValueList<ControlId> Controls { get; init; } = ValueList<ControlId>.Empty;

    /// <summary>The document behind it; null when there is none.</summary>
    public EvidenceDocument? Document { get; init; }

    /// <summary>Of training and drills: how many took part, 1 or more.</summary>
    public int? Participants { get; init; }

    /// <summary>What an audit or an inspection found.</summary>
    public ValueList<EvidenceFinding> Findings { get; init; } = ValueList<EvidenceFinding>.Empty;

    /// <summary>
    /// Of an incident: the cases of breach of personal data that it falls under. Empty where nobody has judged that
    /// yet: then every report is owed.
    /// </summary>
    public ValueList<BreachCase> BreachCases { get; init; } = ValueList<BreachCase>.Empty;

    /// <summary>Of a risk assessment: the risks.</summary>
    public ValueList<RiskAssessment> Assessments { get; init; } = ValueList<RiskAssessment>.Empty;

    /// <summary>Of a policy review: the records that it rests on.</summary>
    public ValueList<EvidenceId> BasedOn { get; init; } = ValueList<EvidenceId>.Empty;

    /// <summary>Of a policy review: what was decided.</summary>
    public ReviewDecision? Decision { get; init; }
}
