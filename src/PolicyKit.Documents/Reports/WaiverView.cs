namespace PolicyKit.Documents.Reports;

/// <summary>A waiver and how long it still holds.</summary>
internal sealed record WaiverView(
    string Id,
    string Subject,
    string Reason,
    string Measure,
    string Approver,
    string From,
    string Until,
    Both State,
    Both Left
);
