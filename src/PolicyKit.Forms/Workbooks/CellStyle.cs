namespace PolicyKit.Forms.Workbooks;

/// <summary>How a cell looks and whether it may be written in; the order is that of the stylesheet.</summary>
internal enum CellStyle
{
    None,
    Title,
    Subject,
    Label,
    Header,
    RequiredHeader,
    Heading,
    Text,
    Date,
    Number,
    Fixed,
    Box,
    Note,
    Free,
    Machine,
    Plain,
    FreeDate,
    FreeNumber,
    SealLabel,
}
