namespace PolicyKit.Documents.Reports;

/// <summary>Why a check has its state.</summary>
internal sealed record ReasonView(Both Text, string? Place);
