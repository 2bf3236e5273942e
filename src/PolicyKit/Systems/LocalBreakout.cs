using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A destination that the α′ model lets terminals reach directly.</summary>
/// <param name="Host">The host; no wildcard.</param>
/// <param name="TenantRestriction">How other tenants of the service are shut out.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record LocalBreakout(string Host, string TenantRestriction, LocalDate ApprovedOn);
