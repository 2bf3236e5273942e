using NodaTime;

namespace PolicyKit.Systems;

/// <summary>The check sheet for contractors, as it was answered.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="AnsweredOn">Day.</param>
/// <param name="Document">Document.</param>
public sealed record ContractorCheckSheet(string Edition, LocalDate AnsweredOn, string Document);
