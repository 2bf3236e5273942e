namespace PolicyKit.Forms.Workbooks;

/// <summary>A cell that was read.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text; of a number, how the file writes it; of an error, its word.</param>
internal sealed record ReadCell(int Row, int Column, ReadCellKind Kind, string Text)
{
    /// <summary>Whether it is shown as a date.</summary>
    public bool IsDate { get; init; }

    /// <summary>Whether a formula stands in it. It is never evaluated.</summary>
    public bool HasFormula { get; init; }

    /// <summary>The name.</summary>
    public string Name => CellNames.Of(Row, Column);
}
