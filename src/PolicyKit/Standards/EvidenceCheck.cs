using PolicyKit.Evidence;
using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A dated record that must exist.</summary>
/// <remarks>
/// Periods are in months, terms in days; both are parameters of the standard.
/// Without a register of evidence nothing is overdue: nothing has been seen.
/// </remarks>
public sealed record EvidenceCheck : Check
{
    /// <summary>The kind of record.</summary>
    public required EvidenceKind Record { get; init; }

    /// <summary>How often.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>Of <see cref="Cadence.OnEvent"/>: the kind of record that makes it necessary.</summary>
    public EvidenceKind? Event { get; init; }

    /// <summary>
    /// Of <see cref="Cadence.Period"/>: the parameter that says how many months a period has, counted from the day the
    /// policy came into force.
    /// </summary>
    public ParameterId? Every { get; init; }

    /// <summary>Of what follows an event or a revision: the parameter that says how long the term is.</summary>
    public ParameterId? Within { get; init; }

    /// <summary>Of an event: other terms for some of its cases. Where several match the longest counts.</summary>
    public ValueList<CaseTerm> WithinFor { get; init; } = ValueList<CaseTerm>.Empty;

    /// <summary>
    /// Of an event: only events of one of these cases make it necessary, and those of which nobody has said what they
    /// are; empty for all.
    /// </summary>
    public ValueList<BreachCase> Cases { get; init; } = ValueList<BreachCase>.Empty;

    /// <summary>
    /// Of what follows an event or a revision: the rule by which the term is counted; null for <see
    /// cref="CountingRule.Plain"/>.
    /// </summary>
    public CountingRuleId? Counting { get; init; }

    /// <summary>
    /// The parameter that says how many days later still counts as late and not as missing; null for none.
    /// </summary>
    public ParameterId? Grace { get; init; }

    /// <summary>
    /// Of <see cref="Cadence.FiscalYear"/>: the month, 1 to 12, at whose end it is due; null for March, the end of the
    /// fiscal year.
    /// </summary>
    public int? DueMonth { get; init; }

    /// <summary>The roles one of which must stand for it; empty for any.</summary>
    public ValueList<RoleId> AttestedBy { get; init; } = ValueList<RoleId>.Empty;

    /// <inheritdoc/>
    public override string Name => Codecs.WordOf(Record);
}
