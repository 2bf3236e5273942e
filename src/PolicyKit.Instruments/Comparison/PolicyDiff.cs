using PolicyKit.Calendar;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Comparison;

/// <summary>Two versions of a policy, provision by provision.</summary>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version.</param>
/// <param name="Rows">Every provision of both, in the order of the new text; what is gone stands where it stood.</param>
internal sealed record PolicyDiff(SecurityPolicy Old, SecurityPolicy New, IReadOnlyList<DiffRow> Rows)
{
    /// <summary>Whether both say the same in the same characters.</summary>
    public bool IsEmpty => !Rows.Any(r => r.IsChanged);

    public static PolicyDiff Of(SecurityPolicy old, SecurityPolicy @new)
    {
        var pairs = ProvisionPairs.Of(old, @new);
        var (before, after) = (PolicyText.Printed(old).ToList(), PolicyText.Printed(@new).ToList());
        var oldText = before.ToDictionary(p => p.Path[^1].Provision.Id);
        var moved = MovedAmongSiblings(before, pairs);
        var rows = FrontRows(PolicyText.FrontTexts(old), PolicyText.FrontTexts(@new)).ToList();
        var gone = GoneAfter(before, pairs);
        rows.AddRange(Gone(gone, old, null));
        foreach (var (path, text) in after)
        {
            var provision = path[^1].Provision;
            var was = pairs.OldOf(provision) is { } o ? oldText[o.Id] : default((ProvisionStep[] Path, string Text)?);
            rows.Add(Row(old, @new, was, (path, text), pairs, moved));
            if (was is { } counterpart)
                rows.AddRange(Gone(gone, old, counterpart.Path[^1].Provision.Id));
        }

        return new PolicyDiff(old, @new, rows);
    }

    private static DiffRow Row(
        SecurityPolicy old,
        SecurityPolicy @new,
        (ProvisionStep[] Path, string Text)? was,
        (ProvisionStep[] Path, string Text) @is,
        ProvisionPairs pairs,
        HashSet<ProvisionId> moved
    )
    {
        var provision = @is.Path[^1].Provision;
        var citation = @new.Cite(provision.Id);
        if (was is not { } before)
            return new DiffRow(null, provision, null, citation, [ChangeKind.Added], [], [new(@is.Text, true)])
            {
                Depth = @is.Path.Length - 1,
            };
        var one = before.Path[^1].Provision;
        var (left, right) = TextComparison.Of(before.Text, @is.Text);
        var changes = Changes(one, provision, before.Text != @is.Text).ToList();
        var isElsewhere = !pairs.IsSamePlace(ParentOf(before.Path), ParentOf(@is.Path));
        if (isElsewhere || moved.Contains(one.Id))
            changes.Add(ChangeKind.Moved);
        return new DiffRow(one, provision, old.Cite(one.Id), citation, changes, left, right)
        {
            Depth = @is.Path.Length - 1,
        };
    }

    private static IEnumerable<ChangeKind> Changes(Provision old, Provision @new, bool isPrintedOtherwise)
    {
        if (Said(old) != Said(@new))
            yield return Plain(Said(old)) == Plain(Said(@new)) ? ChangeKind.Notation : ChangeKind.Reworded;
        if (old.Number != @new.Number)
            yield return PrintedNumber.Parse(old.Number ?? "")?.Values == PrintedNumber.Parse(@new.Number ?? "")?.Values
                ? ChangeKind.Notation
                : ChangeKind.Renumbered;
        if (isPrintedOtherwise && old.Number == @new.Number && Said(old) == Said(@new))
            yield return ChangeKind.Notation;
    }

    private static string Said(Provision p) =>
        p.Heading + "\n" + p.Text + "\n" + string.Join('\n', p.Rows.Select(r => string.Join('\t', r)));

    // 及び and および, 、 and ，, half and full width say the same.
    private static string Plain(string text) =>
        ProvisionKinds
            .Bare(JapaneseText.Fold(text))
            .Replace('，', '、')
            .Replace(',', '、')
            .Replace("および", "及び", StringComparison.Ordinal)
            .Replace("または", "又は", StringComparison.Ordinal)
            .Replace("ならびに", "並びに", StringComparison.Ordinal)
            .Replace("もしくは", "若しくは", StringComparison.Ordinal);

    private static ProvisionId? ParentOf(ProvisionStep[] path) => path.Length > 1 ? path[^2].Provision.Id : null;

    // Of the pairs in one place those that are not in the longest run that keeps its order.
    private static HashSet<ProvisionId> MovedAmongSiblings(
        List<(ProvisionStep[] Path, string Text)> before,
        ProvisionPairs pairs
    )
    {
        var moved = new HashSet<ProvisionId>();
        foreach (var siblings in before.GroupBy(p => ParentOf(p.Path)?.Value ?? ""))
        {
            var kept = siblings
                .Select(p => p.Path[^1].Provision)
                .Select(p => (Old: p, New: pairs.NewOf(p)))
                .Where(p => p.New is not null)
                .ToList();
            var order = kept.OrderBy(p => pairs.OrderOf(p.New!)).ToList();
            var places = kept.ConvertAll(p => order.IndexOf(p));
            foreach (var index in Enumerable.Range(0, kept.Count).Except(LongestRise(places)))
                moved.Add(kept[index].Old.Id);
        }

        return moved;
    }

    private static HashSet<int> LongestRise(List<int> values)
    {
        var (length, previous) = (new int[values.Count], new int[values.Count]);
        var best = -1;
        for (var i = 0; i < values.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (values[j] < values[i] && length[j] + 1 > length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            if (best < 0 || length[i] > length[best])
                best = i;
        }

        var rise = new HashSet<int>();
        for (; best >= 0; best = previous[best])
            rise.Add(best);
        return rise;
    }

    // What is gone stands after what stood before it, or at the beginning.
    private static ILookup<string, (ProvisionStep[] Path, string Text)> GoneAfter(
        List<(ProvisionStep[] Path, string Text)> before,
        ProvisionPairs pairs
    )
    {
        var list = new List<(string After, (ProvisionStep[] Path, string Text) Entry)>();
        var last = "";
        foreach (var entry in before)
            if (pairs.NewOf(entry.Path[^1].Provision) is null)
                list.Add((last, entry));
            else
                last = entry.Path[^1].Provision.Id.Value;
        return list.ToLookup(l => l.After, l => l.Entry);
    }

    private static IEnumerable<DiffRow> Gone(
        ILookup<string, (ProvisionStep[] Path, string Text)> gone,
        SecurityPolicy old,
        ProvisionId? after
    ) =>
        gone[after?.Value ?? ""]
            .Select(e => new DiffRow(
                e.Path[^1].Provision,
                null,
                old.Cite(e.Path[^1].Provision.Id),
                null,
                [ChangeKind.Deleted],
                [new(e.Text, true)],
                []
            )
            {
                Depth = e.Path.Length - 1,
            });

    private static IEnumerable<DiffRow> FrontRows(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        for (var i = 0; i < Math.Max(old.Count, @new.Count); i++)
        {
            var (one, other) = (old.ElementAtOrDefault(i), @new.ElementAtOrDefault(i));
            var (left, right) = TextComparison.Of(one ?? "", other ?? "");
            ChangeKind[] changes = (one, other) switch
            {
                (null, _) => [ChangeKind.Added],
                (_, null) => [ChangeKind.Deleted],
                _ when one == other => [],
                _ => [Plain(one) == Plain(other) ? ChangeKind.Notation : ChangeKind.Reworded],
            };
            yield return new DiffRow(null, null, null, null, changes, left, right);
        }
    }
}
