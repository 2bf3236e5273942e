using System.Globalization;
using System.Text;

namespace PolicyKit.Policies;

/// <summary>The layouts of provisions: the lines of a document with placeholders for what the provision says.</summary>
public static class ProvisionLayout
{
    /// <summary>A layout with the parts of a provision in their places.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="part">The part of a name (<c>number</c>, <c>heading</c>, <c>text</c>, <c>rows</c>).</param>
    public static string Fill(string layout, Func<string, string?> part)
    {
        if (part is null)
            throw new ArgumentNullException(nameof(part));
        var (filled, taken) = (new StringBuilder(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (literal, name, count) in Pieces(layout ?? throw new ArgumentNullException(nameof(layout))))
        {
            filled.Append(literal);
            if (name is null || part(name) is not { } value)
                continue;
            taken.TryGetValue(name, out var from);
            var length = Math.Min(count ?? int.MaxValue, value.Length - from);
            filled.Append(value, from, length);
            taken[name] = from + length;
        }

        return filled.ToString();
    }

    /// <summary>Text as it stands in a layout: braces doubled.</summary>
    public static string Escape(string literal) =>
        (literal ?? throw new ArgumentNullException(nameof(literal))).Replace("{", "{{").Replace("}", "}}");

    /// <summary>Whether a layout names a part.</summary>
    internal static bool Names(string layout, string part) =>
        Pieces(layout).Any(p => p.Name == part && p.Count is null);

    /// <summary>Whether the layout of a provision prints all that the provision has.</summary>
    internal static bool IsWhole(Provision provision) =>
        provision.Layout is { } layout
        && (provision.Number is null || Names(layout, "number"))
        && (provision.Heading is null || Names(layout, "heading"))
        && (provision.Text is null || Names(layout, "text"))
        && (provision.Rows.Count == 0 || Names(layout, "rows"));

    // The literal text before each placeholder, its name and how many characters it takes; last what stands behind all.
    private static IEnumerable<(string Literal, string? Name, int? Count)> Pieces(string layout)
    {
        var (literal, at) = (new StringBuilder(), 0);
        while (at < layout.Length)
        {
            var c = layout[at];
            if (c is '{' or '}' && at + 1 < layout.Length && layout[at + 1] == c)
            {
                literal.Append(c);
                at += 2;
            }
            else if (c == '{' && Placeholder(layout, at) is { } found)
            {
                yield return (literal.ToString(), found.Name, found.Count);
                literal.Clear();
                at = found.End;
            }
            else
            {
                literal.Append(c);
                at++;
            }
        }

        yield return (literal.ToString(), null, null);
    }

    private static (string Name, int? Count, int End)? Placeholder(string layout, int at)
    {
        var end = layout.IndexOf('}', at);
        if (end < 0)
            return null;
        var parts = layout.Substring(at + 1, end - at - 1).Split(':');
        if (parts[0] is not ("number" or "heading" or "text" or "rows") || parts.Length > 2)
            return null;
        if (parts.Length == 1)
            return (parts[0], null, end + 1);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (parts[0], count, end + 1)
            : null;
    }
}
