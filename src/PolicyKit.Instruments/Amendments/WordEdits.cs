using DiffPlex;

namespace PolicyKit.Instruments.Amendments;

/// <summary>Where two texts differ, in whole words.</summary>
internal sealed class WordEdits
{
    private readonly IReadOnlyList<string> _old;
    private readonly IReadOnlyList<string> _new;
    private readonly string _newText;
    private readonly List<Edit> _edits = [];

    private WordEdits(string old, string @new)
    {
        var diff = Differ.Instance.CreateDiffs(old, @new, ignoreWhiteSpace: false, ignoreCase: false, new WordTokens());
        (_old, _new, _newText) = (diff.PiecesOld, diff.PiecesNew, @new);
        foreach (var block in diff.DiffBlocks)
            Add(
                new Edit(
                    block.DeleteStartA,
                    block.DeleteStartA + block.DeleteCountA,
                    block.InsertStartB,
                    block.InsertStartB + block.InsertCountB
                )
            );
        for (var i = 0; i < _edits.Count; i++)
            _edits[i] = WithStem(_edits[i], i);
        Merge();
    }

    public int Count => _edits.Count;

    /// <summary>How much of the longer text stays, from 0 to 1.</summary>
    public double Kept
    {
        get
        {
            var (old, now) = (_old.Sum(t => t.Length), _new.Sum(t => t.Length));
            var changed = _edits.Sum(e => Math.Max(Length(_old, e.From, e.To), Length(_new, e.NewFrom, e.NewTo)));
            return 1 - (double)changed / Math.Max(1, Math.Max(old, now));
        }
    }

    public static WordEdits Of(string old, string @new) => new(old, @new);

    /// <summary>
    /// The change of one edit, with so many words more on either side; null where there are no more on either.
    /// </summary>
    public WordChange? Change(int index, int left, int right)
    {
        var edit = _edits[index];
        var (lowest, highest) = Room(index);
        if (edit.From - left < lowest && edit.To + right > highest)
            return null;
        var before = Math.Min(left, edit.From - lowest);
        var behind = Math.Min(right, highest - edit.To);
        var old = Join(_old, edit.From - before, edit.To + behind);
        var now = Join(_new, edit.NewFrom - before, edit.NewTo + behind);
        if (edit.From == edit.To && behind == 0)
            return Added(edit, before, lowest);
        if (before == 0 && behind == 0 && now.Length == 0)
            return new WordChange(old, "", WordVerb.Delete);
        return old.Length == 0 ? null : new WordChange(old, now, WordVerb.Replace);
    }

    // Words are added behind a word that says something; at the beginning they are put before the next one.
    private WordChange? Added(Edit edit, int before, int lowest)
    {
        var from = edit.From - before;
        while (from > lowest && !(from < edit.From && WordTokens.IsMeaningful(_old[from])))
            from--;
        if (from == edit.From || !WordTokens.IsMeaningful(_old[from]))
            return null;
        var added = Join(_new, edit.NewFrom, edit.NewTo);
        return new WordChange(Join(_old, from, edit.From), added, WordVerb.Add);
    }

    /// <summary>
    /// Whether the words that a quotation takes beside the change may be quoted: it begins with a word, and does not
    /// end with の.
    /// </summary>
    public bool IsReadable(int index, int left, int right)
    {
        var (lowest, highest) = Room(index);
        if (left > 0 && _edits[index].From > lowest)
        {
            var first = _old[Math.Max(lowest, _edits[index].From - left)];
            if (!WordTokens.IsMeaningful(first) && first != "「" && first != "（" && first != "(")
                return false;
        }

        var last = Math.Min(highest, _edits[index].To + right) - 1;
        return right == 0 || last < 0 || _old[last] != "の";
    }

    /// <summary>Whether what stands there in the old text is this in the new one.</summary>
    public bool Becomes(int at, int length, string after)
    {
        var end = at + length;
        foreach (var start in Places(at))
        foreach (var stop in Places(end))
            if (start <= stop && string.CompareOrdinal(_newText, start, after, 0, after.Length) == 0)
                if (stop - start == after.Length)
                    return true;
        return false;
    }

