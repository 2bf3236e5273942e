namespace PolicyKit.Documents.Reports;

/// <summary>How many controls are in one standing.</summary>
internal sealed record CountView(string Word, Both Title, int Count);
