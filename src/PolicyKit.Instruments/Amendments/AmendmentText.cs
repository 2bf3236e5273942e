using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// Writes 改め文, the text of an amendment: the sentences that make the new version of the old one, by the conventions
/// of legislative drafting. Each is carried out on the old text before it is handed on; what cannot be said surely is
/// refused, with the reason.
/// </summary>
internal sealed class AmendmentText
{
    private const double LeastKept = 0.4;
    private readonly LegalText _old;
    private readonly LegalText _new;
    private readonly AmendmentUnits _units;
    private readonly AmendmentContent _content;
    private readonly AmendmentSentences _sentences;
    private readonly List<LocalizedMessage> _refusals = [];

    private AmendmentText(LegalText old, LegalText now)
    {
        (_old, _new) = (old, now);
        _units = new AmendmentUnits(now.Numerals);
        _content = new AmendmentContent(_units);
        _sentences = new AmendmentSentences(_units);
    }

    public static AmendmentResult Of(SecurityPolicy old, SecurityPolicy @new, AmendmentOptions options)
    {
        if (LegalText.Of(old) is not { } before || LegalText.Of(@new) is not { } after)
            return new AmendmentResult([], [InstrumentMessages.Catalog.Message("amendment.no-articles")], []);
        var text = new AmendmentText(before, after);
        var refusals = AmendmentRefusals.Of(before, after, text.IsWhole()).ToList();
        return refusals.Count > 0 ? new AmendmentResult([], refusals, []) : text.Write(options);
    }

    private AmendmentResult Write(AmendmentOptions options)
    {
        var isWhole = IsWhole();
        if (!isWhole)
            WriteSentences();
        if (_refusals.Count > 0)
            return new AmendmentResult([], _refusals, []);
        if (!isWhole && _sentences.Lines.Count == 0)
            return new AmendmentResult([], [InstrumentMessages.Catalog.Message("amendment.nothing")], []);
        var notes = Notes(options, isWhole).ToList();
        var lines = isWhole ? Whole() : Partly(options);
        return new AmendmentResult(lines, [], notes);
    }

    private IReadOnlyList<string> Partly(AmendmentOptions options)
    {
        var title = _old.Policy.Title;
        var indent =
            _old.Beside.Find(n => n.Level == LegalLevel.Supplementary)?.Lines.FirstOrDefault() ?? "\u3000\u3000\u3000";
        return
        [
            new string('\u3000', indent.TakeWhile(c => c == '\u3000').Count())
                + $"{title}の一部を改正する{AmendedTitle.KindOf(_old.Policy)}",
            "",
            $"\u3000{title}{Bracketed(Number())}の一部を次のように改正する。",
            .. _sentences.Lines,
            "",
            .. AmendmentDay.Lines(_old, _new, options),
        ];
    }

    private IReadOnlyList<string> Whole() =>
        [
            $"\u3000\u3000\u3000{_new.Policy.Title}",
            "",
            $"\u3000{_old.Policy.Title}{Bracketed(Number())}の全部を次のように改正する。",
            "",
            .. Rendering.PolicyText.Printed(_new.Policy).SelectMany(p => p.Text.Split('\n')),
        ];

    private string Number() => AmendedTitle.Number(_old.Policy) ?? "令和\u3000年\u3000\u3000第\u3000号";

    private string Bracketed(string number) =>
        _old.Policy.AllProvisions.Any(p => p.Layout?.Contains("({heading})", StringComparison.Ordinal) == true)
            ? $"({number})"
            : $"（{number}）";

    private IEnumerable<LocalizedMessage> Notes(AmendmentOptions options, bool isWhole)
    {
        if (AmendedTitle.Number(_old.Policy) is null)
            yield return InstrumentMessages.Catalog.Message("amendment.no-number");
        if (isWhole)
            yield return InstrumentMessages.Catalog.Message("amendment.whole");
        else if (options.EffectiveOn is not null && AmendmentDay.IsInText(_old, _new))
            yield return InstrumentMessages.Catalog.Message("amendment.day-in-text");
        else if (AmendmentDay.IsBlank(_old, _new, options))
            yield return InstrumentMessages.Catalog.Message("amendment.no-day");
    }

    // How much of the new text was there before, by how alike each article is to what it was.
    private bool IsWhole()
    {
        var pairs = SiblingPairs.Of(_old.Articles, _new.Articles);
        var (kept, all) = (0.0, 0);
        foreach (var now in _new.Articles)
        {
            var said = now.Whole();
            all += said.Length;
            if (pairs.OldOf(now) is { } was)
                kept += said.Length * Comparison.Likeness.Of(was.Whole(), said);
        }

        return kept < LeastKept * all;
    }

    private void WriteSentences()
    {
        if (_old.Policy.Title != _new.Policy.Title)
            _sentences.Write([new ReplaceClause(["題名"], Printed($"\u3000\u3000\u3000{_new.Policy.Title}"))]);
        WriteContents();
        var chapters = AmendedChapters.Of(_old, _new);
        if (chapters is null)
        {
            _refusals.Add(InstrumentMessages.Catalog.Message("amendment.chapters"));
            return;
        }

        WriteArticles(chapters);
        WriteBeside(LegalLevel.Supplementary);
        WriteBeside(LegalLevel.Apart);
    }

