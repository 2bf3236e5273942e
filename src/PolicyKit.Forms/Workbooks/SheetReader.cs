using System.Globalization;
using System.Xml;

namespace PolicyKit.Forms.Workbooks;

/// <summary>Reads the cells of one sheet.</summary>
internal sealed class SheetReader(ReadSheet sheet, List<string> strings, HashSet<int> dates, Allowance allowance)
{
    private int _row;
    private int _column;

    public void Read(PackageParts parts, string part)
    {
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    StartRow(xml);
                    break;
                case "c":
                    Cell(xml);
                    break;
                case "mergeCell" when CellRange.Of(xml.GetAttribute("ref")) is { } range:
                    allowance.TakeCell();
                    sheet.Merged.Add(range);
                    break;
            }
        }
    }

    // Rows and cells may leave out where they stand: then they follow the one before.
    private void StartRow(XmlReader xml)
    {
        _row =
            int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is > 0 and <= CellNames.LastRow
                ? row
                : _row + 1;
        _column = 0;
        if (xml.GetAttribute("hidden") is "1" or "true")
            sheet.HiddenRows.Add(_row);
    }

    private void Cell(XmlReader xml)
    {
        _column++;
        if (CellNames.TryParse(xml.GetAttribute("r"), out var row, out var column))
            (_row, _column) = (row, column);
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return;
        var (value, hasFormula) = Content(xml);
        if (value.Length == 0 && !hasFormula)
            return;
        allowance.TakeCell();
        sheet.Add(
            new ReadCell(_row, _column, KindOf(type), type == "s" ? Shared(value) : value)
            {
                IsDate = IsDate(type, style),
                HasFormula = hasFormula,
            }
        );
    }

    private bool IsDate(string? type, string? style) =>
        type == "d"
        || (
            int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && dates.Contains(index)
        );

    private static (string Value, bool HasFormula) Content(XmlReader xml)
    {
        var (value, hasFormula, depth, element) = ("", false, xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element = xml.LocalName;
                hasFormula |= element == "f";
                if (element == "is")
                    value = WorkbookReader.RichText(xml);
            }
            else if (element == "v" && WorkbookReader.IsCharacters(xml.NodeType))
                value += CellText.Decode(xml.Value);
            else if (xml.NodeType == XmlNodeType.EndElement)
                element = "";
        }

        return (value, hasFormula);
    }

    private static ReadCellKind KindOf(string? type) =>
        type switch
        {
            "s" or "str" or "inlineStr" or "d" => ReadCellKind.Text,
            "b" => ReadCellKind.Flag,
            "e" => ReadCellKind.Error,
            _ => ReadCellKind.Number,
        };

    private string Shared(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw new InvalidDataException(value);
}
