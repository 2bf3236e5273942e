using System.Text.RegularExpressions;

namespace PolicyKit.Instruments.Tests;

/// <summary>The old text on the clerk's desk.</summary>
internal sealed partial class ClerksDocument
{
    private readonly List<ClerksNode> _top = [];
    private List<(string Unit, string Key)> _last = [];
    private List<(string Unit, string Key)>? _within;

    public ClerksDocument(IEnumerable<string> lines) => _top.AddRange(Read(lines, isWhole: true));

    /// <summary>What stands in the text, in its order.</summary>
    public List<ClerksNode> Nodes => _top;

    public IEnumerable<string> Lines => _top.SelectMany(n => n.Lines());

    /// <summary>Does what one sentence says.</summary>
    public void Do(string sentence, IReadOnlyList<string> block)
    {
        (_last, _within) = ([], null);
        var clauses = Parts(sentence);
        for (var i = 0; i < clauses.Count; i++)
            DoClause(clauses[i], i == clauses.Count - 1 ? block : []);
    }

    // Verbs part the clauses, outside of quotations.
    private static List<string> Parts(string sentence)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < sentence.Length; i++)
        {
            depth += sentence[i] is '「' ? 1 : 0;
            depth -= sentence[i] is '」' ? 1 : 0;
            if (depth == 0 && sentence[i] == '、' && Ends().IsMatch(sentence[start..i]))
            {
                parts.Add(sentence[start..i]);
                start = i + 1;
            }
        }

        parts.Add(sentence[start..]);
        return parts;
    }

    private void DoClause(string clause, IReadOnlyList<string> block)
    {
        if (HeadingChange().Match(clause) is { Success: true } heading)
            Find(Path(heading.Groups["name"].Value)).Heading = heading.Groups["new"].Value;
        else if (Words().Match(clause) is { Success: true } words)
            Change(words.Groups["names"].Value, words.Groups["changes"].Value);
        else if (Within().Match(clause) is { Success: true } within)
        {
            _within = Path(within.Groups["name"].Value);
            DoClause(within.Groups["rest"].Value, block);
        }
        else if (Range().Match(clause) is { Success: true } range)
            MoveRange(range);
        else if (Move().Match(clause) is { Success: true } move)
            MoveOne(move.Groups["from"].Value, move.Groups["to"].Value);
        else
            DoRest(clause, block);
    }

    private void DoRest(string clause, IReadOnlyList<string> block)
    {
        if (Deleted().Match(clause) is { Success: true } gone)
            Delete(gone.Groups["name"].Value);
        else if (Replaced().Match(clause) is { Success: true } same)
            Replace(same.Groups["name"].Value, block);
        else if (Added().Match(clause) is { Success: true } added)
            Add(added.Groups["name"].Value, added.Groups["where"].Value, block);
        else
            throw new InvalidOperationException($"not understood: {clause}");
    }

    // More changes follow without a place: 「…」を削り.
    private void Change(string names, string changes)
    {
        var isHeading = names.EndsWith("の見出し", StringComparison.Ordinal);
        var hasHeading = names.EndsWith("（見出しを含む。）", StringComparison.Ordinal);
        var bare = names.Replace("の見出し", "").Replace("（見出しを含む。）", "");
        var pairs = Changes(changes);
        foreach (var path in bare.Length == 0 ? [_last] : Paths(bare))
        {
            var piece = path[^1].Unit is "ただし書" or "本文" or "前段" or "後段" ? path[^1].Unit : null;
            var target = piece is null ? path : path.SkipLast(1).ToList();
            var node = Find(target);
            if (isHeading || hasHeading)
                node.Heading = All(node.Heading!, pairs);
            if (!isHeading)
                foreach (var one in Scope(node, target[^1]))
                    one.Text = piece is null ? All(one.Text, pairs) : Part(one.Text, piece, pairs);
            _last = path;
        }
    }

    private static string Part(string text, string piece, List<(string Old, string New)> pairs)
    {
        var at = Piece().Match(text) is { Success: true } match ? match.Index + 1 : text.Length;
        return piece is "本文" or "前段" ? All(text[..at], pairs) + text[at..] : text[..at] + All(text[at..], pairs);
    }

    // 第１項 is the article without its other paragraphs.
    private static IEnumerable<ClerksNode> Scope(ClerksNode node, (string Unit, string Key) named)
    {
        yield return node;
        foreach (var child in node.Children)
            if (named.Unit != "項" || child.Unit != "項")
                foreach (var below in Scope(child, (child.Unit, "")))
                    yield return below;
    }

    // All at once, each on the old words.
    private static string All(string text, List<(string Old, string New)> pairs) =>
        Regex.Replace(
            text,
            string.Join('|', pairs.OrderByDescending(p => p.Old.Length).Select(p => Regex.Escape(p.Old))),
            m => pairs.Find(p => p.Old == m.Value).New
        );

    private static List<(string Old, string New)> Changes(string text)
    {
        var (pairs, quotes) = (new List<(string, string)>(), Quotes(text));
        for (var i = 0; i < quotes.Count; i++)
        {
            var behind = text[quotes[i].End..];
            if (behind.StartsWith("の下に", StringComparison.Ordinal))
                pairs.Add((quotes[i].Text, quotes[i].Text + quotes[++i].Text));
            else if (i + 1 < quotes.Count && behind.StartsWith("を「", StringComparison.Ordinal))
                pairs.Add((quotes[i].Text, quotes[++i].Text));
            else
                pairs.Add((quotes[i].Text, ""));
        }

        return pairs;
    }

    private static List<(string Text, int End)> Quotes(string text)
    {
        var (quotes, depth, start) = (new List<(string, int)>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '「' && depth++ == 0)
                start = i + 1;
            else if (text[i] == '」' && --depth == 0)
                quotes.Add((text[start..i], i + 1));
        return quotes;
    }

    private void MoveOne(string from, string to)
    {
        var path = Path(from);
        var target = Path(to);
        Find(path).Renumber(target[^1].Key);
        _last = [.. path.SkipLast(1), target[^1]];
    }

    private void MoveRange(Match range)
    {
        var path = Path(range.Groups["from"].Value);
        var by = int.Parse(ClerksNode.Key(range.Groups["by"].Value)) * (clauseIsDown(range.Value) ? 1 : -1);
        var (first, last) = (int.Parse(path[^1].Key), int.Parse(ClerksNode.Key(range.Groups["to"].Value)));
        var numbers = Enumerable.Range(first, last - first + 1);
        foreach (var number in by > 0 ? numbers.Reverse() : numbers)
            Find([.. path.SkipLast(1), (path[^1].Unit, $"{number}")]).Renumber($"{number + by}");

        static bool clauseIsDown(string text) => text.Contains("繰り下げ", StringComparison.Ordinal);
    }

    private void Delete(string name)
    {
        var path = Path(name);
        if (path[^1].Unit is "ただし書" or "後段")
        {
            var node = Find([.. path.SkipLast(1)]);
            node.Text = node.Text[..(Piece().Match(node.Text).Index + 1)];
        }
        else
            Siblings(path).Remove(Find(path));
        _last = path;
    }

    private void Replace(string name, IReadOnlyList<string> block)
    {
        if (name == "題名")
            _top[0].Text = block[0].Trim('　');
        else if (name == "目次")
        {
            var contents = Find(Path(name)).Children;
            contents.Clear();
            contents.AddRange(
                block.Where(l => l != "目次").Select(l => new ClerksNode { Unit = "行", Text = l.Trim('　') })
            );
        }
        else if (name.EndsWith("章名", StringComparison.Ordinal))
            Find(Path(name[..^3])).Text = Read(block)[0].Text;
        else
        {
            var path = Path(name);
            var (siblings, node) = (Siblings(path), Find(path));
            if (path[^1] is ("項", "1") && node.Unit == "条")
                ReplaceFirstParagraph(node, block);
            else
            {
                siblings.InsertRange(siblings.IndexOf(node), Read(block));
                siblings.Remove(node);
            }
        }
    }

    private static void ReplaceFirstParagraph(ClerksNode article, IReadOnlyList<string> block)
    {
        article.Text = block[0].Trim('　');
        article.Children.RemoveAll(c => c.Unit != "項");
        article.Children.InsertRange(0, Read(block.Skip(1)));
    }

    private void Add(string name, string where, IReadOnlyList<string> block)
    {
        var path = name == "本則" ? [] : Path(name);
        if (where is "に次のただし書" or "に後段として")
            Find(path).Text += block[0].Trim('　');
        else if (where == "に")
            AddBeneath(path, Read(block));
        else
        {
            var (siblings, node) = (Siblings(path), Find(path));
            var at = siblings.IndexOf(node) + (where == "の次に" ? 1 : 0);
            // Behind a chapter is behind its articles.
            while (node.Unit == "章" && at < siblings.Count && siblings[at].Unit == "条")
                at++;
            siblings.InsertRange(at, Read(block));
        }

        _last = path;
    }

    private void AddBeneath(List<(string Unit, string Key)> path, List<ClerksNode> added)
    {
        if (path.Count == 0)
        {
            _top.InsertRange(_top.FindLastIndex(n => n.Unit == "条") + 1, added);
            return;
        }

        if (path[^1].Unit == "章")
        {
            // Behind the last article of the chapter.
            var at = _top.IndexOf(Find(path)) + 1;
            while (at < _top.Count && _top[at].Unit == "条")
                at++;
            _top.InsertRange(at, added);
            return;
        }

        var children = Find(path).Children;
        // Items of the first paragraph stand before the second.
        var second = added[0].Unit == "項" ? -1 : children.FindIndex(c => c.Unit == "項");
        children.InsertRange(second < 0 ? children.Count : second, added);
    }

    [GeneratedRegex("(?:改め|加え|削り|とし|繰り下げ|繰り上げ)$")]
    private static partial Regex Ends();

    [GeneratedRegex("^(?<names>[^「]*?)中?(?<changes>「.*」(?:を|に)(?:改め|加え|削り|改める|加える|削る))$")]
    private static partial Regex Words();

    [GeneratedRegex("^(?<name>[^「中]*)中(?<rest>(?:第|[イ-ン]).*)$")]
    private static partial Regex Within();

    [GeneratedRegex("^(?<from>.+)から(?<to>.+)までを(?<by>[^条項号]+)[条項号]ずつ繰り[上下]げる?$")]
    private static partial Regex Range();

    [GeneratedRegex("^(?<from>[^「]+)を(?<to>[^「]+)と(?:し|する)$")]
    private static partial Regex Move();

    [GeneratedRegex("^(?<name>.+)の見出しを「(?<new>.+)」に改めるか?め?$")]
    private static partial Regex HeadingChange();

    [GeneratedRegex("^(?<name>[^「]+?)を?(?:削る|削り)$")]
    private static partial Regex Deleted();

    [GeneratedRegex("^(?<name>.+)を次のように改める$")]
    private static partial Regex Replaced();

    [GeneratedRegex(
        "^(?<name>.+?)(?<where>の次に|の前に|に次のただし書|に後段として|に)(?:次の[^に]+を|を|次のように)加える$"
    )]
    private static partial Regex Added();

    [GeneratedRegex("。(?:ただし、|この場合)")]
    private static partial Regex Piece();
}
