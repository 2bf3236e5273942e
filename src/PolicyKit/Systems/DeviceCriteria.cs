using NodaTime;

namespace PolicyKit.Systems;

/// <summary>The written criteria by which devices are selected.</summary>
/// <param name="Document">Document.</param>
/// <param name="DecidedOn">Day.</param>
public sealed record DeviceCriteria(string Document, LocalDate DecidedOn);
