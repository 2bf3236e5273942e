using System.Net;
using System.Text;

namespace PolicyKit.Cli.Tests;

/// <summary>A terminal with some output in it, as SVG: text stays text, for readers and for search.</summary>
internal static class TerminalPicture
{
    private const double Cell = 7.8;
    private const double Line = 19;

    public static string Of(string title, IReadOnlyList<string> lines)
    {
        var width = (lines.Max(Cells) + 4) * Cell;
        var height = ((lines.Count + 1) * Line) + 44;
        var svg = new StringBuilder();
        svg.Append(
            FormattableString.Invariant(
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">\n"
            )
        );
        svg.Append(
            "<style>text{font:13px ui-monospace,Menlo,Consolas,\"Noto Sans Mono CJK JP\",\"MS Gothic\",monospace;fill:#d6dee2;white-space:pre}"
                + ".error{fill:#ff8f87;font-weight:600}.mark{fill:#ff8f87}.note{fill:#8fc7dd}.dim{fill:#93a4ac}</style>\n"
        );
        svg.Append(
            """
            <rect width="100%" height="100%" rx="8" fill="#10222a"/>
            <circle cx="20" cy="18" r="5" fill="#5b6f78"/><circle cx="38" cy="18" r="5" fill="#5b6f78"/><circle cx="56" cy="18" r="5" fill="#5b6f78"/>

            """.ReplaceLineEndings("\n")
        );
        for (var i = 0; i < lines.Count; i++)
            svg.Append(
                FormattableString.Invariant(
                    $"<text x=\"{2 * Cell:0.#}\" y=\"{52 + (i * Line):0}\"{Class(lines[i])} xml:space=\"preserve\">{WebUtility.HtmlEncode(lines[i])}</text>\n"
                )
            );
        return svg.Append("</svg>\n").ToString();
    }

    private static string Class(string line) =>
        line switch
        {
            ['e', 'r', 'r', 'o', 'r', '[', ..] => " class=\"error\"",
            _ when line.EndsWith('^') => " class=\"mark\"",
            _ when line.StartsWith("  = ", StringComparison.Ordinal) => " class=\"note\"",
            _ when line.TrimStart().StartsWith("-->", StringComparison.Ordinal) || line == "…" => " class=\"dim\"",
            _ => "",
        };

    private static int Cells(string line) => line.Sum(c => c >= '\u2E80' ? 2 : 1);
}
