namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// Does what the clauses say, one after the other, to the old text, and compares the outcome with the new one: what
/// does not come out is not handed on.
/// </summary>
internal sealed class AmendmentCheck
{
    private readonly List<LegalNode> _top;

    private AmendmentCheck(IEnumerable<LegalNode> old) => _top = [.. old.Select(n => n.Copy(null))];

    /// <summary>Whether the clauses make the new siblings of the old ones.</summary>
    public static bool Makes(IEnumerable<Clause> clauses, IEnumerable<LegalNode> old, IReadOnlyList<LegalNode> @new)
    {
        var check = new AmendmentCheck(old);
        return clauses.All(check.Do)
            && check._top.Count == @new.Count
            && check
                ._top.Zip(@new)
                .All(p => p.First.Label == p.Second.Label && AmendmentContent.IsSame(p.First, p.Second));
    }

    private bool Do(Clause clause) =>
        clause switch
        {
            WordsClause words => words.Paths.All(p => Change(p, words)),
            HeadingClause heading => Find(heading.Path) is { } node && Set(() => node.Heading = heading.New),
            MoveClause move => Move(move),
            DeleteClause gone => Find(gone.Path) is { } node && Siblings(node).Remove(node),
            ReplaceClause same => Replace(same),
            InsertClause more => Insert(more),
            AppendClause more => Append(more),
            SentenceClause more => Find(more.Path) is { } node && Set(() => Said(node).Text += more.Sentence),
            SentenceGoneClause gone => Find(gone.Path) is { } node && Cut(Said(node), gone.Sentence),
            _ => false,
        };

    private static bool Set(Action action)
    {
        action();
        return true;
    }

    private static bool Cut(LegalNode node, string sentence)
    {
        if (!node.Text.EndsWith(sentence, StringComparison.Ordinal))
            return false;
        node.Text = node.Text[..^sentence.Length];
        return true;
    }

    // The only paragraph of an article says what the article says.
    private static LegalNode Said(LegalNode node) =>
        node.Level is LegalLevel.Article or LegalLevel.Supplementary or LegalLevel.Main or LegalLevel.Apart
        && node.Children.Find(c => c.Level == LegalLevel.Paragraph) is { } first
            ? first
            : node;

    private bool Change(IReadOnlyList<string> path, WordsClause words)
    {
        var piece = path[^1] is "ただし書" or "本文" or "前段" or "後段" ? path[^1] : null;
        if (Find(piece is null ? path : [.. path.SkipLast(1)]) is not { } node)
            return false;
        if (words.IsHeading || words.HasHeading || node.Level == LegalLevel.Apart)
            node.Heading = node.Heading is { } heading ? Changed(heading, words.Changes) : null;
        if (words.IsHeading)
            return true;
        foreach (var one in node.SelfAndBeneath())
            if (piece is null)
                one.Text = Changed(one.Text, words.Changes);
        if (piece is not null)
            ChangePart(Said(node), piece, words.Changes);
        return true;
    }

    private static void ChangePart(LegalNode node, string piece, IReadOnlyList<WordChange> changes)
    {
        var parts = SentenceParts.Of(node.Text);
        node.Text =
            piece == parts.MainPiece
                ? Changed(parts.Main, changes) + parts.Rest
                : parts.Main + Changed(parts.Rest, changes);
    }

    private static string Changed(string text, IReadOnlyList<WordChange> changes) =>
        changes.Aggregate(text, (t, c) => c.Apply(t));

    private bool Move(MoveClause move)
    {
        if (Find(move.Path) is not { } node || Siblings(node).Exists(s => s.Label == move.To))
            return false;
        node.Label = move.To;
        return true;
    }

    private bool Replace(ReplaceClause same)
    {
        if (same.Path[^1].StartsWith("の", StringComparison.Ordinal))
            return Find([.. same.Path.SkipLast(1)]) is { } group && Set(() => group.Heading = same.New.Heading);
        if (Find(same.Path) is not { } node)
            return false;
        var siblings = Siblings(node);
        siblings[siblings.IndexOf(node)] = same.New.Copy(node.Parent);
        return true;
    }

    private bool Insert(InsertClause more)
    {
        if (Find(more.Path) is not { } node)
            return false;
        var siblings = Siblings(node);
        var at = siblings.IndexOf(node) + (more.IsAfter ? 1 : 0);
        return AreFree(siblings, more.New)
            && Set(() => siblings.InsertRange(at, more.New.Select(n => n.Copy(node.Parent))));
    }

    private bool Append(AppendClause more)
    {
        if (more.New[0].Parent is null)
            return AreFree(_top, more.New)
                && Set(() => _top.InsertRange(End(more), more.New.Select(n => n.Copy(null))));
        if (Find(more.Path) is not { } node)
            return false;
        var parent = more.New[0].Level == LegalLevel.Paragraph ? node : Said(node);
        return AreFree(parent.Children, more.New)
            && Set(() => parent.Children.AddRange(more.New.Select(n => n.Copy(parent))));
    }

    // The end of the whole, or of a chapter.
    private int End(AppendClause more)
    {
        var last = _top.FindLastIndex(n => n.Group?.Label == more.New[0].Group?.Label);
        return last < 0 ? _top.Count : last + 1;
    }

    private static bool AreFree(List<LegalNode> siblings, IReadOnlyList<LegalNode> added) =>
        added.All(a => siblings.TrueForAll(s => s.Label != a.Label || a.Label.Length == 0));

    private LegalNode? Find(IReadOnlyList<string> path)
    {
        var (siblings, node) = (_top, default(LegalNode));
        foreach (var label in path)
        {
            var found = siblings.Find(n => n.Label == label);
            // What stands beneath the only paragraph is named without it.
            if (
                found is null
                && node is not null
                && siblings.FindAll(n => n.Level == LegalLevel.Paragraph) is [var only]
            )
                found = only.Children.Find(n => n.Label == label);
            if (found is null)
                return null;
            (node, siblings) = (found, found.Children);
        }

        return node;
    }

    private List<LegalNode> Siblings(LegalNode node) => node.Parent?.Children ?? _top;
}
