using System.Text;
using System.Xml;

namespace PolicyKit.Instruments.Sources;

/// <summary>The paragraphs and rows of a Word document, as lines. Numbers that Word makes are written out.</summary>
internal sealed class WordParagraphs(WordNumbering numbering, WordStyles styles)
{
    private readonly StringBuilder _line = new();
    private readonly List<SourceLine> _lines = [];
    private readonly Stack<List<string>> _rows = new();
    private int _tables;
    private readonly StringBuilder _deleted = new();
    private int _deletions;
    private int _fallbacks;
    private int _readings;
    private bool _isStruck;
    private bool _isHidden;
    private bool _isInRun;
    private string? _list;
    private int _level;
    private bool _isHeading;
    private bool _isContents;
    private bool _isInProperties;
    private bool _isMarkDeleted;

    /// <summary>What the document holds and the lines do not.</summary>
    public LeftOut LeftOut { get; } = new();

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
            case "t" or "delText" when !xml.IsEmptyElement:
                xml.Read();
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                    Run(string.Concat(xml.Value.Where(c => !char.IsControl(c))));
                break;
            case "r":
                (_isInRun, _isStruck, _isHidden) = (true, false, false);
                break;
            case "strike" or "dstrike" when _isInRun:
                _isStruck = IsOn(xml);
                break;
            case "vanish" when _isInRun:
                _isHidden = IsOn(xml);
                break;
            case "sym" when _fallbacks == 0:
                LeftOut.Picture(Attribute(xml, "font") + " " + Attribute(xml, "char"));
                break;
            case "drawing" or "pict" or "object" when _fallbacks == 0:
                LeftOut.Picture("");
                break;
            case "docPr" when _fallbacks == 0 && xml.GetAttribute("descr") is { Length: > 0 } description:
                LeftOut.Picture(description);
                break;
            case "Fallback":
                _fallbacks++;
                break;
            case "rt":
                _readings++;
                LeftOut.HasRuby = true;
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
            // In the properties of a paragraph it is the paragraph's own end that was deleted.
            case "del" or "moveFrom" when _isInProperties:
                _isMarkDeleted = true;
                break;
            case "del" or "moveFrom":
                _deletions++;
                break;
            case "pPr":
                _isInProperties = true;
                break;
            case "tbl":
                _tables++;
                break;
            case "tr":
                _rows.Push([]);
                break;
            case "pStyle":
                Style(styles.Find(Value(xml)));
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
            case "pPr":
                _isInProperties = false;
                break;
            case "del" or "moveFrom" when !_isInProperties:
                _deletions = Math.Max(0, _deletions - 1);
                EndDeletion();
                break;
            case "r":
                _isInRun = false;
                break;
            case "Fallback":
                _fallbacks = Math.Max(0, _fallbacks - 1);
                break;
            case "rt":
                _readings = Math.Max(0, _readings - 1);
                break;
            default:
                break;
        }
    }

    // The fallback of a drawing repeats its text for old readers.
    private void Run(string text)
    {
        if (_fallbacks > 0 || _readings > 0)
            return;
        if (_deletions > 0)
            _deleted.Append(text);
        else if (_isStruck)
            LeftOut.Struck(text);
        else if (_isHidden)
            LeftOut.Hidden(text);
        else
            _line.Append(text);
    }

    private void EndDeletion()
    {
        if (_deletions > 0)
            return;
        LeftOut.Struck(_deleted.ToString());
        _deleted.Clear();
    }

    // A style may number its paragraphs; a paragraph's own number comes after it and counts.
    private void Style(WordStyle? style)
    {
        _isHeading = style?.IsHeading == true;
        _isContents = style?.IsContents == true;
        if (style?.List is not { } list)
            return;
        (_list, _level) = (list, style.Level);
    }

    private void EndParagraph()
    {
        if (_fallbacks > 0)
            return;
        // A paragraph that was deleted with its end is none, and its list does not count it.
        if (_isMarkDeleted && _line.Length == 0 && _tables == 0)
        {
            (_list, _level, _isHeading, _isContents, _isMarkDeleted) = (null, 0, false, false, false);
            return;
        }

        if (_list is { } list && numbering.Next(list, _level) is { } number)
            _line.Insert(0, number + "　");
        if (_tables == 0)
            Flush(isBlankKept: true);
        (_list, _level, _isHeading, _isContents, _isMarkDeleted) = (null, 0, false, false, false);
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
            _lines.Add(new SourceLine(_lines.Count + 1, _line.ToString(), false, _isHeading, _isContents));
        _line.Clear();
    }

    private static bool IsOn(XmlReader xml) => Value(xml) is not ("0" or "false" or "off");

    private static string Value(XmlReader xml) => Attribute(xml, "val");

    private static string Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main") ?? "";
}
