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
    internal static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
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
    internal static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
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
        var walk = new HtmlWalk();
        if (document.Body is { } body)
            walk.Over(body);
        notes.AddRange(walk.LeftOut.Notes());
        var lines = walk.Lines.Select((l, i) => l with { Number = i + 1 }).ToList();
        return lines.Count == 0
            ? SourceResult.Failed("import.empty")
            : new SourceResult(new SourceText(SourceFormat.Html, lines, true, notes), null);
    }
}
