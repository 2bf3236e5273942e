using PolicyKit.Reading;

namespace PolicyKit.Findings;

/// <summary>One line of a checked file, its secrets masked, with the part that is meant.</summary>
/// <param name="Text">The line.</param>
/// <param name="MarkStart">Where the part begins in <paramref name="Text"/>, from 0.</param>
/// <param name="MarkEnd">Where it ends.</param>
public sealed record Excerpt(string Text, int MarkStart, int MarkEnd)
{
    // What a reader sees is less than that; a secret is seldom longer, and what begins before is masked by its shape.
    private const int Block = 4_000;

    /// <summary>
    /// The excerpt of a line with these parts masked; a place after a mask moves with the text. Of a line as long as a
    /// minified file it is the part around the place.
    /// </summary>
    /// <param name="line">The line as it stands in the file.</param>
    /// <param name="markStart">Where the part that is meant begins, from 0.</param>
    /// <param name="markEnd">Where it ends.</param>
    /// <param name="secrets">Parts to mask beside those whose shape is known, as start and length.</param>
    public static Excerpt Of(
        string line,
        int markStart,
        int markEnd,
        IEnumerable<(int Start, int Length)>? secrets = null
    )
    {
        if (line is null)
            throw new ArgumentNullException(nameof(line));
        (markStart, markEnd) = (Clamp(markStart, line.Length), Clamp(markEnd, line.Length));
        var others = secrets ?? Enumerable.Empty<(int Start, int Length)>();
        // In blocks, so that neighbours have the same text, which is searched once.
        var from = Math.Max(0, (markStart / Block - 1) * Block);
        var to = Math.Min(line.Length, (markStart / Block + 3) * Block);
        if (to - from < line.Length)
        {
            line = line.Substring(from, to - from);
            (markStart, markEnd) = (markStart - from, Clamp(markEnd - from, line.Length));
            others = others.Select(s => Within(s.Start - from, s.Length, to - from));
        }

        foreach (var (start, length) in Merged(SecretShapes.Find(line).Concat(others)).AsEnumerable().Reverse())
        {
            line = line.Substring(0, start) + SecretShapes.Mask + line.Substring(start + length);
            markStart = Moved(markStart, start, length, atEnd: false);
            markEnd = Moved(markEnd, start, length, atEnd: true);
        }

        return new Excerpt(line, markStart, Math.Max(markStart, markEnd));
    }

    private static (int Start, int Length) Within(int start, int length, int end)
    {
        var first = Clamp(start, end);
        return (first, Clamp(start + length, end) - first);
    }

    private static int Clamp(int at, int length) => Math.Max(0, Math.Min(at, length));

    private static int Moved(int at, int start, int length, bool atEnd) =>
        at <= start ? at
        : at >= start + length ? at - length + SecretShapes.Mask.Length
        : atEnd ? start + SecretShapes.Mask.Length
        : start;

    private static List<(int Start, int Length)> Merged(IEnumerable<(int Start, int Length)> spans)
    {
        var merged = new List<(int Start, int Length)>();
        foreach (var (start, length) in spans.Where(s => s.Length > 0).OrderBy(s => s.Start).ThenBy(s => s.Length))
        {
            if (merged.Count > 0 && start <= merged[merged.Count - 1].Start + merged[merged.Count - 1].Length)
            {
                var last = merged[merged.Count - 1];
                merged[merged.Count - 1] = (
                    last.Start,
                    Math.Max(last.Start + last.Length, start + length) - last.Start
                );
            }
            else
                merged.Add((start, length));
        }

        return merged;
    }
}
