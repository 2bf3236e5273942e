using NodaTime;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>
/// A body's basic policy (情報セキュリティ基本方針), whole: the official text as a tree of provisions, and the same seen through
/// typed members. The ten sections follow the ministry guideline's model text; a body without one of them has null or
/// an empty list there.
/// </summary>
/// <remarks>
/// Immutable. Two are equal when every member and every provision is, white space included: the text is verbatim.
/// The ten sections are found by canonical ids (see <see cref="Taxonomy"/>), never by printed numbers.
/// Lists have the order of the document; dates are days in Japan.
/// </remarks>
public sealed record SecurityPolicy
{
    private readonly ProvisionIndex _index = new(ValueList<Provision>.Empty);

    /// <summary>The policy's own name, for example <c>example-city.basic-policy</c>.</summary>
    public required PolicyId Id { get; init; }

    /// <summary>The title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>How a citation calls it, for example 基本方針.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>The body (団体) whose policy it is.</summary>
    public required Body Body { get; init; }

    /// <summary>When it was adopted, and how the document says so.</summary>
    public required Adoption Adoption { get; init; }

    /// <summary>The revision history, the oldest first; empty when there is only the adoption.</summary>
    public ValueList<PolicyRevision> Revisions { get; init; } = ValueList<PolicyRevision>.Empty;

    /// <summary>The law it rests on.</summary>
    public ValueList<LegalBasis> LegalBasis { get; init; } = ValueList<LegalBasis>.Empty;

    /// <summary>The organs that adopted it (several may do so jointly).</summary>
    public ValueList<string> AdoptingOrgans { get; init; } = ValueList<string>.Empty;

    /// <summary>How this body cites its own provisions.</summary>
    public required CitationStyle CitationStyle { get; init; }

    /// <summary>The heading of the table of contents (目次) as printed; null where the document has none.</summary>
    public string? TableOfContents { get; init; }

    /// <summary>The instrument that the policy was issued as; null where it is not stated.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>
    /// Which of the body's own provisions says what a canonical id stands for, where the body's ids are others.
    /// </summary>
    public ValueList<ProvisionMapping> Mapping { get; init; } = ValueList<ProvisionMapping>.Empty;

    /// <summary>The official text: the sections, each with what stands beneath it.</summary>
    public required ValueList<Provision> Provisions
    {
        get => _index.Roots;
        init => _index = new ProvisionIndex(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Every provision at every depth, in the order of the document.</summary>
    public ValueList<Provision> AllProvisions => _index.All;

    /// <summary>Section 目的.</summary>
    public Provision? Purpose => Find(Taxonomy.Purpose);

    /// <summary>Section 定義.</summary>
    public ValueList<Definition> Definitions => _index.Definitions;

    /// <summary>Section 対象とする脅威.</summary>
    public ValueList<Threat> Threats => _index.Threats;

    /// <summary>Section 適用範囲.</summary>
    public Scope? Scope =>
        Find(Taxonomy.Scope) is { } scope
            ? new Scope(
                scope,
                Find(Taxonomy.ScopeOrganizations),
                Find(Taxonomy.ScopeAssets)?.Provisions ?? ValueList<Provision>.Empty
            )
            : null;

    /// <summary>Section 職員等の遵守義務.</summary>
    public Duty? Duty => Find(Taxonomy.Duty) is { } duty ? new Duty(duty) : null;

    /// <summary>Section 情報セキュリティ対策: the measures of the guideline's nine kinds, in the order of the document.</summary>
    public ValueList<Measure> Measures => _index.Measures;

    /// <summary>Section 監査及び自己点検.</summary>
    public Provision? AuditAndSelfInspection => Find(Taxonomy.Audit);

    /// <summary>Section 見直し.</summary>
    public Provision? Review => Find(Taxonomy.Review);

    /// <summary>Section 対策基準の策定.</summary>
    public Provision? Standard => Find(Taxonomy.Standard);

    /// <summary>Section 実施手順の策定.</summary>
    public Provision? Procedures => Find(Taxonomy.Procedures);

    /// <summary>
    /// The revision that was in force on a day; null before the first. Without a history the adoption is the only one,
    /// in force from its day.
    /// </summary>
    public PolicyRevision? InForceOn(LocalDate date) => GetHistory().LastOrDefault(r => r.EffectiveOn <= date);

    /// <summary>The revisions, or the adoption as the only one, by the day they came into force.</summary>
    public ValueList<PolicyRevision> GetHistory() =>
        Revisions.Count == 0
            ? ValueList.Create(
                new PolicyRevision(RevisionKind.Established, Adoption.Date, null, Adoption.Date, null, null)
            )
            : Revisions.OrderBy(r => r.EffectiveOn).ToValueList();

    /// <summary>The provision with this id; null if the policy has none.</summary>
    public Provision? Find(ProvisionId id) => AllProvisions.FirstOrDefault(p => p.Id == id);

    /// <summary>
    /// What a provision is by the law of 条・項・号: its own kind, or the one that follows from its number, its heading and
    /// what it stands beneath; null if the policy has no such provision.
    /// </summary>
    public ProvisionKind? KindOf(ProvisionId id) =>
        ProvisionStep.PathTo(Provisions, id) is { } path ? path[path.Count - 1].Kind : null;

    /// <summary>
    /// The provision that somebody names by its id or by its citation, whatever the width of the characters; null if
    /// there is none.
    /// </summary>
    public Provision? FindCited(string name)
    {
        var wanted = JapaneseText.Fold(name ?? throw new ArgumentNullException(nameof(name))).Trim();
        return AllProvisions.FirstOrDefault(p => p.Id.Value == wanted)
            ?? AllProvisions.FirstOrDefault(p => JapaneseText.Fold(Cite(p.Id) ?? "") == wanted);
    }

    /// <summary>The citation of a provision in this body's own style, for example 6(7).</summary>
    /// <param name="id">The provision.</param>
    /// <param name="style">Another style than the body's own.</param>
    /// <returns>The citation; null if the policy has no such provision.</returns>
    public string? Cite(ProvisionId id, CitationStyle? style = null) =>
        Citation.Format(this, id, style ?? CitationStyle);
}
