using NodaTime;

namespace PolicyKit.Evidence;

/// <summary>Something that an audit or an inspection found.</summary>
/// <param name="Id">Its id within the record.</param>
/// <param name="Summary">What.</param>
/// <param name="Owner">Who mends it, by role.</param>
/// <param name="DueOn">By when.</param>
/// <param name="ClosedOn">When it was mended; null while it is open.</param>
public sealed record EvidenceFinding(EvidenceId Id, string Summary, string Owner, LocalDate DueOn, LocalDate? ClosedOn);
