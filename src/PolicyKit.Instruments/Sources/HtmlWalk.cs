using System.Text;
using AngleSharp.Dom;

namespace PolicyKit.Instruments.Sources;

/// <summary>Goes over the tree of a page, without recursion, and writes its lines.</summary>
internal sealed class HtmlWalk
{
    private readonly StringBuilder _line = new();
    private readonly Dictionary<IElement, int> _counts = [];
    private readonly Dictionary<IElement, bool> _listTables = [];
    private bool _isHeading;
    private bool _isRow;
    private bool _isBullet;
    private bool _isTableTitle;
    private bool _isContents;
    private int _pre;

    public List<SourceLine> Lines { get; } = [];

    /// <summary>What the page holds and the lines do not.</summary>
    public LeftOut LeftOut { get; } = new();

    public void Over(INode root)
    {
        var open = new Stack<(INode Node, bool IsLeaving)>();
        open.Push((root, false));
        while (open.TryPop(out var step))
        {
            if (step.IsLeaving)
            {
                Leave((IElement)step.Node);
                continue;
            }

            if (step.Node is IText run)
            {
                Append(run.Data);
                continue;
            }

            if (step.Node is not IElement element || IsLeftOut(element))
                continue;
            Enter(element);
            open.Push((element, true));
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                open.Push((child, false));
        }

        Flush();
    }

    private void Enter(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                if (!_isRow)
                    Flush(keepBlank: true);
                break;
            case "td" or "th":
                _pre += IsPre(element) ? 1 : 0;
                if (IsInListTable(element))
                {
                    EnterEntry(element);
                    break;
                }

                if (IsSingleCell(element))
                    Flush();
                else if (_isRow)
                    _line.Append('\t');
                _isRow = !IsSingleCell(element);
                break;
            default:
                if (HtmlSource.Blocks.Contains(element.LocalName) && !_isRow)
                    Flush();
                _pre += IsPre(element) ? 1 : 0;
                if (element.LocalName == "li")
                    Number(element);
                _isBullet |= element is { LocalName: "li", ParentElement.LocalName: "ul" };
                _isTableTitle |= element.LocalName == "caption";
                _isContents |= HtmlStyle.IsContentsEntry(element);
                _isHeading |= element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
                break;
        }
    }

    private void Leave(IElement element)
    {
        if (element.LocalName == "tr")
        {
            Flush();
            _isRow = false;
        }
        else if (element.LocalName == "p" && !_isRow && (_pre > 0 || (_line.Length == 0 && !element.HasChildNodes)))
            Flush(keepBlank: true);
        else if (HtmlSource.Blocks.Contains(element.LocalName) && !_isRow)
            Flush();
        if (IsPre(element))
            _pre--;
    }

    // What is not text of the document in force: deletions, what the page hides, readings, pictures and fields.
    private bool IsLeftOut(IElement element)
    {
        switch (element.LocalName)
        {
            case "rt":
                LeftOut.HasRuby = true;
                return true;
            case "del" or "s" or "strike":
                LeftOut.Struck(TextOf(element));
                return true;
            case "img" or "svg" or "canvas":
                LeftOut.Picture(element.GetAttribute("alt") ?? "");
                return true;
            case "input" when element.GetAttribute("type") != "hidden":
                LeftOut.Field(element.GetAttribute("value") ?? "");
                return true;
            case "select" or "textarea":
                LeftOut.Field(TextOf(element));
                return true;
            default:
                break;
        }

        if (HtmlSource.Unseen.Contains(element.LocalName))
            return true;
        if (HtmlStyle.IsStruck(element))
            LeftOut.Struck(TextOf(element));
        else if (HtmlStyle.IsHidden(element))
            LeftOut.Hidden(TextOf(element));
        else
            return false;
        return true;
    }

    private static string TextOf(IElement element) => element.TextContent.Trim();

    // The browser counts the entries of <ol>; what it shows is part of what people read.
    private void Number(IElement item)
    {
        if (HtmlStyle.NumberOf(item, _counts) is not { } number)
            return;
        _line.Append(number).Append('\u3000');
        LeftOut.HasWrittenNumbers = true;
    }

    private static bool IsPre(IElement element) =>
        element.LocalName == "pre"
        || (
            element.GetAttribute("style") is { } style
            && style.Contains("white-space", StringComparison.OrdinalIgnoreCase)
            && style.Contains("pre", StringComparison.OrdinalIgnoreCase)
        );

    private bool IsInListTable(IElement cell)
    {
        var table = cell.Closest("table");
        if (table is null)
            return false;
        if (!_listTables.TryGetValue(table, out var isList))
            _listTables[table] = isList = HtmlStyle.IsListTable(table);
        return isList;
    }

    // The number, and its text on the same line.
    private void EnterEntry(IElement cell)
    {
        _isRow = false;
        if (cell.PreviousElementSibling is null)
            Flush();
        else
            _line.Append('\u3000');
    }

    // A table of one column is layout, not a table.
    private static bool IsSingleCell(IElement cell) =>
        cell.ParentElement is { } row && row.Children.Count(c => c.LocalName is "td" or "th") == 1;

    // White space of the markup is one space or none; the ideographic space is text.
    private void Append(string text)
    {
        foreach (var c in text)
            if (_pre > 0 && c == '\n')
                Flush(keepBlank: true);
            else if (_pre == 0 && c is ' ' or '\n' or '\r' or '\f' or '\t')
            {
                if (_line.Length > 0 && _line[^1] is not (' ' or '\t' or '\u3000'))
                    _line.Append(' ');
            }
            else if (!char.IsControl(c) || c == '\t')
                _line.Append(c);
    }

    private void Flush(bool keepBlank = false)
    {
        var text = _pre > 0 ? _line.ToString() : _line.ToString().TrimEnd(' ');
        if (_isRow ? text.Trim('\t', ' ').Length > 0 : text.Trim().Length > 0)
            Lines.Add(
                new SourceLine(
                    0,
                    text,
                    _isRow && text.Contains('\t', StringComparison.Ordinal),
                    _isHeading,
                    _isContents,
                    _isBullet,
                    _isTableTitle
                )
            );
        else if (keepBlank)
            Lines.Add(new SourceLine(0, _pre > 0 ? text : ""));
        _line.Clear();
        (_isHeading, _isBullet, _isTableTitle, _isContents) = (false, false, false, false);
    }
}
