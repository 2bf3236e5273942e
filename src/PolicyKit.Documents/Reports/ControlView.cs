namespace PolicyKit.Documents.Reports;

/// <summary>A control with all that stands behind its state.</summary>
internal sealed record ControlView(
    string Anchor,
    string Number,
    Both Title,
    string State,
    string Standing,
    Both StateTitle,
    Both? AsFound,
    string Basis,
    string Requirement,
    string Criterion,
    Both? Why,
    string? NotCheckable,
    IReadOnlyList<CheckView> Checks,
    IReadOnlyList<string> Sources
);
