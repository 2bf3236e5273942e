using NodaTime;

namespace PolicyKit.Systems;

/// <summary>The written criteria by which devices are selected (総行サ第42号 別紙1 4(1)).</summary>
/// <param name="Document">The number or title of the document.</param>
/// <param name="DecidedOn">The day in Japan on which they were decided.</param>
public sealed record DeviceCriteria(string Document, LocalDate DecidedOn);
