using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyKit.Forms.Workbooks;

namespace PolicyKit.Forms.Papers;

/// <summary>Writes a paper as a Word document: same text and same looks, same bytes.</summary>
internal static class PaperWord
{
    private const char Space = '　';

    // 10.5 points, in twentieths of a point.
    private const int CharacterWidth = 210;

    /// <summary>The document.</summary>
    /// <param name="blocks">Its lines.</param>
    /// <param name="looks">
    /// A document of the body whose styles, page, header and footer it takes; null for plain ones. What stands in its
    /// text is not taken.
    /// </param>
    /// <exception cref="FormatException"><paramref name="looks"/> is not a Word document.</exception>
    public static byte[] Write(IReadOnlyList<PaperBlock> blocks, byte[]? looks = null)
    {
        using var stream = new MemoryStream();
        if (looks is null)
            using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            {
                var main = file.AddMainDocumentPart();
                // Names that the library would draw by chance.
                file.ChangeIdOfPart(main, "document");
                main.Document = new Document(new Body(PaperStyles.Page(main)));
                main.AddNewPart<StyleDefinitionsPart>("styles").Styles = PaperStyles.Make();
                Fill(main, blocks);
            }
        else
        {
            stream.Write(looks);
            Restyle(stream, blocks);
        }

        return WorkbookWriter.Settled(stream.ToArray());
    }

    private static void Restyle(MemoryStream stream, IReadOnlyList<PaperBlock> blocks)
    {
        try
        {
            using var file = WordprocessingDocument.Open(stream, isEditable: true);
            if (file.DocumentType != WordprocessingDocumentType.Document || file.MainDocumentPart is not { } main)
                throw new FormatException(file.DocumentType.ToString());
            var page = main.Document.Body?.Elements<SectionProperties>().LastOrDefault();
            main.Document.Body = new Body(page?.CloneNode(true) ?? PaperStyles.Page(main));
            var styles = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles ??= new DocumentFormat.OpenXml.Wordprocessing.Styles();
            PaperStyles.Complete(styles.Styles);
            Fill(main, blocks);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static void Fill(MainDocumentPart main, IReadOnlyList<PaperBlock> blocks)
    {
        var names = new PaperStyles(main.StyleDefinitionsPart!.Styles!);
        var body = main.Document.Body!;
        var last = body.Elements<SectionProperties>().Last();
        for (var i = 0; i < blocks.Count; )
        {
            var rows = blocks.Skip(i).TakeWhile(b => b.Kind == PaperBlockKind.Row).ToList();
            if (rows.Count > 0)
            {
                body.InsertBefore(PaperTable.Make(rows, names), last);
                // Two tables that touch are one; and a table is not the end of a document.
                body.InsertBefore(new Paragraph(), last);
                i += rows.Count;
            }
            else
                body.InsertBefore(Of(blocks[i++], names), last);
        }
    }

    private static Paragraph Of(PaperBlock block, PaperStyles names)
    {
        if (block.Kind == PaperBlockKind.NewPage)
            return new Paragraph(new Run(new Break { Type = BreakValues.Page }));
        var properties = block.Kind switch
        {
            PaperBlockKind.Title => new ParagraphProperties(new ParagraphStyleId { Val = names.Title }),
            PaperBlockKind.Heading => new ParagraphProperties(new ParagraphStyleId { Val = names.Heading }),
            PaperBlockKind.Right => new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
            _ => Indented(block.Texts[0]),
        };
        var text = block.Kind == PaperBlockKind.Paragraph ? block.Texts[0].TrimStart(Space) : block.Texts[0];
        return new Paragraph(properties, Text(text));
    }

    // An item stands in by its spaces, and its further lines under its text and not under its number.
    private static ParagraphProperties Indented(string text)
    {
        var spaces = text.Length - text.TrimStart(Space).Length;
        return spaces == 0
            ? new ParagraphProperties()
            : new ParagraphProperties(
                new Indentation
                {
                    Left = ((spaces + 2) * CharacterWidth).ToString(CultureInfo.InvariantCulture),
                    Hanging = (2 * CharacterWidth).ToString(CultureInfo.InvariantCulture),
                }
            );
    }

    /// <summary>Text as it stands, its outer spaces too.</summary>
    public static Run Text(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
