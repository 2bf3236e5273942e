namespace PolicyKit.Forms.Workbooks;

/// <summary>A workbook is larger than any form; it is caught where the file is read.</summary>
internal sealed class WorkbookTooLargeException : Exception;
