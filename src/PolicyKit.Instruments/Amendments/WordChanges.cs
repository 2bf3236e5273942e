namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// Finds the words that an amending text quotes: each quotation means, in all that is cited, only what changes.
/// </summary>
internal static class WordChanges
{
    private const int MostChanges = 5;
    private const int MostWordsBeside = 8;
    private const double LeastKept = 0.35;
    private static readonly (char Open, char Close)[] Brackets = [('「', '」'), ('（', '）'), ('(', ')')];

    /// <summary>
    /// The changes, in the order of the text; null where the texts are too different or no quotation does.
    /// </summary>
    /// <param name="texts">What is cited: each text before and after; at least one differs.</param>
    public static IReadOnlyList<WordChange>? Of(IReadOnlyList<(string Old, string New)> texts)
    {
        var changes = new List<WordChange>();
        var all = texts.Select(t => (t.Old, Edits: WordEdits.Of(t.Old, t.New))).ToList();
        foreach (var (_, edits) in all)
        {
            if (edits.Kept < LeastKept)
                return null;
            for (var i = 0; i < edits.Count; i++)
                if (edits.IsDone(i, changes))
                    continue;
                else if (Change(edits, i, all, changes) is not { } change)
                    return null;
                else if (!changes.Contains(change))
                    changes.Add(change);
        }

        if (changes.Count > MostChanges)
            return null;
        return texts.All(t => changes.Aggregate(t.Old, (text, c) => c.Apply(text)) == t.New) ? changes : null;
    }

    // The fewest words beside the change with which every occurrence of the quotation is one that changes alike.
    private static WordChange? Change(
        WordEdits edits,
        int index,
        List<(string Old, WordEdits Edits)> all,
        List<WordChange> changes
    )
    {
        for (var beside = 0; beside <= MostWordsBeside; beside++)
        for (var left = beside; left >= 0; left--)
            if (Candidate(edits, index, left, beside - left) is { } change && IsFree(change, changes))
                if (all.TrueForAll(t => IsMeant(change, t.Old, t.Edits)))
                    return change;
        return null;
    }

    // A quotation takes whole words and whole brackets beside what changes.
    private static WordChange? Candidate(WordEdits edits, int index, int left, int right) =>
        edits.IsReadable(index, left, right)
        && edits.Change(index, left, right) is { } change
        && IsBalanced(change.Old)
        && IsBalanced(change.New)
            ? change
            : null;

    private static bool IsBalanced(string text)
    {
        if (text.Contains('\t') || text.Contains('\n'))
            return false;
        foreach (var (open, close) in Brackets)
            if (text.Count(c => c == open) != text.Count(c => c == close))
                return false;
        return true;
    }

    // 課長 becomes 部長 and 部長 becomes 副市長: read one after the other, the first would be 副市長, too.
    private static bool IsFree(WordChange change, List<WordChange> before) =>
        before.TrueForAll(b =>
            b == change
            || !b.After.Contains(change.Old, StringComparison.Ordinal)
                && !b.Old.Contains(change.Old, StringComparison.Ordinal)
                && !change.Old.Contains(b.Old, StringComparison.Ordinal)
        );

    // Every place where the quoted words stand becomes what the change makes of it.
    private static bool IsMeant(WordChange change, string old, WordEdits edits)
    {
        for (var at = Find(old, change.Old, 0); at >= 0; at = Find(old, change.Old, at + change.Old.Length))
            if (!edits.Becomes(at, change.Old.Length, change.After))
                return false;
        return true;
    }

    private static int Find(string text, string words, int from) => text.IndexOf(words, from, StringComparison.Ordinal);
}
