using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// What a text pasted from a PDF has between its lines: page numbers, running titles (柱), and lines that break where
/// the paper ends.
/// </summary>
internal sealed partial class PageLayout
{
    // A line that ends within so many columns of the widest one is full: 禁則 pulls up to three characters over.
    private const int Slack = 6;
    private readonly HashSet<int> _furniture = [];
    private readonly int _width;

    public PageLayout(IReadOnlyList<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (PageNumber().IsMatch(lines[i].Text))
                _furniture.Add(lines[i].Number);
        AddNumberedTitles(lines);
        if (_furniture.Count > 0)
            AddRunningTitles(lines);
        _width = WidthOf(lines.Where(l => !IsFurniture(l) && !l.IsBlank && !l.IsRow).ToList());
    }

    /// <summary>The numbers of the lines that belong to pages and not to the text.</summary>
    public bool IsFurniture(SourceLine line) => _furniture.Contains(line.Number);

    /// <summary>Whether a line goes on in the next one because the paper ended.</summary>
    public bool IsFull(SourceLine line) => _width > 0 && Columns(line.Text.TrimEnd()) >= _width - Slack;

    // A title with the page number on the same line: the same but for the number, on several pages.
    private void AddNumberedTitles(IReadOnlyList<SourceLine> lines)
    {
        var titles = lines
            .Select(l => (Line: l, Match: NumberedTitle().Match(l.Text)))
            .Where(t => t.Match.Success)
            .GroupBy(t => t.Match.Groups["title"].Value, StringComparer.Ordinal)
            .Where(g => g.Select(t => t.Match.Groups["page"].Value).Distinct().Count() >= 2);
        foreach (var (line, _) in titles.SelectMany(g => g))
            _furniture.Add(line.Number);
    }

    // The same line beside several page numbers.
    private void AddRunningTitles(IReadOnlyList<SourceLine> lines)
    {
        var near = new List<SourceLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!PageNumber().IsMatch(lines[i].Text))
                continue;
            near.AddRange(new[] { -1, 1 }.Select(step => Next(lines, i, step)).OfType<SourceLine>());
        }

        var repeated = near.GroupBy(l => l.Text.Trim(), StringComparer.Ordinal)
            .Where(g => g.Key.Length is > 0 and <= 40 && g.Select(l => l.Number).Distinct().Count() >= 2);
        foreach (var line in repeated.SelectMany(g => g))
            _furniture.Add(line.Number);
    }

    private static SourceLine? Next(IReadOnlyList<SourceLine> lines, int from, int step)
    {
        var at = from + step;
        while (at >= 0 && at < lines.Count && lines[at].IsBlank)
            at += step;
        return at >= 0 && at < lines.Count ? lines[at] : null;
    }

    // Lines are broken at a width when several are that wide and most of those end in the middle of a sentence.
    // A few wider lines (a table, a heading) do not hide the width of the others.
    private static int WidthOf(List<SourceLine> lines)
    {
        if (lines.Count < 6)
            return 0;
        var columns = lines
            .Where(l => !Leader().IsMatch(l.Text))
            .Select(l => (Line: l, Width: Columns(l.Text.TrimEnd())))
            .ToList();
        foreach (
            var width in columns.Select(c => c.Width).Distinct().OrderDescending().Where(w => w is >= 30 and <= 120)
        )
        {
            var full = columns.Where(c => c.Width <= width && c.Width >= width - Slack).ToList();
            var open = full.Count(c => c.Line.Text.TrimEnd()[^1] is not ('。' or '）' or ')'));
            var wider = columns.Count(c => c.Width > width);
            if (full.Count >= 3 && open * 3 >= full.Count * 2 && wider * 5 <= full.Count)
                return width;
        }

        return 0;
    }

    [GeneratedRegex(@"[･・.．…‥]{4,}")]
    private static partial Regex Leader();

    private static int Columns(string text) => text.Sum(c => c is <= '\u007e' or (>= '\uff61' and <= '\uff9f') ? 1 : 2);

    [GeneratedRegex(
        @"^[\s　]*(?<title>\S(?:.{2,40}\S)?)[\s　]{3,}(?:[-－―–—]\s*)?(?<page>[0-9０-９]{1,3})(?:\s*[-－―–—])?$"
    )]
    private static partial Regex NumberedTitle();

    private const string Dash = "[-－―–—‐]?[\\s　]*";

    [GeneratedRegex(
        "^[\\s　]*"
            + Dash
            + "(?:[0-9０-９]{1,3}|[ivx]{1,5})(?:[\\s　]*/[\\s　]*[0-9]{1,3})?[\\s　]*"
            + Dash
            + "(?:ページ|頁)?[\\s　]*$"
    )]
    private static partial Regex PageNumber();
}
