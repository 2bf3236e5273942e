namespace PolicyKit.Forms.Papers;

/// <summary>What a line of a paper is.</summary>
internal enum PaperBlockKind
{
    /// <summary>A line of text.</summary>
    Paragraph,

    /// <summary><c># </c>: the title of the document.</summary>
    Title,

    /// <summary><c>## </c>: a heading.</summary>
    Heading,

    /// <summary><c>&gt; </c>: a line on the right: the date, the sender.</summary>
    Right,

    /// <summary><c>| a | b |</c>: a row of a table; the first row is its head.</summary>
    Row,

    /// <summary><c>---</c>: a new page.</summary>
    NewPage,
}
