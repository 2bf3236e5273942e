using NodaTime;
using PolicyKit.Evidence;
using PolicyKit.Messages;

namespace PolicyKit.Compliance;

/// <summary>One record that must be made, and whether it was.</summary>
/// <param name="Occasion">What it is for: a fiscal year, a period, an event, a finding, a revision.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Record">The record; null while there is none.</param>
/// <param name="DoneOn">When it was done; null while it has not been.</param>
/// <param name="Timeliness">Whether it came in time, on the day that is asked about.</param>
/// <param name="Refused">A record that would be it, had a role signed it that may attest; null when there is
/// none.</param>
public sealed record EvidenceDuty(
    LocalizedMessage Occasion,
    LocalDate DueOn,
    EvidenceId? Record,
    LocalDate? DoneOn,
    EvidenceTimeliness Timeliness,
    EvidenceRecord? Refused = null
)
{
    /// <summary>
    /// The last day on which it is still accepted, though late: <see cref="DueOn"/> and the days of grace after it.
    /// </summary>
    public required LocalDate AcceptedUntil { get; init; }

    /// <summary>Whether it was done by the last day on which it is accepted.</summary>
    public bool IsAccepted => DoneOn <= AcceptedUntil;

    /// <summary>
    /// Of what an event asks for: a record of that kind since then that names no event; null when there is none, or
    /// when a record answers in time.
    /// </summary>
    public EvidenceRecord? Unlinked { get; init; }

    /// <summary>
    /// Of what an event asks for: a record that names the event and is dated before it; null when there is none,
    /// or when
    /// a record answers.
    /// </summary>
    public EvidenceRecord? TooEarly { get; init; }

    /// <summary>
    /// A record that would be it, had another done it than the one whom it is about; null when there is none.
    /// </summary>
    public EvidenceRecord? OfItself { get; init; }

    /// <summary>
    /// A record that would be it, were it about a contractor of the system; null when there is none.
    /// </summary>
    public EvidenceRecord? OfAnother { get; init; }

    /// <summary>Whether a revision of the policy asks for it.</summary>
    internal bool IsOfRevision { get; init; }

    /// <summary>When it is due before a closed day moves it; null where nothing moves it.</summary>
    public LocalDate? NominalOn { get; init; }
}
