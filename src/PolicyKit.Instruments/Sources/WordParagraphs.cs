using System.Text;
using System.Xml;

namespace PolicyKit.Instruments.Sources;

/// <summary>The paragraphs and rows of a Word document, as lines. Numbers that Word makes are written out.</summary>
internal sealed class WordParagraphs(WordNumbering numbering)
{
    private readonly StringBuilder _line = new();
    private readonly List<SourceLine> _lines = [];
    private readonly Stack<List<string>> _rows = new();
    private int _tables;
    private int _deleted;
    private string? _list;
    private int _level;
    private bool _isHeading;

    public IReadOnlyList<SourceLine> Read(XmlReader xml)
    {
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element)
            {
                var isEmpty = xml.IsEmptyElement;
                Enter(xml);
                if (isEmpty)
                    Leave(xml.LocalName);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
                Leave(xml.LocalName);
        return _lines;
    }

    private void Enter(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "t" when _deleted == 0 && !xml.IsEmptyElement:
                xml.Read();
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                    _line.Append(string.Concat(xml.Value.Where(c => !char.IsControl(c))));
                break;
            case "tab" when xml.AttributeCount == 0:
                _line.Append('\t');
                break;
            case "br" or "cr":
                Flush(isBlankKept: true);
                break;
            case "noBreakHyphen":
                _line.Append('-');
                break;
            case "del" or "moveFrom":
                _deleted++;
                break;
            case "tbl":
                _tables++;
                break;
            case "tr":
                _rows.Push([]);
                break;
            case "pStyle":
                _isHeading = Value(xml).StartsWith("Heading", StringComparison.OrdinalIgnoreCase);
                break;
            case "ilvl":
                _level = int.TryParse(Value(xml), out var level) ? Math.Clamp(level, 0, 8) : 0;
                break;
            case "numId":
                _list = Value(xml);
                break;
            default:
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "tc" when _rows.TryPeek(out var row):
                row.Add(_line.ToString());
                _line.Clear();
                break;
            case "tr":
                EndRow();
                break;
            case "tbl":
                _tables--;
                break;
            case "del" or "moveFrom":
                _deleted = Math.Max(0, _deleted - 1);
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        if (_list is { } list && numbering.Next(list, _level) is { } number)
            _line.Insert(0, number + "　");
        if (_tables == 0)
            Flush(isBlankKept: true);
        (_list, _level, _isHeading) = (null, 0, false);
    }

    private void EndRow()
    {
        if (!_rows.TryPop(out var cells) || cells.Count == 0)
            return;
        // A table of one column is layout, not a table.
        var text = string.Join('\t', cells.Select(c => cells.Count == 1 ? c : c.Replace('\t', ' ')));
        _lines.Add(new SourceLine(_lines.Count + 1, text, cells.Count > 1));
    }

    private void Flush(bool isBlankKept)
    {
        if (_tables > 0)
        {
            _line.Append(' ');
            return;
        }

        if (_line.Length > 0 || isBlankKept)
            _lines.Add(new SourceLine(_lines.Count + 1, _line.ToString(), false, _isHeading));
        _line.Clear();
    }

    private static string Value(XmlReader xml) =>
        xml.GetAttribute("val", "http://schemas.openxmlformats.org/wordprocessingml/2006/main") ?? "";
}
