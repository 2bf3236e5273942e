using System.Net;
using System.Text;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Rendering;

/// <summary>The text as an HTML page: one paragraph for each line, tables as tables.</summary>
internal static class PolicyHtml
{
    public static string Render(SecurityPolicy policy, IReadOnlyList<RenderedLine> lines, bool isVertical)
    {
        var page = new StringBuilder();
        var mode = isVertical ? "writing-mode:vertical-rl;" : "";
        page.Append("<!doctype html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\">")
            .Append($"<title>{WebUtility.HtmlEncode(policy.Title)}</title>")
            .Append("<style>body{font-family:serif;line-height:1.8;max-width:48em;margin:2em auto;")
            .Append(mode)
            .Append(
                "}p{margin:0;min-height:1.8em}td{border:1px solid;padding:.2em .6em}table{border-collapse:collapse}"
            )
            .Append("</style></head>\n<body>\n");
        var isInTable = false;
        foreach (var line in lines)
        {
            if (line.IsRow != isInTable)
                page.Append(line.IsRow ? "<table>\n" : "</table>\n");
            isInTable = line.IsRow;
            page.Append(line.IsRow ? Row(line) : Paragraph(line));
        }

        return page.Append(isInTable ? "</table>\n" : "").Append("</body></html>\n").ToString();
    }

    private static string Row(RenderedLine line) =>
        "<tr>"
        + string.Concat(
            line.Text.Split('\t').Select(c => $"<td style=\"white-space:pre-wrap\">{WebUtility.HtmlEncode(c)}</td>")
        )
        + "</tr>\n";

    private static string Paragraph(RenderedLine line)
    {
        var name = line.Kind is { } kind ? $" class=\"{kind.ToString().ToLowerInvariant()}\"" : "";
        return $"<p{name} style=\"white-space:pre-wrap\">{Encoded(line.Text)}</p>\n";
    }

    // The encoder of the framework writes characters beyond ASCII as they are, which is what the page says it holds.
    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
