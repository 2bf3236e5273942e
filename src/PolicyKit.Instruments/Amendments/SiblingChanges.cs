namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// What makes the new siblings of the old ones, in the order of legislative drafting: from the front, but where numbers
/// move back from the last of them, so that no number ever stands for two.
/// </summary>
internal sealed class SiblingChanges
{
    private readonly IReadOnlyList<LegalNode> _old;
    private readonly IReadOnlyList<LegalNode> _new;
    private readonly SiblingPairs _pairs;
    private readonly Func<LegalNode, LegalNode, IReadOnlyList<Clause>> _content;
    private readonly Dictionary<LegalNode, string> _label = [];
    private readonly List<Step> _steps = [];
    private readonly AmendmentUnits _units;
    private readonly IReadOnlyList<string> _whole;
    private readonly List<(LegalNode Next, List<LegalNode> Added)> _late = [];
    private int _run;
    private int _at;

    private SiblingChanges(
        IReadOnlyList<LegalNode> old,
        IReadOnlyList<LegalNode> @new,
        IReadOnlyList<string> whole,
        AmendmentUnits units,
        Func<LegalNode, LegalNode, IReadOnlyList<Clause>> content
    )
    {
        (_old, _new, _whole, _units, _content) = (old, @new, whole, units, content);
        _pairs = SiblingPairs.Of(old, @new);
        foreach (var node in old)
            _label[node] = node.Label;
    }

    /// <param name="old">The siblings that there were.</param>
    /// <param name="new">Those that there are.</param>
    /// <param name="whole">The citation of what they stand in.</param>
    /// <param name="units">How they are counted.</param>
    /// <param name="content">What changes within one that stays.</param>
    public static IReadOnlyList<Step> Of(
        IReadOnlyList<LegalNode> old,
        IReadOnlyList<LegalNode> @new,
        IReadOnlyList<string> whole,
        AmendmentUnits units,
        Func<LegalNode, LegalNode, IReadOnlyList<Clause>> content
    )
    {
        var changes = new SiblingChanges(old, @new, whole, units, content);
        changes.Walk();
        return changes._steps;
    }

    private void Walk()
    {
        var at = 0;
        while (at < _old.Count)
        {
            if (!IsMoved(_old[at]))
            {
                _run++;
                _at = at;
                AddContent(_old[at]);
                at++;
                // What comes between it and one that moves waits until that one has.
                if (at == _old.Count || !IsMoved(_old[at]))
                    AddBehind(_old[at - 1]);
                continue;
            }

            var end = at;
            while (end < _old.Count && IsMoved(_old[end]))
                end++;
            MoveRun(at, end);
            if (at > 0)
                AddBehind(_old[at - 1]);
            at = end;
        }

        AddAtTheEnd();
    }

    // Gone, or another number.
    private bool IsMoved(LegalNode old) => _pairs.NewOf(old) is not { } now || now.Label != old.Label;

    // Within a run those that go forward and those that go back take turns; a deleted one goes with its neighbours.
    private void MoveRun(int from, int to)
    {
        _run++;
        _at = from;
        var at = from;
        while (at < to)
        {
            var end = at + 1;
            var isDown = IsDown(at, to);
            while (end < to && IsDown(end, to) == isDown)
                end++;
            if (isDown)
                for (var i = end - 1; i >= at; i--)
                    Move(i, isDown: true);
            else
                for (var i = at; i < end; i++)
                    Move(i, isDown: false);
            at = end;
        }
    }

    // A deleted one whose number an earlier one takes is deleted first, so it goes with those.
    private bool IsDown(int index, int to)
    {
        if (_pairs.NewOf(_old[index]) is { } now)
            return AmendmentUnits.Compare(now, _old[index]) > 0;
        for (var before = index - 1; before >= 0; before--)
            if (_pairs.NewOf(_old[before]) is { } earlier)
                return earlier.Label == _old[index].Label || AmendmentUnits.Compare(earlier, _old[index]) > 0;
        return false;
    }

