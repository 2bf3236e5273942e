namespace PolicyKit.Instruments.Amendments;

/// <summary>What changes within a provision that stays.</summary>
internal sealed class AmendmentContent(AmendmentUnits units)
{
    private const double LeastAlike = 0.3;
    private const int MostChangesTogether = 2;

    public static bool IsSame(LegalNode old, LegalNode now) =>
        old.Heading == now.Heading
        && old.Text == now.Text
        && old.Children.Count == now.Children.Count
        && (old.Level != LegalLevel.Supplementary || HasNumbers(old) == HasNumbers(now))
        && old.Rows.SelectMany(r => r).SequenceEqual(now.Rows.SelectMany(r => r))
        && old.Children.Zip(now.Children).All(p => p.First.Label == p.Second.Label && IsSame(p.First, p.Second));

    private static bool HasNumbers(LegalNode node) => node.Children.FirstOrDefault()?.IsNumbered == true;

    public IReadOnlyList<Clause> Of(LegalNode old, LegalNode now)
    {
        if (IsSame(old, now))
            return [];
        var heading = Heading(old, now);
        if (IsSameBody(old, now) && !IsAnother(old, now))
            return heading;
        return IsAnother(old, now) || Body(old, now) is not { } body
            ? [new ReplaceClause(old.Path, now)]
            : Together(old, now, heading, body);
    }

    // 第３条（見出しを含む。）中, where both change alike.
    private static IReadOnlyList<Clause> Together(
        LegalNode old,
        LegalNode now,
        IReadOnlyList<Clause> heading,
        IReadOnlyList<Clause> body
    )
    {
        if (
            heading is [WordsClause { IsHeading: true } or HeadingClause]
            && body is [WordsClause { Paths.Count: 1, Path.Count: 1 } words]
            && old.Heading is { } title
            && words.Changes.Aggregate(title, (t, c) => c.Apply(t)) == now.Heading
        )
            return [words with { HasHeading = true }];
        return [.. heading, .. body];
    }

    private static bool IsSameBody(LegalNode old, LegalNode now) =>
        old.Text == now.Text
        && old.Rows.SelectMany(r => r).SequenceEqual(now.Rows.SelectMany(r => r))
        && old.Children.Count == now.Children.Count
        && old.Children.Zip(now.Children).All(p => p.First.Label == p.Second.Label && IsSame(p.First, p.Second));

    private static bool IsAnother(LegalNode old, LegalNode now)
    {
        if (old.Level == LegalLevel.Apart && old.Heading is null != now.Heading is null)
            return true;
        // 附則 of one sentence that becomes the first of several numbered ones.
        if (old.Children.FirstOrDefault()?.IsNumbered != now.Children.FirstOrDefault()?.IsNumbered)
            if (old.Level == LegalLevel.Supplementary)
                return true;
        var isOnly = old.Children is [{ IsOnlyParagraph: true }] || now.Children is [{ IsOnlyParagraph: true }];
        // 第１項 of an article that had no second has no name yet, or loses it.
        if (isOnly && old.Children.Count > 0 && now.Children.Count > 0)
            if (SiblingPairs.Score(old.Children[0], now.Children[0]) == 0)
                return true;
        return old.Rows.Count > 0 && !old.Rows.SelectMany(r => r).SequenceEqual(now.Rows.SelectMany(r => r))
            || Comparison.Likeness.Of(old.Whole(), now.Whole()) < LeastAlike && old.Whole() != now.Whole();
    }

    private static IReadOnlyList<Clause> Heading(LegalNode old, LegalNode now)
    {
        if (old.Heading == now.Heading)
            return [];
        if (old.Level == LegalLevel.Apart && old.Heading is { } one && now.Heading is { } other)
            return [new WordsClause([old.Path], [new WordChange(one, other, WordVerb.Replace)])];
        if (old.Level == LegalLevel.Group)
            return [new ReplaceClause([.. old.Path, $"の{AmendmentUnits.Unit(old)}名"], NameOf(now))];
        if (
            old.Heading is { } before
            && now.Heading is { } after
            && WordChanges.Of([(before, after)]) is { Count: 1 } changes
        )
            return [new WordsClause([old.Path], changes) { IsHeading = true }];
        return [new HeadingClause(old.Path, old.Heading, now.Heading, Printed(now))];
    }

    private static LegalNode NameOf(LegalNode group) =>
        new()
        {
            Level = LegalLevel.Unnamed,
            Label = "",
            Heading = group.Heading,
            Lines = group.Lines,
        };

    // （目的） as it is printed, with its brackets.
    private static string Printed(LegalNode node)
    {
        foreach (var line in node.Lines)
            if (node.Heading is { } heading && line.IndexOf(heading, StringComparison.Ordinal) is var at and > 0)
                if (line[at - 1] is '（' or '(' && at + heading.Length < line.Length)
                    return line.Substring(at - 1, heading.Length + 2);
        return node.Heading ?? "";
    }

