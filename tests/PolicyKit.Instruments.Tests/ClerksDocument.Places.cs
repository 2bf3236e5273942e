using System.Text.RegularExpressions;

namespace PolicyKit.Instruments.Tests;

/// <summary>What the names in a sentence stand for, and what the lines of a text are.</summary>
internal sealed partial class ClerksDocument
{
    private static List<ClerksNode> Read(IEnumerable<string> lines, bool isWhole = false)
    {
        var (top, heading, open) = (new List<ClerksNode>(), default(string), new List<ClerksNode>());
        foreach (var line in lines.Select(l => l.TrimEnd()).Where(l => l.Trim('　', ' ').Length > 0))
        {
            var text = line.Trim('　', ' ');
            if (Heading().IsMatch(text))
            {
                if (heading is not null)
                    top.Add(new ClerksNode { Unit = "", Text = heading });
                heading = text;
                continue;
            }

            var isEntry = open.Count > 0 && open[0].Unit == "目次" && ContentsEntry().IsMatch(text);
            var node = isEntry ? new ClerksNode { Unit = "行", Text = text } : NodeOf(text, top.Count == 0 && isWhole);
            (node.Heading, heading) = (heading, null);
            while (open.Count > 0 && !IsBeneath(node, open[^1]))
                open.RemoveAt(open.Count - 1);
            (open.Count == 0 ? top : open[^1].Children).Add(node);
            open.Add(node);
        }

        return top;
    }

    private static ClerksNode NodeOf(string text, bool isTitle)
    {
        foreach (var (pattern, unit) in Forms)
            if (!isTitle && pattern.Match(text) is { Success: true } match)
                return new ClerksNode
                {
                    Unit = unit,
                    Printed = match.Groups[1].Value,
                    Text = match.Groups[2].Value,
                };
        var special = text.StartsWith("附　則", StringComparison.Ordinal) || text == "附則" ? "附則" : "";
        if (text.StartsWith("別表", StringComparison.Ordinal))
            special = "表";
        if (text == "目次")
            special = "目次";
        return new ClerksNode { Unit = isTitle ? "題" : special, Text = text };
    }

    private static bool IsBeneath(ClerksNode node, ClerksNode above) => Depth(node.Unit) > Depth(above.Unit);

    private static int Depth(string unit) =>
        unit switch
        {
            "題" or "目次" or "章" or "条" or "附則" or "表" => 0,
            "項" => 1,
            "号" => 2,
            "細分" => 3,
            _ => 4,
        };

    private static (Regex Pattern, string Unit)[] Forms =>
        [
            (ArticleLine(), "条"),
            (ChapterLine(), "章"),
            (ParagraphLine(), "項"),
            (ItemLine(), "号"),
            (SubitemLine(), "細分"),
        ];

    private List<List<(string Unit, string Key)>> Paths(string names)
    {
        var paths = new List<List<(string, string)>>();
        foreach (var name in names.Split(['、']).SelectMany(n => n.Split("及び")))
        {
            paths.Add(paths.Count == 0 ? Path(name) : Beside(name, paths[^1]));
        }

        return paths;
    }

    // 第１項及び第３項: the second is of the same article.
    private List<(string Unit, string Key)> Beside(string name, List<(string Unit, string Key)> before)
    {
        var units = Units(name);
        var at = before.FindIndex(b => b.Unit == units[0].Unit);
        return at < 0 ? units : [.. before.Take(at), .. units];
    }

    private List<(string Unit, string Key)> Path(string name)
    {
        if (name.StartsWith('同'))
        {
            var at = _last.FindLastIndex(l => l.Unit == name[1..2]);
            return [.. _last.Take(at + 1), .. Units(name[2..])];
        }

        var units = Units(name);
        return _within is not null && units[0].Unit != "条" ? [.. _within, .. units] : units;
    }

    private static List<(string Unit, string Key)> Units(string name) =>
        [
            .. Unit()
                .Matches(name)
                .Select(m =>
                    m.Groups["unit"].Success ? (m.Groups["unit"].Value, ClerksNode.Key(m.Value))
                    : m.Groups["letter"].Success ? ("細分", m.Value)
                    : m.Value.StartsWith("別表", StringComparison.Ordinal) ? ("表", "")
                    : (m.Value, "")
                ),
        ];

    private ClerksNode Find(List<(string Unit, string Key)> path)
    {
        var (siblings, node) = (_top, default(ClerksNode));
        foreach (var (unit, key) in path)
        {
            // 目次 is a heading and the lines beneath; 第１項 of an article is the article itself.
            if (unit == "項" && key == "1" && node?.Children.Exists(c => c.Unit == "項" && c.Number == "1") != true)
                continue;
            node =
                siblings.Find(n => n.Unit == unit && (key.Length == 0 || n.Number == key))
                ?? throw new InvalidOperationException($"no {unit} {key} in {string.Join('/', path)}");
            siblings = node.Children;
        }

        return node!;
    }

    private List<ClerksNode> Siblings(List<(string Unit, string Key)> path)
    {
        var above = path.SkipLast(1).ToList();
        return above.Count == 0 ? _top : Find(above).Children;
    }

    [GeneratedRegex("^(?:第.+[）)]|附則)$")]
    private static partial Regex ContentsEntry();

    [GeneratedRegex("^(?:（[^）]*）|\\([^)]*\\))$")]
    private static partial Regex Heading();

    [GeneratedRegex("^(第[0-9０-９]+条(?:の[0-9０-９]+)*)[　 ](.*)$")]
    private static partial Regex ArticleLine();

    [GeneratedRegex("^(第[0-9０-９]+章)[　 ]([^（]*)$")]
    private static partial Regex ChapterLine();

    [GeneratedRegex("^([0-9０-９]+)[　 ](.*)$")]
    private static partial Regex ParagraphLine();

    [GeneratedRegex("^([⑴-⑽]|\\([0-9]+\\)|（[０-９]+）|[一二三四五六七八九十]+)[　 ](.*)$")]
    private static partial Regex ItemLine();

    [GeneratedRegex("^([イロハニホヘト])[　 ](.*)$")]
    private static partial Regex SubitemLine();

    [GeneratedRegex(
        "第[0-9０-９一二三四五六七八九十]+(?<unit>[章条項号])(?:の[0-9０-９]+)*|附則|別表|(?<letter>[イロハニホヘト])|ただし書|本文|前段|後段|目次"
    )]
    private static partial Regex Unit();
}
