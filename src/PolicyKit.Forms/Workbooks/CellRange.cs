namespace PolicyKit.Forms.Workbooks;

/// <summary>A rectangle of cells.</summary>
internal readonly record struct CellRange(int Row, int Column, int LastRow, int LastColumn)
{
    public string Name => CellNames.Range(Row, Column, LastRow, LastColumn);

    public static CellRange? Of(string? text)
    {
        var ends = (text ?? "").Split(':');
        if (!CellNames.TryParse(ends[0], out var row, out var column))
            return null;
        return CellNames.TryParse(ends[^1], out var lastRow, out var lastColumn)
            ? new CellRange(row, column, lastRow, lastColumn)
            : null;
    }
}
