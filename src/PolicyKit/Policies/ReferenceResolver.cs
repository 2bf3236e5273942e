using System.Text.RegularExpressions;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>
/// Resolves what a text says of other provisions: by number (第8条第3項, 上記6、7及び8, 別表第1, 附則第2項) and by place (前条,
/// 次項, 前2条, 同項, 各号).
/// </summary>
internal sealed class ReferenceResolver
{
    private const string Digits = "[0-9０-９〇一二三四五六七八九十百千]+";
    private const string Outline = @"[0-9０-９]+(?:[-―－‐][0-9０-９]+)*(?:[(（][0-9０-９]+[)）])*[①-⑳]?";
    private const string Beneath = $"(?:第{Digits}項)?(?:第{Digits}号(?:の{Digits})*)?";
    private const string Article = $"第{Digits}条(?:の{Digits})*{Beneath}";
    private const string Part = "(?<part>本文|ただし書|前段|後段)?";

    // 別表第1の2, 附則第2項, 附則第3条第1項; those of a law are not of this policy.
    private const string Apart =
        $"(?<![法令例則程律規定」）)])(?<apart>別表(?:第?{Digits}(?:の{Digits})*)?|附則(?:{Article}|第{Digits}項(?:第{Digits}号)?)){Part}";
    private const string Joint = "(?:、|及び|並びに|又は|若しくは)";

    // The provision that a place-word stands for, and what may follow it: 前条第2項, 前項各号, 同条第1項第2号.
    private const string Relative = $"(?<way>前各|[前次同])(?<count>{Digits})?(?<unit>[章条項号])(?<beneath>{Beneath})";

    private static readonly Regex OutlineReference = Make(
        $@"(?:上記|前記|下記)(?<n>{Outline})(?:{Joint}(?<n>{Outline}))*|{Apart}"
    );

    // A number after the name of a law, or after its closing bracket, belongs to that law and not to this policy.
    private static readonly Regex ArticleReference = Make(
        Apart
            + $@"|(?<![法令例則程律規定」）)の])(?<n>{Article})から(?:(?<until>{Article})|(?<toBefore>前条))まで"
            + $@"|(?<![法令例則程律規定」）)の])(?<n>{Article})(?:{Joint}(?<n>{Article}))*{Part}"
            + $@"|(?<law>(?<=[法令例則程律規定」）)]){Article})"
            + $@"|(?<![以直午])(?:{Relative})(?<each>各号)?{Part}"
            + "|(?<each>各号)"
    );

    private readonly SecurityPolicy _policy;
    private readonly Dictionary<ProvisionId, ProvisionStep[]> _paths = new();
    private readonly Dictionary<string, List<Provision>> _articles;
    private readonly Dictionary<string, Provision> _byNumber = new(StringComparer.Ordinal);

    public ReferenceResolver(SecurityPolicy policy)
    {
        _policy = policy;
        Paths = ProvisionStep.All(policy.Provisions).ToList();
        _articles = Paths
            .Where(p => p[p.Length - 1].Kind is ProvisionKind.Article or ProvisionKind.Deleted)
            .GroupBy(HomeOf)
            .ToDictionary(g => g.Key, g => g.Select(p => p[p.Length - 1].Provision).ToList(), StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            var provision = path[path.Length - 1].Provision;
            _paths[provision.Id] = path;
            foreach (var key in Citation.Keys(path, policy.CitationStyle).Concat(InRange(path[path.Length - 1])))
                if (!_byNumber.ContainsKey(key))
                    _byNumber.Add(key, provision);
        }
    }

    /// <summary>The way to every provision.</summary>
    public List<ProvisionStep[]> Paths { get; }

