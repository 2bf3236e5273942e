namespace PolicyKit.Documents.Reports;

/// <summary>What one check of a control came to.</summary>
internal sealed record CheckView(Both Name, string State, Both StateTitle, IReadOnlyList<ReasonView> Reasons);
