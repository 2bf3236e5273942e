using NodaTime;

namespace PolicyKit.Policies;

/// <summary>The adoption of a policy.</summary>
/// <param name="Date">The day.</param>
/// <param name="Printed">The line as printed, for example 令和8年4月1日 策定.</param>
public sealed record Adoption(LocalDate Date, string Printed);