    /// <summary>The references in the text of one provision.</summary>
    public IEnumerable<ProvisionReference> InText(ProvisionStep[] path)
    {
        var here = path[path.Length - 1].Provision;
        var pattern = _policy.CitationStyle == CitationStyle.Article ? ArticleReference : OutlineReference;
        // What 同条 and 同項 speak of: null once another law has been named.
        ProvisionStep[]? last = null;
        foreach (Match match in pattern.Matches(here.Text!))
        {
            var found = new Found();
            if (match.Groups["law"].Success)
            {
                last = null;
                continue;
            }

            if (match.Groups["apart"] is { Success: true, Value: var apart })
                AddNumber(apart, found);
            foreach (Capture number in match.Groups["n"].Captures)
                AddNumber(number.Value, found);
            AddRange(match, path, found);
            if (match.Groups["way"].Success)
                AddRelative(match, path, last, found);
            if (match.Groups["each"].Success)
                AddEach(match, path, found);
            if (found.IsEmpty)
                continue;
            last = found.To.Count == 0 ? null : PathOf(found.To[found.To.Count - 1]);
            yield return new ProvisionReference(
                here.Id,
                match.Value,
                found.To.Select(p => p.Id).ToValueList(),
                found.Missing.ToValueList()
            )
            {
                Part = match.Groups["part"] is { Success: true, Value: var part } ? part : null,
            };
        }
    }

    private void AddNumber(string number, Found found)
    {
        if (_byNumber.TryGetValue(Citation.Normalize(number), out var provision))
            found.To.Add(provision);
        else
            found.Missing.Add(number);
    }

    // 第6条から第8条まで, 第6条から前条まで: all between, too.
    private void AddRange(Match match, ProvisionStep[] path, Found found)
    {
        if (found.To.Count == 0 || !(match.Groups["until"].Success || match.Groups["toBefore"].Success))
            return;
        var articles = Articles(path);
        var from = articles.IndexOf(found.To[0]);
        var to = articles.FindIndex(a => path.Any(s => s.Provision.Id == a.Id)) - 1;
        if (match.Groups["until"] is { Success: true, Value: var until })
        {
            if (!_byNumber.TryGetValue(Citation.Normalize(until), out var end))
            {
                found.Missing.Add(until);
                return;
            }

            to = articles.IndexOf(end);
        }

        if (from >= 0)
            found.To.AddRange(articles.Skip(from + 1).Take(to - from));
    }

    private void AddRelative(Match match, ProvisionStep[] path, ProvisionStep[]? last, Found found)
    {
        var unit = match.Groups["unit"].Value switch
        {
            "章" => ProvisionKind.Chapter,
            "条" => ProvisionKind.Article,
            "項" => ProvisionKind.Paragraph,
            _ => ProvisionKind.Item,
        };
        var targets = match.Groups["way"].Value switch
        {
            "同" => Same(unit, last),
            "前各" => Neighbours(unit, path, -int.MaxValue),
            "前" => Neighbours(unit, path, -Count(match)),
            _ => Neighbours(unit, path, Count(match)),
        };
        // 同条 after another law's article speaks of that.
        if (targets is null)
            return;
        if (targets.Count == 0)
        {
            found.Missing.Add(match.Value);
            return;
        }

        if (match.Groups["beneath"].Value is not { Length: > 0 } beneath)
            found.To.AddRange(targets);
        else if (targets.Count == 1 && Named(targets[0], beneath) is { } named)
            found.To.Add(named);
        else
            found.Missing.Add(match.Value);
    }

    private static int Count(Match match) =>
        match.Groups["count"] is { Success: true, Value: var count } ? JapaneseNumeral.Parse(count) ?? 1 : 1;

    private Provision? Named(Provision provision, string beneath) =>
        Citation
            .Keys(PathOf(provision)!, _policy.CitationStyle)
            .Select(key => _byNumber.TryGetValue(key + Citation.Normalize(beneath), out var found) ? found : null)
            .FirstOrDefault(found => found is not null);

    private static List<Provision>? Same(ProvisionKind unit, ProvisionStep[]? last)
    {
        if (last is null)
            return null;
        var same = last.LastOrDefault(s => s.Kind == unit)?.Provision;
        // 同項 after an article of one paragraph is that article's text.
        same ??=
            unit == ProvisionKind.Paragraph
                ? last.LastOrDefault(s => s.Kind == ProvisionKind.Article)?.Provision
                : null;
        return same is null ? null : new List<Provision> { same };
    }

