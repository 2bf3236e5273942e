using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>The one result type of every check (指摘): what was found, where, and on which provision it stands.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>How grave, as the standard decides.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence in the language asked for. Never holds a secret or personal data.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; null where there is nothing to advise.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>The provisions it stands on.</summary>
    public required ValueList<ProvisionId> Provisions { get; init; }

    /// <summary>The controls it stands on.</summary>
    public required ValueList<ControlId> Controls { get; init; }

    /// <summary>The waiver that covers it on the day it was found; null when none does.</summary>
    public WaiverId? Waiver { get; init; }

    /// <summary>The line of the text in which it begins, masked; null when the file is not at hand.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>An identity that survives moved lines: equal for the same rule, file, line text and place among equals.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>One line of a checked file, its secrets masked, with the part that is meant.</summary>
/// <param name="Text">The line.</param>
/// <param name="MarkStart">Where the part begins in <paramref name="Text"/>, from 0.</param>
/// <param name="MarkEnd">Where it ends.</param>
public sealed record Excerpt(string Text, int MarkStart, int MarkEnd)
{
    /// <summary>The excerpt of a line with these parts masked; a place after a mask moves with the text.</summary>
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
        foreach (
            var (start, length) in Merged(SecretShapes.Find(line).Concat(secrets ?? Enumerable.Empty<(int, int)>()))
                .AsEnumerable()
                .Reverse()
        )
        {
            line = line.Substring(0, start) + SecretShapes.Mask + line.Substring(start + length);
            markStart = Moved(markStart, start, length, atEnd: false);
            markEnd = Moved(markEnd, start, length, atEnd: true);
        }

        return new Excerpt(line, markStart, Math.Max(markStart, markEnd));
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

/// <summary>Makes fingerprints of findings.</summary>
public static class Fingerprint
{
    /// <summary>The fingerprint: 32 hexadecimal digits.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The path relative to the checked folder, with forward slashes.</param>
    /// <param name="line">The text of the line, masked; white space at its ends does not count.</param>
    /// <param name="occurrence">Which of the findings with the same rule, path and line it is, from 0.</param>
    public static string Of(RuleId rule, string path, string? line, int occurrence)
    {
        var text = string.Join(
            "\n",
            rule,
            path,
            (line ?? "").Trim(),
            occurrence.ToString(CultureInfo.InvariantCulture)
        );
        using var sha256 = SHA256.Create();
        return string.Concat(
            sha256
                .ComputeHash(Encoding.UTF8.GetBytes(text))
                .Take(16)
                .Select(b => b.ToString("x2", CultureInfo.InvariantCulture))
        );
    }
}
