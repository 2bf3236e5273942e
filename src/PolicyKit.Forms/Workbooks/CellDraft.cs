namespace PolicyKit.Forms.Workbooks;

/// <summary>A cell to be written: a text, a number, or nothing but its look.</summary>
internal sealed record CellDraft(CellStyle Style, string? Text = null, decimal? Number = null);
