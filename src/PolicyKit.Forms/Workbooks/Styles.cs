using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyKit.Forms.Workbooks;

/// <summary>The stylesheet: one format for each <see cref="CellStyle"/>, in its order.</summary>
internal static class Styles
{
    // The Japanese font of Excel since 2016; LibreOffice puts its own in its place.
    private const string FontName = "游ゴシック";
    private const uint JapaneseDate = 164;
    private const uint IsoDate = 165;
    private const uint AsText = 49;
    private const uint Whole = 1;

    public static Stylesheet Make(bool isJapanese) =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = JapaneseDate, FormatCode = "[$-411]ggge\"年\"m\"月\"d\"日\"" },
                new NumberingFormat { NumberFormatId = IsoDate, FormatCode = "yyyy\\-mm\\-dd" }
            ),
            new Fonts(
                Font(10),
                Font(16, isBold: true),
                Font(10, isBold: true),
                Font(10, true, "FFFFFFFF"),
                Font(9, false, "FF595959")
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FF1F4E79"),
                Solid("FFC55A11"),
                Solid("FFDDEBF7"),
                Solid("FFF2F2F2")
            ),
            new Borders(new Border(), Thin("FF808080")),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Enum.GetValues<CellStyle>().Select(s => Format(s, isJapanese ? JapaneseDate : IsoDate)))
        );

    private static CellFormat Format(CellStyle style, uint date) =>
        style switch
        {
            CellStyle.Title => Cell(font: 1, across: HorizontalAlignmentValues.Left),
            CellStyle.Subject => Cell(),
            CellStyle.Label => Cell(font: 2, fill: 4, border: 1, wraps: true),
            CellStyle.Header => Cell(
                font: 3,
                fill: 2,
                border: 1,
                wraps: true,
                across: HorizontalAlignmentValues.Center
            ),
            CellStyle.RequiredHeader => Cell(3, 3, 1, wraps: true, across: HorizontalAlignmentValues.Center),
            CellStyle.Heading => Cell(font: 2, fill: 4, border: 1, wraps: true),
            // Text is text whatever it begins with, also after somebody typed in the cell.
            CellStyle.Text => Cell(border: 1, number: AsText, wraps: true, isOpen: true, isQuoted: true, isTop: true),
            CellStyle.Date => Cell(
                border: 1,
                number: date,
                isOpen: true,
                isTop: true,
                across: HorizontalAlignmentValues.Left
            ),
            CellStyle.Number => Cell(border: 1, number: Whole, isOpen: true, isTop: true),
            CellStyle.Fixed => Cell(fill: 5, border: 1, number: AsText, wraps: true, isQuoted: true, isTop: true),
            CellStyle.Box => Cell(border: 1, isOpen: true, across: HorizontalAlignmentValues.Center),
            CellStyle.Note => Cell(font: 4, wraps: true, isTop: true),
            CellStyle.Free => Cell(number: AsText, isOpen: true),
            CellStyle.Machine => Cell(font: 4, number: AsText),
            CellStyle.Plain => Cell(border: 1, number: AsText, wraps: true, isQuoted: true, isTop: true),
            // Below the rows that are drawn: the same, without lines.
            CellStyle.FreeDate => Cell(number: date, isOpen: true, isTop: true, across: HorizontalAlignmentValues.Left),
            CellStyle.FreeNumber => Cell(number: Whole, isOpen: true, isTop: true),
            CellStyle.SealLabel => Cell(font: 2, across: HorizontalAlignmentValues.Right),
            _ => Cell(),
        };

    private static CellFormat Cell(
        uint font = 0,
        uint fill = 0,
        uint border = 0,
        uint number = 0,
        bool wraps = false,
        bool isOpen = false,
        bool isQuoted = false,
        bool isTop = false,
        HorizontalAlignmentValues? across = null
    ) =>
        new(
            new Alignment
            {
                Vertical = isTop ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
                WrapText = wraps,
                Horizontal = across ?? HorizontalAlignmentValues.General,
            },
            new Protection { Locked = !isOpen }
        )
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = number,
            FormatId = 0,
            QuotePrefix = isQuoted,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };

    private static Font Font(double size, bool isBold = false, string? colour = null)
    {
        var font = new Font();
        if (isBold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(
            new FontName { Val = FontName },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = 128 }
        );
        return font;
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin(string colour) =>
        new(
            new LeftBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new RightBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new BottomBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );
}
