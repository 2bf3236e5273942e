namespace PolicyKit.Documents.Reports;

/// <summary>One item of a framework.</summary>
internal sealed record FrameworkItemView(
    string Number,
    Both Title,
    string State,
    Both StateTitle,
    IReadOnlyList<CountView> Counts
);
