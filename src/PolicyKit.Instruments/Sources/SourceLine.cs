namespace PolicyKit.Instruments.Sources;

/// <summary>
/// A line of a document that is to be imported: a line of a text, a paragraph of a page, a row of a table.
/// </summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says, with its white space; the cells of a row are parted by tabs.</param>
/// <param name="IsRow">Whether it is a row of a table.</param>
/// <param name="IsHeading">Whether the document marks it as a heading.</param>
/// <param name="IsContents">Whether the document marks it as an entry of its table of contents.</param>
/// <param name="IsBullet">Whether the document shows it as an entry of a list without numbers.</param>
/// <param name="IsTableTitle">Whether the document marks it as the title of the table below.</param>
internal sealed record SourceLine(
    int Number,
    string Text,
    bool IsRow = false,
    bool IsHeading = false,
    bool IsContents = false,
    bool IsBullet = false,
    bool IsTableTitle = false
)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
