using System.Text.RegularExpressions;

namespace PolicyKit.Instruments.Sources;

/// <summary>
/// Tables of Markdown: a row of headings, a line that parts it from the rest, and rows. Those that are written with one
/// space around each cell become rows; others stay as text, so that each comes back as it was written.
/// </summary>
internal static partial class MarkdownTable
{
    /// <summary>The indexes of the lines that are rows, the parting line included.</summary>
    public static HashSet<int> Rows(List<string> lines)
    {
        var rows = new HashSet<int>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsParting(lines[i]) || !IsRow(lines[i - 1]) || rows.Contains(i - 1))
                continue;
            var end = i + 1;
            while (end < lines.Count && lines[end].StartsWith('|'))
                end++;
            if (lines.GetRange(i + 1, end - i - 1).TrueForAll(IsRow))
                rows.UnionWith(Enumerable.Range(i - 1, end - i + 1));
        }

        return rows;
    }

    /// <summary>Whether a line parts the headings from the rows: <c>|---|:--:|</c>.</summary>
    public static bool IsParting(string line) => Parting().IsMatch(line);

    /// <summary>The cells of a row.</summary>
    public static string[] Cells(string line) => line.Length < 4 ? [] : line[2..^2].Split(" | ");

    /// <summary>The row of cells.</summary>
    public static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private static bool IsRow(string line) =>
        line.Length >= 4
        && !line.Contains('\t', StringComparison.Ordinal)
        && Line(Cells(line).Select(c => c)) == line
        && Cells(line).All(IsCell);

    private static bool IsCell(string cell) => cell == cell.Trim() && !cell.Contains('|', StringComparison.Ordinal);

    [GeneratedRegex(@"^\|(?:\s*:?-+:?\s*\|)+$")]
    private static partial Regex Parting();
}
