using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// Finds the table of contents (目次): from its heading to where its first entry comes again as a provision.
/// </summary>
internal static partial class TableOfContents
{
    private const int LongestEntry = 60;

    /// <summary>The numbers of its lines, the heading's first; empty where there is none.</summary>
    public static IReadOnlyList<int> Find(SourceText source, Dictionary<int, LineMark> marks)
    {
        var lines = source.Lines.Where(l => !l.IsBlank).ToList();
        var head = lines.FindIndex(l => Heading().IsMatch(marks[l.Number].Rest));
        // Word marks the lines of the table that it makes itself.
        if (lines.Exists(l => l.IsContents))
            return [.. lines.Where((l, i) => l.IsContents || i == head).Select(l => l.Number)];
        if (head < 0 || head + 1 >= lines.Count)
            return [];
        var entries = new List<SourceLine> { lines[head] };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = head + 1; i < lines.Count && !Ends(lines[i], marks, seen); i++)
        {
            entries.Add(lines[i]);
            seen.Add(Entry(lines[i].Text));
        }

        // The （見出し） of the first article stands between.
        if (entries.Count > 1 && entries[^1].Text.Trim() is ['（' or '(', ..])
            entries.RemoveAt(entries.Count - 1);
        return [.. entries.Select(l => l.Number)];
    }

    // An entry comes again (第2章　削除 may), or what no entry is: a sentence, or an article with its text.
    private static bool Ends(SourceLine line, Dictionary<int, LineMark> marks, HashSet<string> seen) =>
        (seen.Contains(Entry(line.Text)) && !Entry(line.Text).EndsWith("削除", StringComparison.Ordinal))
        || line.Text.Contains('。', StringComparison.Ordinal)
        || line.Text.Trim().Length > LongestEntry
        || IsFirstArticle(marks[line.Number]);

    // Marks, page numbers, ranges of articles and dots do not count.
    private static string Entry(string text) =>
        Bare().Replace(ProvisionKinds.Bare(JapaneseText.Fold(Tail().Replace(text.TrimEnd(), ""))), "");

    private static bool IsFirstArticle(LineMark mark) =>
        mark.IsArticle && mark.Parsed!.Values is [1] && mark.Rest.Length > 20;

    [GeneratedRegex(@"^[「『【［\[]?[\s　]*目[\s　]*次[\s　]*[」』】］\]]?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:[\s　.．…・･‥]+[0-9０-９]{1,3}|[（(]第[^）)]*条[^）)]*[）)])$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"^[#*\-+]+|[.．]")]
    private static partial Regex Bare();
}
