namespace PolicyKit.Documents.Reports;

/// <summary>What is due on a day.</summary>
internal sealed record DeadlineView(string Day, string? Control, Both What, string Role, bool IsLate);
