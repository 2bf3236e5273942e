using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyKit.Forms.Papers;

/// <summary>
/// The styles of a paper. A document gives its styles any ids (in a Japanese Word the title is <c>a3</c>); what they are
/// for is said by their names, which are the same everywhere.
/// </summary>
internal sealed class PaperStyles
{
    /// <summary>The width of a line on A4 with margins of 20 mm, in twentieths of a point.</summary>
    public const int LineWidth = 9638;

    private const string TitleName = "Title";
    private const string HeadingName = "heading 1";
    private const string TableName = "Table Grid";

    private static readonly (string Name, Func<Style> Make)[] Needed =
    [
        (TitleName, () => Paragraph("PolicyKitTitle", TitleName, "32", JustificationValues.Center)),
        (HeadingName, () => Paragraph("PolicyKitHeading", HeadingName, "24", JustificationValues.Left)),
        (
            TableName,
            () => new Style(new StyleName { Val = TableName }) { Type = StyleValues.Table, StyleId = "PolicyKitTable" }
        ),
    ];

    private readonly Dictionary<string, string> _ids;

    public PaperStyles(DocumentFormat.OpenXml.Wordprocessing.Styles styles) =>
        _ids = styles
            .Elements<Style>()
            .Where(s => s.StyleName?.Val?.Value is not null && s.StyleId?.Value is not null)
            .GroupBy(s => s.StyleName!.Val!.Value!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().StyleId!.Value!, StringComparer.OrdinalIgnoreCase);

    public string Title => _ids[TitleName];

    public string Heading => _ids[HeadingName];

    public string Table => _ids[TableName];

    /// <summary>Styles for a document that brings none.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Styles Make()
    {
        var font = new RunFonts
        {
            Ascii = "MS Mincho",
            HighAnsi = "MS Mincho",
            EastAsia = "ＭＳ 明朝",
        };
        var styles = new DocumentFormat.OpenXml.Wordprocessing.Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        font,
                        new FontSize { Val = "21" },
                        new Languages { Val = "ja-JP", EastAsia = "ja-JP" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60", Line = "320" })
                )
            )
        );
        Complete(styles);
        return styles;
    }

    /// <summary>Adds the styles that a document does not have.</summary>
    public static void Complete(DocumentFormat.OpenXml.Wordprocessing.Styles styles)
    {
        var there = new PaperStyles(styles)._ids;
        foreach (var (name, make) in Needed)
            if (!there.ContainsKey(name))
                styles.Append(make());
    }

    /// <summary>An A4 page with its number at the foot.</summary>
    public static SectionProperties Page(MainDocumentPart main)
    {
        var footer = main.AddNewPart<FooterPart>("footer");
        footer.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField { Instruction = "PAGE" }
            )
        );
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Right = 1134,
                Bottom = 1134,
                Left = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
    }

    private static Style Paragraph(string id, string name, string size, JustificationValues side) =>
        new(
            new StyleName { Val = name },
            new StyleParagraphProperties(
                new KeepNext(),
                new SpacingBetweenLines { Before = "180", After = "120" },
                new Justification { Val = side }
            ),
            new StyleRunProperties(new Bold(), new FontSize { Val = size })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
}
