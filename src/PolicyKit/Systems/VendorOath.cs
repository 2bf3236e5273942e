using NodaTime;

namespace PolicyKit.Systems;

/// <summary>The vendor’s written statement that it is not an 外部主体 (地方公共団体におけるサイバーセキュリティ対策について 令和8年度 p. 8).</summary>
/// <param name="Document">The number or title of the statement.</param>
/// <param name="SubmittedOn">The day in Japan on which it was handed in.</param>
public sealed record VendorOath(string Document, LocalDate SubmittedOn);
