namespace PolicyKit.Documents.Reports;

/// <summary>A file that was evaluated, and its hash.</summary>
internal sealed record InputView(Both Kind, string Name, string Sha256);
