namespace PolicyKit.Documents.Reports;

/// <summary>A finding, with the line that it begins in.</summary>
internal sealed record FindingView(
    string Rule,
    string Severity,
    Both SeverityTitle,
    string Message,
    string? Remedy,
    string Place,
    string Basis,
    string? Before,
    string? Marked,
    string? After,
    string? Waiver,
    IReadOnlyList<string> Controls
);
