using PolicyKit.Messages;

namespace PolicyKit.Forms.Workbooks;

/// <summary>A workbook, or why a file could not be read as one.</summary>
internal sealed record WorkbookResult(ReadWorkbook? Workbook, LocalizedMessage? Problem);
