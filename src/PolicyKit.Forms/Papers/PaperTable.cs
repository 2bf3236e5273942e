using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyKit.Forms.Papers;

/// <summary>A table of a paper. Its first row is its head and is repeated on each page.</summary>
internal static class PaperTable
{
    // What a column gets grows with its longest text, between these.
    private const int Narrowest = 4;
    private const int Widest = 24;

    // Fiftieths of a percent: all of the line.
    private const int Whole = 5000;

    public static Table Make(IReadOnlyList<PaperBlock> rows, PaperStyles names)
    {
        var columns = rows.Max(r => r.Texts.Count);
        var weights = Enumerable
            .Range(0, columns)
            .Select(c => Math.Clamp(rows.Max(r => c < r.Texts.Count ? r.Texts[c].Length : 0), Narrowest, Widest))
            .ToList();
        var widths = weights.ConvertAll(w => Whole * w / weights.Sum());
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = names.Table },
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = Whole.ToString("D") },
                new TableBorders(
                    Line(new TopBorder()),
                    Line(new LeftBorder()),
                    Line(new BottomBorder()),
                    Line(new RightBorder()),
                    Line(new InsideHorizontalBorder()),
                    Line(new InsideVerticalBorder())
                ),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(
                widths.Select(w => new GridColumn { Width = (PaperStyles.LineWidth * w / Whole).ToString("D") })
            )
        );
        for (var i = 0; i < rows.Count; i++)
            table.Append(Row(rows[i], widths, isHead: i == 0));
        return table;
    }

    private static TableRow Row(PaperBlock row, List<int> widths, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new TableRow(
            new OpenXmlElement[] { properties }.Concat(
                widths.Select((w, c) => Cell(c < row.Texts.Count ? row.Texts[c] : "", w, isHead))
            )
        );
    }

    private static TableCell Cell(string text, int width, bool isHead)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Type = TableWidthUnitValues.Pct, Width = width.ToString("D") }
        );
        if (isHead)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "E7EDF3" });
        var run = PaperWord.Text(text);
        run.PrependChild(isHead ? new RunProperties(new Bold(), Size) : new RunProperties(Size));
        return new TableCell(properties, new Paragraph(run));
    }

    private static FontSize Size => new() { Val = "18" };

    private static T Line<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size) = (BorderValues.Single, 4);
        return border;
    }
}
