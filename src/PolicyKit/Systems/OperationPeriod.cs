using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A period of operation.</summary>
/// <remarks>
/// Days in Japan, both included; the last is never before the first.
/// </remarks>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record OperationPeriod(LocalDate From, LocalDate Until);
