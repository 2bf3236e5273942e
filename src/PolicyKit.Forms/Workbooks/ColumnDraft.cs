namespace PolicyKit.Forms.Workbooks;

/// <summary>A column: its width in characters, the look of its empty cells, and whether it is seen.</summary>
internal sealed record ColumnDraft(double Width, CellStyle Style = CellStyle.None, bool IsHidden = false);
