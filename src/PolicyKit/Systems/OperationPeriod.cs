using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A period of operation.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record OperationPeriod(LocalDate From, LocalDate Until);
