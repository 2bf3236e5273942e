using PolicyKit.Instruments.Comparison;

namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// Which of the old siblings became which of the new ones, in their order: what moved to another place is deleted here
/// and added there.
/// </summary>
internal sealed class SiblingPairs
{
    private const double Alike = 0.45;
    private readonly Dictionary<LegalNode, LegalNode> _newOf = [];
    private readonly Dictionary<LegalNode, LegalNode> _oldOf = [];

    private SiblingPairs(IReadOnlyList<LegalNode> old, IReadOnlyList<LegalNode> @new)
    {
        Align(old, @new);
        PairWhatKeepsItsNumber(old, @new);
    }

    public static SiblingPairs Of(IReadOnlyList<LegalNode> old, IReadOnlyList<LegalNode> @new) => new(old, @new);

    public LegalNode? NewOf(LegalNode old) => _newOf.GetValueOrDefault(old);

    public LegalNode? OldOf(LegalNode @new) => _oldOf.GetValueOrDefault(@new);

    /// <summary>How alike two are, from 0 to 1; 0 where they are not the same at all.</summary>
    public static double Score(LegalNode old, LegalNode @new) => Score(old, Said.By(old), @new, Said.By(@new));

    private static double Score(LegalNode old, Said one, LegalNode @new, Said other)
    {
        if (old.Level != @new.Level)
            return 0;
        var alike = Likeness.Of(one.Text, one.Pairs, other.Text, other.Pairs);
        var isNamedAlike = old.Heading is not null && old.Heading == @new.Heading;
        var isNumberedAlike = old.Label == @new.Label;
        if (alike < Alike && !(isNamedAlike && alike >= Alike / 3) && !(isNumberedAlike && alike >= Alike / 2))
            return 0;
        var named = isNamedAlike ? 0.3 : 0;
        return alike + named + (isNumberedAlike ? 0.05 : 0);
    }

    // The order-preserving pairs that are most alike together.
    private void Align(IReadOnlyList<LegalNode> old, IReadOnlyList<LegalNode> @new)
    {
        var (said, saidNow) = (old.Select(Said.By).ToList(), @new.Select(Said.By).ToList());
        var score = new double[old.Count, @new.Count];
        var best = new double[old.Count + 1, @new.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = @new.Count - 1; j >= 0; j--)
        {
            score[i, j] = Score(old[i], said[i], @new[j], saidNow[j]);
            best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
            if (score[i, j] > 0)
                best[i, j] = Math.Max(best[i, j], score[i, j] + best[i + 1, j + 1]);
        }

        var (at, other) = (0, 0);
        while (at < old.Count && other < @new.Count)
            if (score[at, other] > 0 && best[at, other] == score[at, other] + best[at + 1, other + 1])
                Pair(old[at++], @new[other++]);
            else if (best[at, other] == best[at + 1, other])
                at++;
            else
                other++;
    }

    // An article that says something else under the same number is replaced.
    private void PairWhatKeepsItsNumber(IReadOnlyList<LegalNode> old, IReadOnlyList<LegalNode> @new)
    {
        var start = 0;
        foreach (var one in old)
        {
            if (NewOf(one) is { } pair)
            {
                start = IndexOf(@new, pair) + 1;
                continue;
            }

            for (var j = start; j < @new.Count && OldOf(@new[j]) is null; j++)
                if (@new[j].Label == one.Label && @new[j].Level == one.Level && one.Label.Length > 0)
                {
                    Pair(one, @new[j]);
                    start = j + 1;
                    break;
                }
        }
    }

    private static int IndexOf(IReadOnlyList<LegalNode> list, LegalNode node)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] == node)
                return i;
        return -1;
    }

    private void Pair(LegalNode old, LegalNode @new)
    {
        _newOf[old] = @new;
        _oldOf[@new] = old;
    }

    /// <summary>What a provision says, read once for all comparisons.</summary>
    private sealed record Said(string Text, Dictionary<string, int> Pairs)
    {
        public static Said By(LegalNode node)
        {
            var text = node.Whole();
            return new Said(text, Likeness.Pairs(text));
        }
    }
}
