namespace PolicyKit.Forms.Workbooks;

/// <summary>A workbook that was read.</summary>
/// <param name="Sheets">Its sheets of cells, in their order.</param>
/// <param name="CountsFrom1904">Whether its days count from 1904-01-01 and not from 1900.</param>
/// <param name="HasMacros">Whether it brings macros. They are never run.</param>
internal sealed record ReadWorkbook(ValueList<ReadSheet> Sheets, bool CountsFrom1904, bool HasMacros);
