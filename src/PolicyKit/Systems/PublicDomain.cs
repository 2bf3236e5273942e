using NodaTime;

namespace PolicyKit.Systems;

/// <summary>
/// A name under which the system faces the public (政府機関等の対策基準策定のためのガイドライン 令和7年度版 6.2.4(2)(b), 6.6.2).
/// </summary>
/// <param name="Name">The host name, without scheme, port or wildcard.</param>
/// <param name="Use">What the public finds there, in a sentence.</param>
/// <param name="Dnssec">
/// Whether the zone is signed. The source names DNSSEC as one example of a measure (6.2.4(1)-3 b)), so no control asks
/// for it.
/// </param>
/// <param name="ReviewedOn">
/// The day in Japan on which the records of the zone were last compared with what is in use.
/// </param>
/// <param name="Ground">
/// Why the name is not under a domain of the body (the parameter <c>domains.suffixes</c>); null where it is.
/// </param>
public sealed record PublicDomain(string Name, string Use, bool Dnssec, LocalDate ReviewedOn, string? Ground);
