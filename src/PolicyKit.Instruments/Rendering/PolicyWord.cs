using System.IO.Compression;
using System.Security;
using System.Text;

namespace PolicyKit.Instruments.Rendering;

/// <summary>The text as a Word document: one paragraph for each line, tables as tables.</summary>
internal static class PolicyWord
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Render(IReadOnlyList<RenderedLine> lines, bool isVertical) => Package(Body(lines, isVertical));

    /// <summary>A document of what stands in its body.</summary>
    public static byte[] Package(string body)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\""
                    + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument."
                    + "wordprocessingml.document.main+xml\"/></Types>"
            );
            Add(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                    + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Add(zip, "word/document.xml", $"<w:document xmlns:w=\"{Main}\"><w:body>{body}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static string Body(IReadOnlyList<RenderedLine> lines, bool isVertical)
    {
        var body = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var begins = lines[i].IsRow && (i == 0 || !lines[i - 1].IsRow);
            var ends = lines[i].IsRow && (i + 1 == lines.Count || !lines[i + 1].IsRow);
            if (begins)
                body.Append("<w:tbl><w:tblPr><w:tblBorders>")
                    .Append(string.Concat(Borders.Select(b => $"<w:{b} w:val=\"single\" w:sz=\"4\"/>")))
                    .Append("</w:tblBorders></w:tblPr>");
            body.Append(lines[i].IsRow ? Row(lines[i].Text) : Paragraph(lines[i].Text));
            if (ends)
                body.Append("</w:tbl>");
        }

        var direction = isVertical ? "<w:textDirection w:val=\"tbRl\"/>" : "";
        return $"{body}<w:sectPr>{direction}</w:sectPr>";
    }

    private static readonly string[] Borders = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static string Row(string text) =>
        "<w:tr>" + string.Concat(text.Split('\t').Select(c => $"<w:tc>{Paragraph(c)}</w:tc>")) + "</w:tr>";

    private static string Paragraph(string text) =>
        "<w:p>"
        + string.Join(
            "<w:r><w:tab/></w:r>",
            text.Split('\t')
                .Select(t =>
                    t.Length == 0 ? "" : $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(t)}</w:t></w:r>"
                )
        )
        + "</w:p>";

    // The same text gives the same bytes.
    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text));
    }
}
