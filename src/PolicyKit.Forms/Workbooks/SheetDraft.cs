namespace PolicyKit.Forms.Workbooks;

/// <summary>A sheet to be written. Rows and columns count from 1.</summary>
internal sealed class SheetDraft(string name)
{
    public string Name { get; } = name;
    public SortedDictionary<int, SortedDictionary<int, CellDraft>> Rows { get; } = [];
    public SortedDictionary<int, ColumnDraft> Columns { get; } = [];
    public SortedDictionary<int, double> Heights { get; } = [];
    public HashSet<int> HiddenRows { get; } = [];
    public List<string> Merged { get; } = [];
    public List<CellRule> Rules { get; } = [];

    /// <summary>The row of headers: it stays in sight and is printed on each page.</summary>
    public int HeaderRow { get; set; }

    /// <summary>The range with buttons to filter by; null for none.</summary>
    public string? Filter { get; set; }
    public bool IsProtected { get; set; }
    public bool IsHidden { get; set; }

    /// <summary>The cells in which digits are text on purpose.</summary>
    public string? DigitsAreText { get; set; }

    public void Put(int row, int column, CellDraft cell)
    {
        if (!Rows.TryGetValue(row, out var cells))
            Rows.Add(row, cells = []);
        cells[column] = cell;
    }

    public void Put(int row, int column, string text, CellStyle style) => Put(row, column, new CellDraft(style, text));
}
