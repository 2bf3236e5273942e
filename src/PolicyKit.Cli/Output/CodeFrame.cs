using System.Text;
using PolicyKit.Findings;

namespace PolicyKit.Cli.Output;

/// <summary>
/// One line of a checked file with a mark beneath, fit for a terminal: control characters made visible, long lines
/// cut.
/// </summary>
internal static class CodeFrame
{
    private const int MaxWidth = 140;

    /// <summary>The line and the mark under the part of it that is meant.</summary>
    public static (string Text, string Mark) Of(Excerpt excerpt)
    {
        var line = excerpt.Text;
        // No more than can be shown is looked at: the line may be a whole file.
        var (from, to) = (Math.Max(0, excerpt.MarkStart - MaxWidth), Math.Min(line.Length, excerpt.MarkEnd + MaxWidth));
        var (before, marked, after) = (
            VisibleText.Of(line[from..excerpt.MarkStart]),
            VisibleText.Of(line[excerpt.MarkStart..excerpt.MarkEnd]),
            VisibleText.Of(line[excerpt.MarkEnd..to])
        );
        if (TextWidth.Of(before) > MaxWidth / 2)
            before = "…" + before[Math.Max(0, before.Length - (MaxWidth / 3))..];
        if (marked.Length > MaxWidth)
            marked = marked[..(MaxWidth - 1)] + "…";
        if (after.Length > MaxWidth / 2)
            after = after[..(MaxWidth / 2)] + "…";
        return (
            (before + marked + after).TrimEnd(),
            new string(' ', TextWidth.Of(before)) + new string('^', Math.Max(1, TextWidth.Of(marked)))
        );
    }
}