    // The next or previous of a kind; a negative count counts backwards. Articles run on through chapters.
    private List<Provision> Neighbours(ProvisionKind unit, ProvisionStep[] path, int count)
    {
        var row = unit == ProvisionKind.Article ? Articles(path) : Siblings(unit, path);
        var here = path.LastOrDefault(s => row.Any(r => r.Id == s.Provision.Id))?.Provision.Id;
        var at = row.FindIndex(r => r.Id == here);
        if (at < 0)
            return new List<Provision>();
        var from = count < 0 ? Math.Max(at + count, 0) : at + 1;
        var wanted = count < 0 ? Math.Min(-count, at) : count;
        var found = row.Skip(from).Take(wanted).ToList();
        return found.Count == Math.Abs(count) || count == -int.MaxValue ? found : new List<Provision>();
    }

    // The articles of the main provisions, or of the 附則 that the text stands in.
    private List<Provision> Articles(ProvisionStep[] path) =>
        _articles.TryGetValue(HomeOf(path), out var articles) ? articles : new List<Provision>();

    private static string HomeOf(ProvisionStep[] path) =>
        path.FirstOrDefault(s => ProvisionKinds.IsApart(s.Kind))?.Provision.Id.Value ?? "";

    // 第4条 within 第3条から第5条まで is that provision.
    private static IEnumerable<string> InRange(ProvisionStep step)
    {
        if (step.Kind is not (ProvisionKind.Article or ProvisionKind.Deleted))
            return Enumerable.Empty<string>();
        if (PrintedNumber.Parse(step.Provision.Number ?? "") is not { IsRange: true } number)
            return Enumerable.Empty<string>();
        var count = Math.Max(0, number.Last[0] - number.First[0] + 1);
        return Enumerable.Range(number.First[0], count).Select(value => Citation.Normalize($"第{value}条"));
    }

    private List<Provision> Siblings(ProvisionKind unit, ProvisionStep[] path)
    {
        var at = Array.FindLastIndex(path, s => s.Kind == unit);
        // The text of an article and its items belong to the article's first paragraph.
        var article = Array.FindLastIndex(path, s => s.IsFirstParagraph);
        if (at < 0 && unit == ProvisionKind.Paragraph && article >= 0)
            at = article + 1;
        if (at < 0)
            return new List<Provision>();
        var parent = at == 0 ? null : path[at - 1];
        var row = (parent?.Provision.Provisions ?? _policy.Provisions)
            .Where(p => ProvisionKinds.Of(p, parent?.Kind) == unit)
            .ToList();
        if (unit == ProvisionKind.Paragraph && parent is { IsFirstParagraph: true })
            row.Insert(0, parent.Provision);
        return row;
    }

    // 次の各号, 前項各号: the items beneath what was named, or beneath the provision itself.
    private void AddEach(Match match, ProvisionStep[] path, Found found)
    {
        var homes = match.Groups["way"].Success
            ? found.To.ToList()
            : new List<Provision> { path[path.Length - 1].Provision };
        var items = homes.SelectMany(home => home.Provisions.Where(p => IsItemOf(p, home))).ToList();
        if (items.Count == 0)
        {
            if (match.Groups["way"].Success)
                found.Missing.Add(match.Value);
            return;
        }

        found.To.Clear();
        found.To.AddRange(items);
    }

    private bool IsItemOf(Provision item, Provision home) =>
        ProvisionKinds.Of(item, PathOf(home)?.Last().Kind) is ProvisionKind.Item;

    private ProvisionStep[]? PathOf(Provision provision) =>
        _paths.TryGetValue(provision.Id, out var path) ? path : null;

    private static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private sealed class Found
    {
        public List<Provision> To { get; } = new();

        public List<string> Missing { get; } = new();

        public bool IsEmpty => To.Count == 0 && Missing.Count == 0;
    }
}
