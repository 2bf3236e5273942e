namespace PolicyKit.Documents.Reports;

/// <summary>A report, as its template sees it.</summary>
internal sealed record ReportView(
    string Body,
    string Day,
    Both Era,
    string Tool,
    IReadOnlyList<SystemView> Systems,
    IReadOnlyList<HeatRow> Heat
);
