using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>
/// Reads an HTML page as lines: one for each block and each row of a table. Nothing is fetched and no script runs; the
/// tree is walked without recursion, however deep it is.
/// </summary>
internal static class HtmlSource
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    };

    // What no reader of the page sees, and readings above characters.
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "rt",
        "rp",
        "button",
        "select",
        "textarea",
        "iframe",
        "object",
    };

    /// <summary>Collection pages nest some twenty deep; the parser takes the square of the depth.</summary>
    private const int DeepestPage = 1_000;

    public static SourceResult Read(string text, List<LocalizedMessage> notes)
    {
        if (HtmlDepth.Of(text) > DeepestPage)
            return SourceResult.Failed("import.too-deep", DeepestPage);
        var document = new HtmlParser().ParseDocument(text);
        var walk = new Walk();
        if (document.Body is { } body)
            walk.Over(body);
        if (walk.HasRuby)
            notes.Add(InstrumentMessages.Catalog.Message("import.ruby"));
        var lines = walk.Lines.Select((l, i) => l with { Number = i + 1 }).ToList();
        return lines.Count == 0
            ? SourceResult.Failed("import.empty")
            : new SourceResult(new SourceText(SourceFormat.Html, lines, true, notes), null);
    }

    private sealed class Walk
    {
        private readonly StringBuilder _line = new();
        private bool _isHeading;
        private bool _isRow;
        private int _pre;

        public List<SourceLine> Lines { get; } = [];

        public bool HasRuby { get; private set; }

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

                if (step.Node is not IElement element || IsUnseen(element))
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
                    if (IsSingleCell(element))
                        Flush();
                    else if (_isRow)
                        _line.Append('\t');
                    _isRow = !IsSingleCell(element);
                    break;
                default:
                    if (Blocks.Contains(element.LocalName) && !_isRow)
                        Flush();
                    _pre += IsPre(element) ? 1 : 0;
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
            else if (Blocks.Contains(element.LocalName) && !_isRow)
                Flush();
            if (IsPre(element))
                _pre--;
        }

        private bool IsUnseen(IElement element)
        {
            HasRuby |= element.LocalName == "rt";
            return Unseen.Contains(element.LocalName) || element.HasAttribute("hidden");
        }

        private static bool IsPre(IElement element) =>
            element.LocalName == "pre"
            || (
                element.GetAttribute("style") is { } style
                && style.Contains("white-space", StringComparison.OrdinalIgnoreCase)
                && style.Contains("pre", StringComparison.OrdinalIgnoreCase)
            );

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
                Lines.Add(new SourceLine(0, text, _isRow && text.Contains('\t', StringComparison.Ordinal), _isHeading));
            else if (keepBlank)
                Lines.Add(new SourceLine(0, _pre > 0 ? text : ""));
            _line.Clear();
            _isHeading = false;
        }
    }
}
