using NodaTime;

namespace PolicyKit.Systems;

/// <summary>「外部委託先に関するセキュリティ要件のチェックシート」, as the contractor answered it (「ガイドライン」説明資料 令和8年度 p. 21).</summary>
/// <param name="Edition">The edition of the sheet.</param>
/// <param name="AnsweredOn">The day in Japan on which it was answered.</param>
/// <param name="Document">The number under which the answer is kept.</param>
public sealed record ContractorCheckSheet(string Edition, LocalDate AnsweredOn, string Document);
