namespace PolicyKit.Documents.Reports;

/// <summary>A part of a bar: how many controls are in one state.</summary>
internal sealed record PartView(string State, Both Title, int Count, string Start, string Width);
