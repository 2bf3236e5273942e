using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A name under which the system faces the public.</summary>
/// <param name="Name">Name.</param>
/// <param name="Use">Use.</param>
/// <param name="Dnssec">Signed.</param>
/// <param name="ReviewedOn">Last review of the records.</param>
/// <param name="Ground">Why it is not under the domain of the body; null where it does not apply.</param>
public sealed record PublicDomain(string Name, string Use, bool Dnssec, LocalDate ReviewedOn, string? Ground);
