using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>What the attributes of an element do to its text: hide it, strike it out, number it.</summary>
/// <remarks>Style sheets are not read: only what stands at the element itself.</remarks>
internal static partial class HtmlStyle
{
    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && Hides().IsMatch(style));

    public static bool IsStruck(IElement element) =>
        element.GetAttribute("style") is { } style && Strikes().IsMatch(style);

    /// <summary>
    /// The number that a browser writes before an entry of <c>ol</c>, with its dot; null for other lists, where the
    /// element says that there is none, and where the entry begins with a number of its own.
    /// </summary>
    /// <param name="item">The entry.</param>
    /// <param name="counts">How far each list has counted.</param>
    public static string? NumberOf(IElement item, Dictionary<IElement, int> counts)
    {
        if (item.ParentElement is not { LocalName: "ol" } list || HasNoMarks(list) || HasNoMarks(item))
            return null;
        if (OwnNumber().IsMatch(item.TextContent))
            return null;
        var next = counts.TryGetValue(list, out var last) ? last + Step(list) : First(list);
        counts[list] = Whole(item.GetAttribute("value")) ?? next;
        var script = list.GetAttribute("type") switch
        {
            "a" => NumeralScript.Letters,
            "i" => NumeralScript.RomanLetters,
            _ => NumeralScript.Arabic,
        };
        return NumeralScripts.Write(script, counts[list]) is { } numeral ? numeral + "." : null;
    }

    /// <summary>Whether an entry of a list is nothing but a link to a place in the same page.</summary>
    public static bool IsContentsEntry(IElement element) =>
        element.LocalName is "li" or "dd" or "dt"
        && element.Children.Length == 1
        && element.Children[0] is { LocalName: "a" } link
        && link.GetAttribute("href")?.StartsWith('#') == true
        && link.TextContent.Trim() == element.TextContent.Trim();

    /// <summary>Whether a table only sets the number of each entry of a list apart from its text.</summary>
    public static bool IsListTable(IElement table)
    {
        var rows = table.Children.SelectMany(c => c.LocalName == "tr" ? [c] : c.Children.ToArray()).ToList();
        return rows.Count > 0 && rows.TrueForAll(r => r.LocalName == "tr" && IsEntry(r));
    }

    private static bool IsEntry(IElement row) =>
        row.Children.Length == 2
        && row.Children.All(c => c.LocalName == "td")
        && AloneNumber().IsMatch(row.Children[0].TextContent);

    private static int Step(IElement list) => list.HasAttribute("reversed") ? -1 : 1;

    private static int First(IElement list) =>
        Whole(list.GetAttribute("start"))
        ?? (list.HasAttribute("reversed") ? list.Children.Count(c => c.LocalName == "li") : 1);

    private static bool HasNoMarks(IElement element) =>
        element.GetAttribute("style") is { } style && WithoutMarks().IsMatch(style);

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        @"^[\s　]*(?:第[0-9０-９〇一二三四五六七八九十]|[①-⑳⑴-⒇]|[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、\s　]|[(（]?[ア-ンｱ-ﾝ][)）\s　])"
    )]
    private static partial Regex OwnNumber();

    // (1), （１）の２, ア, ①, 一, イ; a bare 1 numbers the rows of a table.
    [GeneratedRegex(
        @"^[\s　]*(?:[(（][0-9０-９一二三四五六七八九十ア-ンｱ-ﾝa-zａ-ｚ]{1,3}[)）](?:の[0-9０-９]+)*|[①-⑳⑴-⒇]|[ア-ンｱ-ﾝ]|[一二三四五六七八九十]{1,3}(?:の[二三四五六七八九十]+)*)[\s　]*$"
    )]
    private static partial Regex AloneNumber();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", RegexOptions.IgnoreCase)]
    private static partial Regex Hides();

    [GeneratedRegex(@"text-decoration(?:-line)?\s*:[^;]*line-through", RegexOptions.IgnoreCase)]
    private static partial Regex Strikes();

    [GeneratedRegex(@"list-style(?:-type)?\s*:[^;]*none", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutMarks();
}
