using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>Finds the title among the lines before the first provision.</summary>
internal static partial class FrontTitle
{
    /// <summary>The lines of the title and what they say together; no line where there is no title.</summary>
    /// <param name="lines">The lines before the first provision, without the table of contents.</param>
    /// <param name="bare">A line without its marks.</param>
    /// <param name="isSaid">Whether a text is a line of the document elsewhere: a running title.</param>
    public static (IReadOnlyList<SourceLine> Lines, string? Text) Find(
        IEnumerable<SourceLine> lines,
        Func<string, string> bare,
        Func<string, bool> isSaid
    )
    {
        var said = lines.Where(l => !l.IsBlank).Select(l => (Line: l, Text: bare(l.Text))).ToList();
        var named = said.Where(l => TitleText().IsMatch(l.Text)).OrderByDescending(l => IsMarked(l.Line)).ToList();
        var sure = named.FindIndex(l => l.Text.Contains("セキュリティ", StringComparison.Ordinal));
        // A title that is too long for its line goes on in the next one.
        for (var i = 0; i + 1 < said.Count; i++)
            if (IsInTwoLines(said[i].Text, said[i + 1].Text) && (sure < 0 || isSaid(said[i].Text + said[i + 1].Text)))
                return ([said[i].Line, said[i + 1].Line], said[i].Text + said[i + 1].Text);
        if (sure >= 0)
            return ([named[sure].Line], named[sure].Text);
        return named.Count > 0 ? ([named[0].Line], named[0].Text) : ([], null);
    }

    private static bool IsMarked(SourceLine line) =>
        line.IsHeading || line.Text.StartsWith("# ", StringComparison.Ordinal);

    private static bool IsInTwoLines(string first, string second) =>
        (first + second).Contains("セキュリティ", StringComparison.Ordinal)
        && TitleText().IsMatch(first + second)
        && !FrontForms.IsDated(first)
        && FrontForms.NumberIn(first) is null;

    // A path through a site (トップ > 行政情報 > …) is no title.
    [GeneratedRegex(
        @"^[^。>＞|｜]{2,60}(?:基本方針|ポリシー|規程|規則|要綱|要領|訓令|条例|基準|方針|宣言)(?:[（(][^）)]{1,20}[）)])?$"
    )]
    private static partial Regex TitleText();
}