    private void Move(int index, bool isDown)
    {
        var old = _old[index];
        if (_pairs.NewOf(old) is not { } now)
        {
            _steps.Add(new Step([new DeleteClause(old.Path)], _run, _at, false));
            return;
        }

        var content = _content(old, now);
        _steps.Add(new Step([.. content, new MoveClause(old.Path, now.Label)], _run, _at, content.Count > 0));
        _label[old] = now.Label;
        AddBehind(old);
        if (isDown && IsFirstPair(now))
            AddBefore(old, now);
    }

    private bool IsFirstPair(LegalNode now) => _new.TakeWhile(n => n != now).All(n => _pairs.OldOf(n) is null);

    private void AddContent(LegalNode old)
    {
        if (_pairs.NewOf(old) is not { } now || _content(old, now) is not { Count: > 0 } content)
            return;
        _steps.Add(new Step(content, _run, _at, true));
    }

    // What stands between its new place and the next one that was there before.
    private void AddBehind(LegalNode old)
    {
        if (_pairs.NewOf(old) is not { } now)
            return;
        var added = _new.SkipWhile(n => n != now).Skip(1).TakeWhile(n => _pairs.OldOf(n) is null).ToList();
        if (added.Count == 0 || added[^1] == _new[^1])
            return;
        var next = _new.SkipWhile(n => n != added[^1]).ElementAt(1);
        var here = added.TakeWhile(a => IsSameGroup(a.Group, now.Group)).ToList();
        // What begins the next chapter is put before its first article, what ends this one is added to the chapter.
        if (here.Count > 0)
            _steps.Add(
                IsSameGroup(next.Group, now.Group)
                    ? Inserted(Named(old), true, here)
                    : new Step([new AppendClause(now.Group!.Path, here, _units.Count(here))], _run, _at, false)
            );
        if (here.Count < added.Count)
            _late.Add((_pairs.OldOf(next)!, added.Skip(here.Count).ToList()));
    }

    private void AddBefore(LegalNode old, LegalNode now)
    {
        var added = _new.TakeWhile(n => n != now).ToList();
        if (added.Count > 0)
            _steps.Add(Inserted(Named(old), false, added));
    }

    private Step Inserted(IReadOnlyList<string> path, bool isAfter, List<LegalNode> added) =>
        new([new InsertClause(path, isAfter, added, _units.Count(added))], _run, _at, false);

    private static bool IsSameGroup(LegalNode? one, LegalNode? other) =>
        one == other || one is not null && other is not null && one.Label == other.Label;

    // The last ones are added to the whole when all else has its number.
    private void AddAtTheEnd()
    {
        var first = _new.ToList().FindIndex(n => _pairs.OldOf(n) is not null);
        if (first > 0 && !IsMovedDown(_pairs.OldOf(_new[first])!))
        {
            var old = _pairs.OldOf(_new[first])!;
            (_run, _at) = (_run + 1, 0);
            _steps.Insert(0, Inserted(old.Path, false, _new.Take(first).ToList()));
        }

        foreach (var (next, added) in _late)
            _steps.Add(Inserted(Named(next), false, added));

        var last = _new.Reverse().TakeWhile(n => _pairs.OldOf(n) is null).Reverse().ToList();
        if (last.Count > 0)
            _steps.Add(new Step([Appended(last)], ++_run, _old.Count, false));
    }

    // To the paragraph, the chapter or the whole.
    private Clause Appended(List<LegalNode> last)
    {
        // A table stands behind the last table, where there is one.
        var before = _old.LastOrDefault(o => _pairs.NewOf(o) is not null);
        if (last[0].Level == LegalLevel.Apart && before is not null)
            return new InsertClause(Named(before), true, last, _units.Count(last));
        var path = last[0].Group?.Path ?? _whole;
        return new AppendClause(path, last, _units.Count(last));
    }

    private bool IsMovedDown(LegalNode old) => _pairs.NewOf(old) is { } now && AmendmentUnits.Compare(now, old) > 0;

    private IReadOnlyList<string> Named(LegalNode old) => [.. old.Path.SkipLast(1), _label[old]];
}