    // Where a place of the old text is in the new one: before and behind what is put there; nowhere within an edit.
    private IEnumerable<int> Places(int at)
    {
        var shift = 0;
        foreach (var edit in _edits)
        {
            var (from, to) = (Offset(_old, edit.From), Offset(_old, edit.To));
            var (newFrom, newTo) = (Offset(_new, edit.NewFrom), Offset(_new, edit.NewTo));
            if (at < from)
                break;
            if (at == from)
                yield return newFrom;
            if (at == to)
                yield return newTo;
            if (at > from && at < to && Within(edit, at - from) is { } within)
                yield return newFrom + within;
            if (at <= to)
                yield break;
            shift = newTo - to;
        }

        yield return at + shift;
    }

    // 当該外部記憶媒体 and 当該可搬記憶媒体 begin and end alike.
    private int? Within(Edit edit, int offset)
    {
        var (old, now) = (Join(_old, edit.From, edit.To), Join(_new, edit.NewFrom, edit.NewTo));
        if (offset <= now.Length && string.CompareOrdinal(old, 0, now, 0, offset) == 0)
            return offset;
        var rest = old.Length - offset;
        return rest <= now.Length && string.CompareOrdinal(old, offset, now, now.Length - rest, rest) == 0
            ? now.Length - rest
            : null;
    }

    /// <summary>Whether these changes do what one edit does.</summary>
    public bool IsDone(int index, IReadOnlyList<WordChange> changes)
    {
        var edit = _edits[index];
        var (old, now) = (Join(_old, edit.From, edit.To), Join(_new, edit.NewFrom, edit.NewTo));
        return old.Length > 0 && changes.Aggregate(old, (t, c) => c.Apply(t)) == now;
    }

    private static int Offset(IReadOnlyList<string> tokens, int at) => Length(tokens, 0, at);

    private (int Lowest, int Highest) Room(int index)
    {
        var lowest = index == 0 ? 0 : _edits[index - 1].To;
        return (lowest, index == _edits.Count - 1 ? _old.Count : _edits[index + 1].From);
    }

    // A clause that goes and words that come behind its comma are two changes.
    private void Add(Edit edit)
    {
        var isClauseGone =
            edit.From < edit.To
            && edit.NewFrom < edit.NewTo
            && _old[edit.To - 1] == "、"
            && _new[edit.NewTo - 1] != "、";
        if (isClauseGone)
        {
            _edits.Add(edit with { NewTo = edit.NewFrom });
            _edits.Add(edit with { From = edit.To });
        }
        else
            _edits.Add(Trimmed(edit));
    }

    // What both begin or end with alike is not changed.
    private Edit Trimmed(Edit edit)
    {
        while (edit.From < edit.To && edit.NewFrom < edit.NewTo && _old[edit.From] == _new[edit.NewFrom])
            edit = edit with { From = edit.From + 1, NewFrom = edit.NewFrom + 1 };
        while (edit.From < edit.To && edit.NewFrom < edit.NewTo && _old[edit.To - 1] == _new[edit.NewTo - 1])
            edit = edit with { To = edit.To - 1, NewTo = edit.NewTo - 1 };
        return edit;
    }

    // する that becomes しなければならない is quoted with 報告.
    private Edit WithStem(Edit edit, int index)
    {
        var isEnding =
            edit.From < edit.To && WordTokens.IsEnding(_old[edit.From])
            || edit.NewFrom < edit.NewTo && WordTokens.IsEnding(_new[edit.NewFrom]);
        var lowest = index == 0 ? 0 : _edits[index - 1].To;
        if (!isEnding || edit.From <= lowest || !WordTokens.IsMeaningful(_old[edit.From - 1]))
            return edit;
        return edit with { From = edit.From - 1, NewFrom = edit.NewFrom - 1 };
    }

    // Edits that meet, or that only a particle parts, are one.
    private void Merge()
    {
        for (var i = _edits.Count - 1; i > 0; i--)
        {
            var (one, next) = (_edits[i - 1], _edits[i]);
            var between = Join(_old, one.To, next.From);
            if (between.Length > 1 || between.Length == 1 && WordTokens.IsMeaningful(between))
                continue;
            if (between.Length == 0 && one.NewFrom == one.NewTo && next.From == next.To)
                continue;
            _edits[i - 1] = Trimmed(new Edit(one.From, next.To, one.NewFrom, next.NewTo));
            _edits.RemoveAt(i);
        }
    }

    private static string Join(IReadOnlyList<string> tokens, int from, int to) =>
        string.Concat(tokens.Skip(from).Take(Math.Max(0, to - from)));

    private static int Length(IReadOnlyList<string> tokens, int from, int to) => Join(tokens, from, to).Length;

    private sealed record Edit(int From, int To, int NewFrom, int NewTo);
}
