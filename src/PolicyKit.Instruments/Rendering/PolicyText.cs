using System.Text;
using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Rendering;

/// <summary>Gives an imported text back, letter for letter and line by line, in the layout of its source.</summary>
internal static partial class PolicyText
{
    /// <summary>Whether the policy says how its source was printed.</summary>
    public static bool HasLayout(SecurityPolicy policy) =>
        policy.Instrument?.Front.Count > 0 || policy.AllProvisions.Any(p => p.Layout is not null);

    /// <summary>The text as its source had it, with the marks of its source.</summary>
    public static string Render(SecurityPolicy policy)
    {
        var text = new StringBuilder();
        foreach (var line in policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
            text.Append(Front(policy, line));
        foreach (var (provision, _, layout) in Laid(policy))
            text.Append(Filled(policy, provision, layout));
        return text.ToString();
    }

    /// <summary>The lines, without the marks of Markdown.</summary>
    public static IReadOnlyList<RenderedLine> Lines(SecurityPolicy policy)
    {
        var lines = new List<RenderedLine>();
        foreach (var line in policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
            lines.AddRange(Split(Front(policy, line)).Select(l => new RenderedLine(l, null, false)));
        foreach (var (provision, kind, layout) in Laid(policy))
        {
            lines.AddRange(Shown(policy, provision, kind, layout));
        }

        return [.. lines.Select(l => l with { Text = Bare(policy, l.Text) })];
    }

    // Without what marks headings, lists and emphasis in Markdown.
    private static string Bare(SecurityPolicy policy, string text) =>
        IsMarkdown(policy) ? Strong().Replace(Marks().Replace(text, "$1"), "$2") : text;

    private static IEnumerable<RenderedLine> Shown(
        SecurityPolicy policy,
        Provision provision,
        ProvisionKind kind,
        string layout
    )
    {
        var rows = provision.Rows.Select(r => RowOf(policy, r)).ToHashSet(StringComparer.Ordinal);
        return Split(Filled(policy, provision, layout))
            .Where(l => rows.Count == 0 || !IsMarkdown(policy) || !MarkdownTable.IsParting(l))
            .Select(l => Line(policy, l, kind, rows));
    }

    // A table's rows have one shape in every document.
    private static RenderedLine Line(SecurityPolicy policy, string text, ProvisionKind kind, HashSet<string> rows)
    {
        if (!rows.Contains(text))
            return new RenderedLine(text, kind, false);
        if (IsMarkdown(policy))
            return new RenderedLine(string.Join('\t', MarkdownTable.Cells(text)), kind, true);
        return new RenderedLine(text, kind, text.Contains('\t', StringComparison.Ordinal));
    }

    private static bool IsMarkdown(SecurityPolicy policy) => policy.Instrument?.Source == SourceFormat.Markdown;

    private static string RowOf(SecurityPolicy policy, IEnumerable<string> cells) =>
        IsMarkdown(policy) ? MarkdownTable.Line(cells) : string.Join('\t', cells);

    /// <summary>What is printed of each provision, without the line break at its end and the marks of Markdown.</summary>
    public static IEnumerable<(ProvisionStep[] Path, string Text)> Printed(SecurityPolicy policy)
    {
        var layouts = new LayoutMemory();
        foreach (var path in ProvisionStep.All(policy.Provisions))
        {
            var (provision, kind) = (path[^1].Provision, path[^1].Kind);
            layouts.Learn(provision, kind);
            var layout = provision.Layout ?? layouts.Find(provision, kind) ?? Usual(provision);
            var text = string.Join('\n', Shown(policy, provision, kind, layout).Select(l => Bare(policy, l.Text)));
            yield return (path, text.Trim('\n'));
        }
    }

    /// <summary>The lines before the first provision; of a policy without a layout its title, date and body.</summary>
    public static IReadOnlyList<string> FrontTexts(SecurityPolicy policy) =>
        policy.Instrument is { Front.Count: > 0 } instrument
            ? [.. instrument.Front.Select(l => Bare(policy, Front(policy, l).Trim('\n')))]
            : [policy.Title, policy.Adoption.Printed, policy.Body.Name];

    /// <summary>The lines of the source's layout; of a policy without one those of another text.</summary>
    public static IReadOnlyList<RenderedLine> LinesOf(SecurityPolicy policy, string otherwise) =>
        HasLayout(policy) ? Lines(policy) : [.. Split(otherwise).Select(l => new RenderedLine(l, null, false))];

    /// <summary>The text without the marks of Markdown.</summary>
    public static string Plain(SecurityPolicy policy) =>
        IsMarkdown(policy) ? string.Concat(Lines(policy).Select(l => l.Text + "\n")) : Render(policy);

    /// <summary>As Markdown that shows the same lines: the source itself where it was Markdown.</summary>
    public static string Markdown(SecurityPolicy policy)
    {
        if (IsMarkdown(policy))
            return Render(policy);
        var text = new StringBuilder();
        foreach (var line in Lines(policy))
            text.Append(Escaped(line.Text)).Append(line.Text.Trim().Length == 0 ? "\n" : "  \n");
        return text.ToString();
    }

    // What CommonMark would read as markup, and a number at the beginning of a line, which it would make a list of.
    private static string Escaped(string text) =>
        ListNumber().Replace(Markup().Replace(text.TrimEnd(' '), "\\$0"), "$1\\$2");

    private static IEnumerable<(Provision Provision, ProvisionKind Kind, string Layout)> Laid(SecurityPolicy policy)
    {
        var layouts = new LayoutMemory();
        foreach (var path in ProvisionStep.All(policy.Provisions))
        {
            var (provision, kind) = (path[^1].Provision, path[^1].Kind);
            layouts.Learn(provision, kind);
            yield return (provision, kind, provision.Layout ?? layouts.Find(provision, kind) ?? Usual(provision));
        }
    }

    private static string Front(SecurityPolicy policy, FrontLine line) =>
        ProvisionLayout.Fill(
            line.Layout ?? "{text}\n",
            _ =>
                line.Text
                ?? line.Role switch
                {
                    FrontRole.Title => policy.Title,
                    FrontRole.Body => policy.Body.Name,
                    FrontRole.Adoption => policy.Adoption.Printed,
                    FrontRole.Contents => policy.TableOfContents,
                    _ => "",
                }
        );

    private static string Filled(SecurityPolicy policy, Provision provision, string layout) =>
        ProvisionLayout.Fill(
            layout,
            part =>
                part switch
                {
                    "number" => provision.Number,
                    "heading" => provision.Heading,
                    "text" => provision.Text,
                    _ => string.Join('\n', provision.Rows.Select(r => RowOf(policy, r))),
                }
        );

    // For a provision that somebody added by hand and whose like is not in the text.
    private static string Usual(Provision provision)
    {
        var first = provision.Number is null ? "" : "{number}　";
        var layout = first + (provision.Heading is null ? "{text}\n" : "{heading}\n");
        if (provision.Heading is not null && provision.Text is not null)
            layout += "{text}\n";
        if (provision.Rows.Count > 0)
            layout =
                layout.Replace("{text}\n", provision.Text is null ? "" : "{text}\n", StringComparison.Ordinal)
                + "{rows}\n";
        return layout;
    }

    private static IEnumerable<string> Split(string text)
    {
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines.SkipLast(1) : lines;
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#|~]|^\s*[-+](?=\s)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(\s*[0-9]+)([.)])")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"(\*{1,2})([^*\s](?:[^*]*[^*\s])?)\1")]
    private static partial Regex Strong();

    [GeneratedRegex(@"^([\s　]*)(?:#{1,6}\s+|[-*+]\s+|>\s?)+")]
    private static partial Regex Marks();
}
