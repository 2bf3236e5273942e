using NodaTime;
using PolicyKit.Policies;
using PolicyKit.Standards;

namespace PolicyKit.Evidence;

/// <summary>Dated evidence of a body: audits, self-inspections, training, drills, reviews, risk assessments, approvals.</summary>
/// <param name="Id">The register's own name.</param>
/// <param name="Records">The records, at least one.</param>
public sealed record EvidenceRegister(ProvisionId Id, ValueList<EvidenceRecord> Records);

/// <summary>One thing that was done, on a day, by somebody.</summary>
public sealed record EvidenceRecord
{
    /// <summary>Its id within the register.</summary>
    public required EvidenceId Id { get; init; }

    /// <summary>What was done.</summary>
    public required EvidenceKind Record { get; init; }

    /// <summary>When.</summary>
    public required LocalDate HeldOn { get; init; }

    /// <summary>The fiscal year that it is for, by its first calendar year (2026 is 令和8年度); null for the one that it was done in.</summary>
    public int? FiscalYear { get; init; }

    /// <summary>Of a plan for several years: the last fiscal year that it is for; null for one year.</summary>
    public int? ThroughFiscalYear { get; init; }

    /// <summary>Whether it was made beside the yearly round (臨時、特命): what it found counts, but it does not stand for the year.</summary>
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

    /// <summary>Of a risk assessment: the risks.</summary>
    public ValueList<RiskAssessment> Assessments { get; init; } = ValueList<RiskAssessment>.Empty;

    /// <summary>Of a policy review: the records that it rests on.</summary>
    public ValueList<EvidenceId> BasedOn { get; init; } = ValueList<EvidenceId>.Empty;

    /// <summary>Of a policy review: what was decided.</summary>
    public ReviewDecision? Decision { get; init; }
}

/// <summary>A document behind a record. Its text never stands here.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Reference">Where it is kept: a document number or a path.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits; null when it is on paper.</param>
public sealed record EvidenceDocument(string Title, string Reference, string? Sha256);

/// <summary>Something that an audit or an inspection found.</summary>
/// <param name="Id">Its id within the record.</param>
/// <param name="Summary">What.</param>
/// <param name="Owner">Who mends it, by role.</param>
/// <param name="DueOn">By when.</param>
/// <param name="ClosedOn">When it was mended; null while it is open.</param>
public sealed record EvidenceFinding(EvidenceId Id, string Summary, string Owner, LocalDate DueOn, LocalDate? ClosedOn);

/// <summary>The risk of one threat to one asset, by the body's own matrix.</summary>
/// <param name="Threat">The provision of the threat.</param>
/// <param name="Asset">The asset or group of assets.</param>
/// <param name="Likelihood">From 1, as the body's matrix has it, up to 10.</param>
/// <param name="Impact">From 1, as the body's matrix has it, up to 10.</param>
public sealed record RiskAssessment(ProvisionId Threat, string Asset, int Likelihood, int Impact);

/// <summary>What a review of the policy decided.</summary>
public enum ReviewDecision
{
    /// <summary>改正する.</summary>
    Revise,

    /// <summary>現行のままとする.</summary>
    Keep,
}

/// <summary>The id of a record or of a finding: lower-case, dotted or hyphenated, for example <c>audit-2026-1</c>.</summary>
public sealed record EvidenceId
{
    private EvidenceId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static EvidenceId? TryParse(string text) => IdShape.IsDotted(text) ? new EvidenceId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>Words for kinds of record.</summary>
public static class EvidenceKinds
{
    /// <summary>The name of a kind of record, in both languages.</summary>
    public static PolicyKit.Json.LocalizedMessage Title(this EvidenceKind kind) =>
        PolicyKit.Reading.ReadContext.Messages.Message("record." + PolicyKit.Reading.Codecs.WordOf(kind));
}