    private static LegalNode Printed(params string[] lines) =>
        new()
        {
            Level = LegalLevel.Unnamed,
            Label = "",
            Lines = lines,
        };

    private void WriteContents()
    {
        var (old, now) = (_old.Contents, _new.Contents);
        if (old.Count == 0 || now.Count == 0 || old.SequenceEqual(now))
            return;
        if (old.Count == now.Count && WordChanges.Of([.. old.Zip(now)]) is { } changes)
            _sentences.Write([
                new WordsClause(
                    [
                        ["目次"],
                    ],
                    changes
                ),
            ]);
        else
            _sentences.Write([new ReplaceClause(["目次"], Printed([.. _new.PrintedContents]))]);
    }

    private void WriteArticles(AmendedChapters chapters)
    {
        var (old, now) = (chapters.OldArticles, chapters.NewArticles);
        var steps = SiblingChanges.Of(old, now, ["本則"], _units, _content.Of);
        Verify(steps.SelectMany(s => s.Clauses), old, now);
        var groups = SiblingChanges.Of(_old.Groups, _new.Groups, ["本則"], _units, (_, _) => []);
        Verify(
            [.. chapters.Names.Select(n => n.Clause), .. groups.SelectMany(s => s.Clauses)],
            _old.Groups,
            _new.Groups
        );
        // A chapter that goes frees the numbers of its articles.
        foreach (var clauses in Gone(groups))
            _sentences.Write(clauses);
        groups = [.. groups.Where(g => !g.Clauses.All(c => c is DeleteClause))];
        var names = new Queue<(int At, Clause Clause)>(chapters.Names);
        foreach (var sentence in Merged(Sentences(steps), names.Count > 0))
        {
            while (names.TryPeek(out var name) && name.At <= sentence.At)
                _sentences.Write([names.Dequeue().Clause]);
            _sentences.Write(sentence.Clauses);
        }

        foreach (var (_, clause) in names)
            _sentences.Write([clause]);
        foreach (var (_, clauses) in Sentences([.. groups.Select(chapters.WithArticles)]))
            _sentences.Write(clauses);
    }

    // A sentence for each article whose words change; those that only move share one.
    private static IEnumerable<(int At, IReadOnlyList<Clause> Clauses)> Sentences(IReadOnlyList<Step> steps)
    {
        var open = new List<Step>();
        foreach (var step in steps)
        {
            if (open.Count > 0 && (step.HasContent || step.Run != open[^1].Run))
            {
                yield return (open[0].At, [.. open.SelectMany(s => s.Clauses)]);
                open.Clear();
            }

            open.Add(step);
        }

        if (open.Count > 0)
            yield return (open[0].At, [.. open.SelectMany(s => s.Clauses)]);
    }

    private static IEnumerable<IReadOnlyList<Clause>> Gone(IReadOnlyList<Step> groups)
    {
        var gone = groups.SelectMany(g => g.Clauses).OfType<DeleteClause>().ToList<Clause>();
        return gone.Count > 0 ? [gone] : [];
    }

    // 第２条、第４条第２項及び第６条中: articles that follow each other and change alike.
    private static IEnumerable<(int At, IReadOnlyList<Clause> Clauses)> Merged(
        IEnumerable<(int At, IReadOnlyList<Clause> Clauses)> sentences,
        bool hasNames
    )
    {
        var open = default((int At, WordsClause Words)?);
        foreach (var (at, clauses) in sentences)
        {
            var words =
                clauses is [WordsClause { IsHeading: false, HasHeading: false } only] && !hasNames ? only : null;
            if (open is { } before && words is not null && before.Words.Changes.SequenceEqual(words.Changes))
            {
                open = (before.At, before.Words with { Paths = [.. before.Words.Paths, .. words.Paths] });
                continue;
            }

            if (open is { } done)
                yield return (done.At, [done.Words]);
            open = words is null ? null : (at, words);
            if (words is null)
                yield return (at, clauses);
        }

        if (open is { } last)
            yield return (last.At, [last.Words]);
    }

    private void WriteBeside(LegalLevel level)
    {
        var old = _old.Beside.FindAll(n => n.Level == level);
        var now = _new.Beside.FindAll(n => n.Level == level);
        // The last 附則 of the new text is that of the amendment.
        if (level == LegalLevel.Supplementary && now.Count > old.Count)
            now.RemoveRange(old.Count, now.Count - old.Count);
        var steps = SiblingChanges.Of(old, now, [level == LegalLevel.Apart ? "附則の次" : "本則"], _units, _content.Of);
        Verify(steps.SelectMany(s => s.Clauses), old, now);
        foreach (var (_, clauses) in Sentences(steps))
            _sentences.Write(clauses);
    }

    private void Verify(IEnumerable<Clause> clauses, IReadOnlyList<LegalNode> old, IReadOnlyList<LegalNode> now)
    {
        if (!AmendmentCheck.Makes(clauses, old, now))
            _refusals.Add(InstrumentMessages.Catalog.Message("amendment.unsure"));
    }
}
