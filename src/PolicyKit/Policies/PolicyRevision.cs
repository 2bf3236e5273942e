using NodaTime;

namespace PolicyKit.Policies;

/// <summary>One version of a policy and its dates.</summary>
/// <remarks>
/// Days in Japan. A version is in force from <c>EffectiveOn</c> until the day before the next one is.
/// Promulgation never comes before the decision.
/// </remarks>
/// <param name="Kind">What was done.</param>
/// <param name="DecidedOn">When it was decided (策定日、改正日).</param>
/// <param name="PromulgatedOn">When it was made public (公布日); null where that has not been stated.</param>
/// <param name="EffectiveOn">From when it is in force (施行日).</param>
/// <param name="Summary">What changed; null where that has not been stated.</param>
/// <param name="Sha256">
/// The SHA-256 of that version's policy file, 64 lower-case hexadecimal digits; null where it has not been kept.
/// </param>
public sealed record PolicyRevision(
    RevisionKind Kind,
    LocalDate DecidedOn,
    LocalDate? PromulgatedOn,
    LocalDate EffectiveOn,
    string? Summary,
    string? Sha256
);
