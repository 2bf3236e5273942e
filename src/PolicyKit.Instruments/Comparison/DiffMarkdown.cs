using System.Text;
using System.Text.RegularExpressions;
using PolicyKit.Messages;

namespace PolicyKit.Instruments.Comparison;

/// <summary>新旧対照表 as a table of Markdown: what changed is underlined.</summary>
internal static partial class DiffMarkdown
{
    public static string Render(DiffDocument diff, DiffOptions options, MessageLanguage language)
    {
        var text = new StringBuilder($"# {Escaped(DiffWords.Say("diff.title", language, diff.Title))}\n\n");
        if (diff.IsEmpty)
            return text.Append(DiffWords.Say(diff.Same, language)).Append('\n').ToString();
        if (diff.Policy is { IsEmpty: false } policy)
            AppendPolicy(text, policy, options, language);
        if (diff.Standard.Count > 0)
            AppendStandard(text, diff.Standard, language);
        return text.ToString();
    }

    private static void AppendPolicy(StringBuilder text, PolicyDiff diff, DiffOptions options, MessageLanguage language)
    {
        var heads = new List<string>();
        if (options.IsList)
            heads.Add(DiffWords.Say("diff.provision", language));
        var sides = new[] { "diff.new", "diff.old" }.Select(s => DiffWords.Say(s, language));
        heads.AddRange(options.IsNewFirst ? sides : sides.Reverse());
        heads.Add(DiffWords.Say("diff.remarks", language));
        Line(text, heads);
        Line(text, heads.Select(_ => "---"));
        foreach (var row in DiffTable.Rows(diff, options))
            Line(text, Cells(row, options, language));
    }

    private static void AppendStandard(
        StringBuilder text,
        IReadOnlyList<StandardChange> changes,
        MessageLanguage language
    )
    {
        text.Append($"\n## {DiffWords.Say("diff.standard-title", language)}\n\n");
        var heads = DiffWords.StandardHeads(language).ToList();
        Line(text, heads);
        Line(text, heads.Select(_ => "---"));
        foreach (var change in changes)
            Line(text, DiffWords.Cells(change, language).Select(Escaped));
    }

    private static List<string> Cells(DiffRow? row, DiffOptions options, MessageLanguage language)
    {
        var cells = new List<string>();
        if (options.IsList)
            cells.Add(Escaped(row?.NewCitation ?? row?.OldCitation ?? ""));
        var omitted = DiffWords.Say("diff.omitted", language);
        var (left, right) = row is null ? (omitted, omitted) : (Marked(row.NewText), Marked(row.OldText));
        cells.AddRange(options.IsNewFirst ? [left, right] : [right, left]);
        cells.Add(row is null ? "" : Escaped(DiffWords.Remarks(row, language)));
        return cells;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    // A space at the beginning of a line is part of the layout, and Markdown would drop it.
    private static string Marked(IEnumerable<TextPiece> pieces) =>
        string.Concat(pieces.Select(p => p.IsChanged ? $"<u>{Escaped(p.Text)}</u>" : Escaped(p.Text)));

    private static string Escaped(string text) =>
        Markup().Replace(text, "\\$0").Replace("\n", "<br>", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<>#|~]")]
    private static partial Regex Markup();
}
