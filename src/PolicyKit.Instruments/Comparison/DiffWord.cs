using System.Security;
using System.Text;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Messages;

namespace PolicyKit.Instruments.Comparison;

/// <summary>新旧対照表 as a Word document, A4 landscape: what changed is underlined.</summary>
internal static class DiffWord
{
    private static readonly string[] Borders = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static byte[] Render(DiffDocument diff, DiffOptions options, MessageLanguage language)
    {
        var body = new StringBuilder();
        body.Append(Paragraph([new(DiffWords.Say("diff.title", language, diff.Title), false)]));
        if (diff.IsEmpty)
            body.Append(Paragraph([new(DiffWords.Say(diff.Same, language), false)]));
        if (diff.Policy is { IsEmpty: false } policy)
            body.Append(Table(policy, options, language)).Append("<w:p/>");
        if (diff.Standard.Count > 0)
            body.Append(Standard(diff.Standard, language)).Append("<w:p/>");
        body.Append("<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>");
        body.Append(
            "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        );
        return PolicyWord.Package(body.Append("</w:sectPr>").ToString());
    }

    private static string Table(PolicyDiff diff, DiffOptions options, MessageLanguage language)
    {
        int[] widths = options.IsList ? [1800, 5700, 5700, 1370] : [6600, 6600, 1370];
        var heads = new List<string>();
        if (options.IsList)
            heads.Add("diff.provision");
        heads.AddRange(options.IsNewFirst ? ["diff.new", "diff.old"] : ["diff.old", "diff.new"]);
        heads.Add("diff.remarks");
        return Grid(
            widths,
            heads.Select(h => DiffWords.Say(h, language)),
            DiffTable.Rows(diff, options).Select(r => Cells(r, options, language))
        );
    }

    private static string Standard(IReadOnlyList<StandardChange> changes, MessageLanguage language) =>
        Paragraph([new(DiffWords.Say("diff.standard-title", language), false)])
        + Grid(
            [3200, 1700, 1270, 4200, 4200],
            DiffWords.StandardHeads(language),
            changes.Select(c => DiffWords.Cells(c, language).Select(Plain).ToList())
        );

    private static IReadOnlyList<TextPiece> Plain(string text) => [new(text, false)];

    private static string Grid(
        int[] widths,
        IEnumerable<string> heads,
        IEnumerable<List<IReadOnlyList<TextPiece>>> rows
    )
    {
        var table = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"14570\" w:type=\"dxa\"/><w:tblBorders>");
        table.Append(string.Concat(Borders.Select(b => $"<w:{b} w:val=\"single\" w:sz=\"4\"/>")));
        table.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        table.Append(string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{w}\"/>"))).Append("</w:tblGrid>");
        table.Append("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
        table.Append(string.Concat(heads.Select((h, i) => Cell(Plain(h), widths[i])))).Append("</w:tr>");
        foreach (var row in rows)
            table.Append("<w:tr>").Append(string.Concat(row.Select((c, i) => Cell(c, widths[i])))).Append("</w:tr>");
        return table.Append("</w:tbl>").ToString();
    }

    private static List<IReadOnlyList<TextPiece>> Cells(DiffRow? row, DiffOptions options, MessageLanguage language)
    {
        var cells = new List<IReadOnlyList<TextPiece>>();
        if (options.IsList)
            cells.Add([new(row?.NewCitation ?? row?.OldCitation ?? "", false)]);
        IReadOnlyList<TextPiece> omitted = [new(DiffWords.Say("diff.omitted", language), false)];
        var (left, right) = row is null ? (omitted, omitted) : (row.NewText, row.OldText);
        cells.AddRange(options.IsNewFirst ? [left, right] : [right, left]);
        cells.Add([new(row is null ? "" : DiffWords.Remarks(row, language), false)]);
        return cells;
    }

    private static string Cell(IReadOnlyList<TextPiece> pieces, int width) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{Paragraph(pieces)}</w:tc>";

    private static string Paragraph(IReadOnlyList<TextPiece> pieces) =>
        "<w:p>" + string.Concat(pieces.Select(Run)) + "</w:p>";

    private static string Run(TextPiece piece)
    {
        var mark = piece.IsChanged ? "<w:rPr><w:u w:val=\"single\"/></w:rPr>" : "";
        var lines = piece
            .Text.Split('\n')
            .Select(l => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(l)}</w:t>");
        return $"<w:r>{mark}{string.Join("<w:br/>", lines)}</w:r>".Replace(
            "\t",
            "</w:t><w:tab/><w:t xml:space=\"preserve\">",
            StringComparison.Ordinal
        );
    }
}
