namespace PolicyKit.Instruments.Sources;

/// <summary>How deep the elements of a page nest, counted from its tags before anything parses it.</summary>
internal static class HtmlDepth
{
    // Elements that end by themselves, or when the next of their kind begins.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "source",
        "td",
        "th",
        "tr",
        "wbr",
    };

    public static int Of(string page)
    {
        var (depth, deepest) = (0, 0);
        for (var at = page.IndexOf('<', StringComparison.Ordinal); at >= 0; at = page.IndexOf('<', at + 1))
        {
            var isEnd = at + 1 < page.Length && page[at + 1] == '/';
            if (Flat.Contains(Name(page, isEnd ? at + 2 : at + 1)))
                continue;
            if (isEnd)
                depth = Math.Max(0, depth - 1);
            else if (at + 1 < page.Length && char.IsAsciiLetter(page[at + 1]))
                deepest = Math.Max(deepest, ++depth);
        }

        return deepest;
    }

    private static string Name(string page, int from)
    {
        var end = from;
        while (end < page.Length && end - from < 10 && char.IsAsciiLetterOrDigit(page[end]))
            end++;
        return page[from..end];
    }
}
