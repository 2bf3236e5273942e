namespace PolicyKit.Systems;

/// <summary>
/// The setting by which data cannot be taken out of terminals of the my-number zone (「ガイドライン」説明資料 令和8年度 p. 11).
/// </summary>
/// <param name="Setting">What is set, and where.</param>
/// <param name="Exceptions">Who allows an exception, and how it is recorded.</param>
public sealed record ExportLock(string Setting, string Exceptions);
