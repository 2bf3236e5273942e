using System.IO.Compression;
using System.Text;
using System.Xml;
using PolicyKit.Forms.Words;

namespace PolicyKit.Forms.Workbooks;

/// <summary>
/// Reads a workbook that came from outside. Of the package only the cells are read, piece by piece and within bounds:
/// no formula is evaluated, no macro run, no link followed.
/// </summary>
internal static class WorkbookReader
{
    private static ReadOnlySpan<byte> OldFormat => [0xD0, 0xCF, 0x11, 0xE0];

    public static WorkbookResult Read(byte[] file)
    {
        if (file.AsSpan().StartsWith(OldFormat))
            return Failed("forms.old-format");
        if (!file.AsSpan().StartsWith("PK"u8))
            return Failed("forms.not-xlsx");
        try
        {
            using var package = new ZipArchive(new MemoryStream(file));
            return Read(package);
        }
        catch (WorkbookTooLargeException)
        {
            return Failed("forms.too-large", Allowance.MostBytes / 1_000_000, Allowance.MostCells);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return Failed("forms.damaged");
        }
    }

    private static WorkbookResult Read(ZipArchive package)
    {
        if (package.GetEntry("mimetype") is not null)
            return Failed("forms.open-document");
        if (package.Entries.Any(e => e.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            return Failed("forms.binary");
        var parts = new PackageParts(package, new Allowance());
        if (parts.Start() is not { } book || !parts.Has(book))
            return Failed("forms.not-a-workbook");
        var related = parts.Related(book);
        var (entries, from1904) = Book(parts, book);
        var strings = related.FirstOfType("sharedStrings") is { } shared ? SharedStrings(parts, shared) : [];
        var dates = related.FirstOfType("styles") is { } styles ? DateStyles.Read(parts, styles) : [];
        var sheets = new List<ReadSheet>();
        foreach (var (name, id, isHidden) in entries)
            if (related.Find(id) is { } target && parts.Has(target))
            {
                var sheet = new ReadSheet(name, isHidden);
                new SheetReader(sheet, strings, dates, parts.Allowance).Read(parts, target);
                sheets.Add(sheet);
            }

        var hasMacros = package.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        return new WorkbookResult(new ReadWorkbook(sheets.ToValueList(), from1904, hasMacros), null);
    }

    private static (List<(string Name, string Id, bool IsHidden)> Sheets, bool From1904) Book(
        PackageParts parts,
        string part
    )
    {
        var (sheets, from1904) = (new List<(string, string, bool)>(), false);
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet" && RelationOf(xml) is { } id)
                sheets.Add(
                    (
                        CellText.Decode(xml.GetAttribute("name") ?? ""),
                        id,
                        xml.GetAttribute("state") is "hidden" or "veryHidden"
                    )
                );
        }

        return (sheets, from1904);
    }

    // The namespace of relations differs between the transitional and the strict format; the name does not.
    private static string? RelationOf(XmlReader xml)
    {
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }

        xml.MoveToElement();
        return null;
    }

    private static List<string> SharedStrings(PackageParts parts, string part)
    {
        var strings = new List<string>();
        using var xml = parts.Open(part);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                strings.Add(RichText(xml));
        return strings;
    }

    /// <summary>
    /// The text of the runs of an element, without the readings (ふりがな) that spreadsheets keep beside them.
    /// </summary>
    internal static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (new StringBuilder(), xml.Depth);
        var (isText, isRead) = (false, true);
        while (xml.Read() && xml.Depth > depth)
        {
            if (isText && isRead && IsCharacters(xml.NodeType))
                text.Append(xml.Value);
            if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
                continue;
            var opens = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.LocalName == "rPh")
                isRead = !opens;
            else if (xml.LocalName == "t")
                isText = opens;
        }

        return CellText.Decode(text.ToString());
    }

    internal static bool IsCharacters(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    private static WorkbookResult Failed(string key, params object[] arguments) =>
        new(null, FormsMessages.Say(key, arguments));
}
