namespace PolicyKit.Forms.Workbooks;

/// <summary>A sheet that was read: its cells with content, row by row.</summary>
internal sealed class ReadSheet(string name, bool isHidden)
{
    public string Name { get; } = name;
    public bool IsHidden { get; } = isHidden;
    public SortedDictionary<int, SortedDictionary<int, ReadCell>> Rows { get; } = [];
    public SortedSet<int> HiddenRows { get; } = [];
    public List<CellRange> Merged { get; } = [];

    public ReadCell? At(int row, int column) =>
        Rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var cell) ? cell : null;

    public void Add(ReadCell cell)
    {
        if (!Rows.TryGetValue(cell.Row, out var cells))
            Rows.Add(cell.Row, cells = []);
        cells[cell.Column] = cell;
    }
}
