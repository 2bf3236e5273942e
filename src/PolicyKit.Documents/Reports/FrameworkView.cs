namespace PolicyKit.Documents.Reports;

/// <summary>Another framework, item by item.</summary>
internal sealed record FrameworkView(
    Both Title,
    string? InForceOn,
    Both? Left,
    Both Binding,
    IReadOnlyList<FrameworkItemView> Items
);
