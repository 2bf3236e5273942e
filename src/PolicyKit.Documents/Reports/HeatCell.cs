namespace PolicyKit.Documents.Reports;

/// <summary>How one provision stands for one system; nothing where no control stands on it.</summary>
internal sealed record HeatCell(string? State, Both? Title, string Anchor, string Mark);
