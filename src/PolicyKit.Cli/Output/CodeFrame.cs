using System.Text;
using PolicyKit.Compliance;

namespace PolicyKit.Cli.Output;

/// <summary>One line of a checked file with a mark beneath, fit for a terminal: control characters made visible, long lines cut.</summary>
internal static class CodeFrame
{
    private const int MaxWidth = 140;

    /// <summary>The line and the mark under the part of it that is meant.</summary>
    public static (string Text, string Mark) Of(Excerpt excerpt)
    {
        var line = excerpt.Text;
        var (before, marked, after) = (VisibleText.Of(line[..excerpt.MarkStart]), VisibleText.Of(line[excerpt.MarkStart..excerpt.MarkEnd]), VisibleText.Of(line[excerpt.MarkEnd..]));
        if (Width(before) > MaxWidth / 2) before = "…" + before[Math.Max(0, before.Length - (MaxWidth / 3))..];
        if (marked.Length > MaxWidth) marked = marked[..(MaxWidth - 1)] + "…";
        if (after.Length > MaxWidth / 2) after = after[..(MaxWidth / 2)] + "…";
        return ((before + marked + after).TrimEnd(), new string(' ', Width(before)) + new string('^', Math.Max(1, Width(marked))));
    }

    // Japanese letters take two columns in a terminal (East Asian Width W and F, the blocks that matter here).
    private static int Width(string text) => text.EnumerateRunes().Sum(r => IsWide(r) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
