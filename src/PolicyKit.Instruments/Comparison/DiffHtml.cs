using System.Net;
using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Instruments.Comparison;

/// <summary>新旧対照表 as an HTML page: what changed is underlined.</summary>
internal static class DiffHtml
{
    private const string Style =
        "body{font-family:serif;line-height:1.7;margin:2em auto;max-width:72em;color:#111;background:#fff}"
        + "table{border-collapse:collapse;width:100%;table-layout:fixed}"
        + "th,td{border:1px solid #444;padding:.4em .7em;vertical-align:top;text-align:left;white-space:pre-wrap;"
        + "overflow-wrap:anywhere}th{text-align:center}.note{width:9em}.cite{width:10em}"
        + "u{text-decoration-thickness:2px;text-underline-offset:.2em}"
        + "@media print{@page{size:A4 landscape;margin:15mm}thead{display:table-header-group}tr{break-inside:avoid}}";

    public static string Render(DiffDocument diff, DiffOptions options, MessageLanguage language)
    {
        var title = DiffWords.Say("diff.title", language, diff.Title);
        var page = new StringBuilder();
        page.Append(
            $"<!doctype html>\n<html lang=\"{(language == MessageLanguage.English ? "en" : "ja")}\"><head><meta charset=\"utf-8\">"
        );
        page.Append(
            $"<title>{Encoded(title)}</title><style>{Style}</style></head>\n<body>\n<h1>{Encoded(title)}</h1>\n"
        );
        if (diff.IsEmpty)
            return page.Append($"<p>{Encoded(DiffWords.Say(diff.Same, language))}</p>\n</body></html>\n").ToString();
        if (diff.Policy is { IsEmpty: false } policy)
            AppendPolicy(page, policy, options, language);
        if (diff.Standard.Count > 0)
            AppendStandard(page, diff.Standard, language);
        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendPolicy(StringBuilder page, PolicyDiff diff, DiffOptions options, MessageLanguage language)
    {
        page.Append("<table><thead><tr>");
        foreach (var (name, kind) in Heads(options, language))
            page.Append($"<th scope=\"col\"{kind}>{Encoded(name)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in DiffTable.Rows(diff, options))
            page.Append(Row(row, options, language));
        page.Append("</tbody></table>\n");
    }

    private static void AppendStandard(
        StringBuilder page,
        IReadOnlyList<StandardChange> changes,
        MessageLanguage language
    )
    {
        page.Append($"<h2>{Encoded(DiffWords.Say("diff.standard-title", language))}</h2>\n<table><thead><tr>");
        foreach (var name in DiffWords.StandardHeads(language))
            page.Append($"<th scope=\"col\">{Encoded(name)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var change in changes)
            page.Append("<tr>")
                .Append(string.Concat(DiffWords.Cells(change, language).Select(c => $"<td>{Encoded(c)}</td>")))
                .Append("</tr>\n");
        page.Append("</tbody></table>\n");
    }

    private static IEnumerable<(string Name, string Kind)> Heads(DiffOptions options, MessageLanguage language)
    {
        if (options.IsList)
            yield return (DiffWords.Say("diff.provision", language), " class=\"cite\"");
        var sides = new[] { "diff.new", "diff.old" };
        foreach (var side in options.IsNewFirst ? sides : sides.Reverse())
            yield return (DiffWords.Say(side, language), "");
        yield return (DiffWords.Say("diff.remarks", language), " class=\"note\"");
    }

    private static string Row(DiffRow? row, DiffOptions options, MessageLanguage language)
    {
        var cells = new List<string>();
        if (options.IsList)
            cells.Add(Encoded(row?.NewCitation ?? row?.OldCitation ?? ""));
        var omitted = Encoded(DiffWords.Say("diff.omitted", language));
        var (left, right) = row is null ? (omitted, omitted) : (Marked(row.NewText), Marked(row.OldText));
        cells.AddRange(options.IsNewFirst ? [left, right] : [right, left]);
        cells.Add(row is null ? "" : Encoded(DiffWords.Remarks(row, language)));
        return "<tr>" + string.Concat(cells.Select(c => $"<td>{c}</td>")) + "</tr>\n";
    }

    private static string Marked(IEnumerable<TextPiece> pieces) =>
        string.Concat(pieces.Select(p => p.IsChanged ? $"<u>{Encoded(p.Text)}</u>" : Encoded(p.Text)));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
