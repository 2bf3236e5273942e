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

    /// <summary>Of what follows an event or a revision: the parameter that says within how many days.</summary>
    public ParameterId? Within { get; init; }

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