    private IReadOnlyList<Clause>? Body(LegalNode old, LegalNode now)
    {
        if (Everywhere(old, now) is { } everywhere)
            return everywhere;
        var clauses = new List<Clause>();
        if (old.Text != now.Text)
        {
            if (Own(old, now) is not { } own)
                return null;
            clauses.AddRange(own);
        }

        if (HasUnnamedChange(old, now))
            return null;
        foreach (var step in SiblingChanges.Of(Named(old), Named(now), old.Path, units, Of))
            clauses.AddRange(step.Clauses);
        return Merged(clauses, old);
    }

    // The same words in several provisions beneath, when they are all that changes.
    private static IReadOnlyList<Clause>? Everywhere(LegalNode old, LegalNode now)
    {
        if (!HasSameShape(old, now))
            return null;
        var texts = old.SelfAndBeneath()
            .Zip(now.SelfAndBeneath(), (o, n) => (Old: o.Text, New: n.Text))
            .Where(t => t.Old.Length > 0)
            .ToList();
        var changed = texts.Count(t => t.Old != t.New);
        if (changed < 2 || old.Text == now.Text && old.Level != LegalLevel.Paragraph)
            return null;
        return WordChanges.Of(texts) is { Count: <= MostChangesTogether } changes
            ? [new WordsClause([old.Path], changes)]
            : null;
    }

    private static bool HasSameShape(LegalNode old, LegalNode now) =>
        old.Children.Count == now.Children.Count
        && old.Children.Zip(now.Children)
            .All(p =>
                p.First.Label == p.Second.Label
                && p.First.Heading == p.Second.Heading
                && HasSameShape(p.First, p.Second)
            );

    private static bool HasUnnamedChange(LegalNode old, LegalNode now)
    {
        var (before, after) = (Unnamed(old), Unnamed(now));
        return before.Count != after.Count || !before.Zip(after).All(p => IsSame(p.First, p.Second));

        static List<LegalNode> Unnamed(LegalNode node) => node.Children.FindAll(c => c.Level == LegalLevel.Unnamed);
    }

    private static List<LegalNode> Named(LegalNode node) => node.Children.FindAll(c => c.Level != LegalLevel.Unnamed);

    private static IReadOnlyList<Clause>? Own(LegalNode old, LegalNode now)
    {
        if (Sentence(old, now) is { } sentence)
            return [sentence];
        var beneath = old.Children.SelectMany(c => c.SelfAndBeneath()).Select(n => (n.Text, n.Text)).ToList();
        var (before, after) = (SentenceParts.Of(old.Text), SentenceParts.Of(now.Text));
        if (before.Rest.Length > 0 && before.Piece == after.Piece)
        {
            var changed = Parts(before, after).Where(p => p.Old != p.New).ToList();
            if (changed is [var (piece, one, other)])
                return WordChanges.Of([(one, other), .. beneath]) is { } inPart
                    ?
                    [
                        new WordsClause(
                            [
                                [.. old.Path, piece],
                            ],
                            inPart
                        ),
                    ]
                    : null;
        }

        return WordChanges.Of([(old.Text, now.Text), .. beneath]) is { } changes
            ? [new WordsClause([old.Path], changes)]
            : null;
    }

    private static (string Piece, string Old, string New)[] Parts(SentenceParts old, SentenceParts now) =>
        [(old.MainPiece, old.Main, now.Main), (old.Piece, old.Rest, now.Rest)];

    // A sentence more at the end, or one less.
    private static Clause? Sentence(LegalNode old, LegalNode now)
    {
        var (before, after) = (SentenceParts.Of(old.Text), SentenceParts.Of(now.Text));
        if (before.Rest.Length == 0 && after.Rest.Length > 0 && after.Main == old.Text)
            return new SentenceClause(old.Path, after.Rest, after.Piece == "ただし書");
        if (after.Rest.Length == 0 && before.Rest.Length > 0 && before.Main == now.Text)
            return new SentenceGoneClause(old.Path, before.Rest, before.Piece);
        return null;
    }

    // 第３条第１項及び第３項中: neighbours that change alike.
    private static List<Clause> Merged(List<Clause> clauses, LegalNode old)
    {
        var merged = new List<Clause>();
        foreach (var clause in clauses)
            if (
                clause is WordsClause { IsHeading: false } words
                && merged.LastOrDefault() is WordsClause { IsHeading: false } last
                && last.Changes.SequenceEqual(words.Changes)
            )
                merged[^1] = last with { Paths = [.. last.Paths, .. words.Paths] };
            else
                merged.Add(clause);
        // All of them are the whole.
        var named = Named(old).Count;
        if (old.Text.Length == 0 && merged is [WordsClause { Paths.Count: > 1 } all] && all.Paths.Count == named)
            return [all with { Paths = [old.Path] }];
        return merged;
    }
}
