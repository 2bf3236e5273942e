using System.Text.RegularExpressions;
using PolicyKit.Instruments.Identification;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Comparison;

/// <summary>
/// Finds which provision of one text became which of another: by ids that say what a provision is about, then by what
/// it says, then by how much of it is alike among the provisions of the same place. Ids that only count (article-3)
/// prove nothing: they change with the numbers.
/// </summary>
internal sealed partial class ProvisionPairs
{
    private const double AlikeHere = 0.5;
    private const double AlikeAnywhere = 0.7;
    private const int ShortestAnywhere = 15;

    private readonly Dictionary<ProvisionId, Provision> _newOf = [];
    private readonly Dictionary<ProvisionId, Provision> _oldOf = [];
    private readonly Dictionary<ProvisionId, int> _order = [];
    private readonly List<Entry> _old;
    private readonly List<Entry> _new;

    private ProvisionPairs(SecurityPolicy old, SecurityPolicy @new)
    {
        _old = [.. Entries(old)];
        _new = [.. Entries(@new)];
        for (var i = 0; i < _new.Count; i++)
            _order[_new[i].Provision.Id] = i;
        ByMeaningfulId();
        ByContent(sameParent: true);
        ByContent(sameParent: false);
        for (var depth = 0; depth <= _old.Concat(_new).Select(e => e.Depth).DefaultIfEmpty(0).Max(); depth++)
            ByLikeness(depth);
        ByLikenessAnywhere();
        BySameIdHere();
    }

    public static ProvisionPairs Of(SecurityPolicy old, SecurityPolicy @new) => new(old, @new);

    /// <summary>What an old provision became; null when it is gone.</summary>
    public Provision? NewOf(Provision old) => _newOf.GetValueOrDefault(old.Id);

    /// <summary>What a new provision was; null when it is new.</summary>
    public Provision? OldOf(Provision @new) => _oldOf.GetValueOrDefault(@new.Id);

    /// <summary>Where a new provision stands in its text.</summary>
    public int OrderOf(Provision @new) => _order[@new.Id];

    /// <summary>Whether two stand beneath provisions that are a pair, or both beneath none.</summary>
    public bool IsSamePlace(ProvisionId? oldParent, ProvisionId? newParent) =>
        oldParent is null
            ? newParent is null
            : newParent is not null && _newOf.GetValueOrDefault(oldParent)?.Id == newParent;

    private static IEnumerable<Entry> Entries(SecurityPolicy policy) =>
        ProvisionStep
            .All(policy.Provisions)
            .Select(path => new Entry(
                path[^1].Provision,
                path[^1].Kind,
                path.Length > 1 ? path[^2].Provision.Id : null,
                path.Length - 1,
                ContentOf(path[^1].Provision)
            ));

    private static string ContentOf(Provision p) =>
        ProvisionKinds.Bare(p.Heading + "\n" + p.Text + string.Concat(p.Rows.SelectMany(r => r)));

    private void ByMeaningfulId()
    {
        foreach (var old in _old.Where(e => !IsCounting(e.Provision.Id)))
            if (_new.Find(n => n.Provision.Id == old.Provision.Id) is { } same)
                Pair(old, same);
    }

    private static bool IsCounting(ProvisionId id) =>
        CanonicalLexicon.Find(id.Value) is null && Counting().IsMatch(id.Value[(id.Value.LastIndexOf('.') + 1)..]);

    private void ByContent(bool sameParent)
    {
        var open = _new.Where(IsOpen).Where(e => e.Content.Length > 0).ToLookup(e => e.Content, StringComparer.Ordinal);
        foreach (var old in _old.Where(IsOpenOld).Where(e => e.Content.Length > 0))
            if (open[old.Content].FirstOrDefault(n => IsOpen(n) && n.Kind == old.Kind && Fits(old, n)) is { } same)
                Pair(old, same);

        // 削除 alone says nothing of which one it was.
        bool Fits(Entry old, Entry candidate) =>
            sameParent
                ? IsSamePlace(old.Parent, candidate.Parent)
                    && (old.Content.Length > 3 || old.Provision.Number == candidate.Provision.Number)
                : old.Content.Length >= ShortestAnywhere;
    }

    // The most alike first; the order of the text breaks a tie.
    private void ByLikeness(int depth)
    {
        var candidates = new List<(double Likeness, Entry Old, Entry New)>();
        var open = _new.Where(e => e.Depth == depth && IsOpen(e)).ToList();
        foreach (var old in _old.Where(e => e.Depth == depth && IsOpenOld(e)))
        foreach (var @new in open.Where(n => n.Kind == old.Kind && IsSamePlace(old.Parent, n.Parent)))
            candidates.Add((Likeness(old, @new), old, @new));
        foreach (var (likeness, old, @new) in candidates.OrderByDescending(c => c.Likeness))
            if (likeness >= AlikeHere && IsOpenOld(old) && IsOpen(@new))
                Pair(old, @new);
    }

    private void ByLikenessAnywhere()
    {
        foreach (var old in _old.Where(e => IsOpenOld(e) && e.Content.Length >= ShortestAnywhere))
        {
            var best = _new.Where(n => IsOpen(n) && n.Content.Length >= ShortestAnywhere)
                .Select(n => (Likeness: Likeness(old, n), Entry: n))
                .OrderByDescending(c => c.Likeness)
                .FirstOrDefault();
            if (best.Likeness >= AlikeAnywhere)
                Pair(old, best.Entry);
        }
    }

    // 第2章 stays 第2章 whatever it is called now; an article that says something else is another article.
    private void BySameIdHere()
    {
        foreach (var old in _old.Where(IsOpenOld))
            if (
                _new.Find(n =>
                    IsOpen(n)
                    && n.Kind == old.Kind
                    && IsSamePlace(old.Parent, n.Parent)
                    && n.Provision.Number == old.Provision.Number
                    && (ProvisionKinds.IsGroup(n.Kind) || Likeness(old, n) >= AlikeHere / 2)
                ) is
                { } same
            )
                Pair(old, same);
    }

    private static double Likeness(Entry one, Entry other) =>
        Comparison.Likeness.Of(one.Content, one.Pairs, other.Content, other.Pairs);

    private bool IsOpen(Entry entry) => !_oldOf.ContainsKey(entry.Provision.Id);

    private bool IsOpenOld(Entry entry) => !_newOf.ContainsKey(entry.Provision.Id);

    private void Pair(Entry old, Entry @new)
    {
        _newOf[old.Provision.Id] = @new.Provision;
        _oldOf[@new.Provision.Id] = old.Provision;
    }

    [GeneratedRegex(
        "^(?:part|chapter|section|subsection|division|article|paragraph|item|supplementary|table|form|note|preamble)(?:-[0-9]+)*$"
    )]
    private static partial Regex Counting();

    private sealed record Entry(Provision Provision, ProvisionKind Kind, ProvisionId? Parent, int Depth, string Content)
    {
        public Dictionary<string, int> Pairs { get; } = Comparison.Likeness.Pairs(Content);
    }
}
