namespace PolicyKit.Documents.Reports;

/// <summary>A provision, system by system.</summary>
internal sealed record HeatRow(string Citation, string Heading, int Depth, IReadOnlyList<HeatCell> Cells);
