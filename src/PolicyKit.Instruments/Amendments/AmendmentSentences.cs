using System.Text;

namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// Writes clauses as the sentences of an amending text: joined with 、 until lines follow, and the citation of what has
/// just been named shortened to 同条, 同項, 同号.
/// </summary>
internal sealed class AmendmentSentences(AmendmentUnits units)
{
    private readonly List<string> _lines = [];
    private readonly StringBuilder _open = new();
    private IReadOnlyList<string> _last = [];
    private string? _within;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The clauses of one sentence, or of several where lines follow one of them.</summary>
    public void Write(IReadOnlyList<Clause> clauses)
    {
        clauses = Together(Ranged(clauses));
        var start = 0;
        while (start < clauses.Count)
        {
            var end = start;
            while (end < clauses.Count - 1 && clauses[end].Lines.Count == 0)
                end++;
            WriteSentence([.. clauses.Skip(start).Take(end - start + 1)]);
            start = end + 1;
        }
    }

    private void WriteSentence(IReadOnlyList<Clause> clauses)
    {
        _open.Clear();
        _last = [];
        _within = Within(clauses);
        if (_within is not null)
        {
            _last = [.. clauses[0].Path.SkipLast(1)];
            _open.Append(string.Concat(_last)).Append('中');
        }

        for (var i = 0; i < clauses.Count; i++)
            _open.Append(Text(clauses[i], isLast: i == clauses.Count - 1)).Append(i == clauses.Count - 1 ? '。' : '、');
        _lines.Add("\u3000" + _open);
        _lines.AddRange(clauses[^1].Lines);
    }

    // 第３条中第３項を第４項とし、第２項を第３項とし: when nothing else happens there.
    private static string? Within(IReadOnlyList<Clause> clauses)
    {
        var moves = clauses.Count(c => c is MoveClause or RangeMoveClause or DeleteClause);
        var parent = string.Concat(clauses[0].Path.SkipLast(1));
        var isAlike = clauses.All(c =>
            c is MoveClause or RangeMoveClause or DeleteClause or InsertClause
            && string.Concat(c.Path.SkipLast(1)) == parent
        );
        return moves > 1 && parent.Length > 0 && isAlike ? parent : null;
    }

    private string Text(Clause clause, bool isLast)
    {
        var text = clause switch
        {
            WordsClause words => Cited(words) + "中" + Changes(words.Changes, isLast),
            HeadingClause { Old: null } h =>
                $"{Name(h.Path)}に見出しとして「{h.Printed}」を{Verb("付す", "付し", isLast)}",
            HeadingClause { New: null } h => $"{Name(h.Path)}の見出しを{Verb("削る", "削り", isLast)}",
            HeadingClause h => $"{Name(h.Path)}の見出しを「{h.Printed}」に{Verb("改める", "改め", isLast)}",
            MoveClause move => Moved(move, isLast),
            RangeMoveClause range => Moved(range, isLast),
            DeleteClause gone => $"{Deleted(gone)}を{Verb("削る", "削り", isLast)}",
            ReplaceClause same => $"{Name(same.Path)}を次のように{Verb("改める", "改め", isLast)}",
            InsertClause more => $"{Name(more.Path)}の{(more.IsAfter ? "次" : "前")}に{Counted(more.Unit, isLast)}",
            AppendClause more => $"{Name(more.Path)}に{Counted(more.Unit, isLast)}",
            SentenceClause { IsProviso: true } more =>
                $"{Name(more.Path)}に次のただし書を{Verb("加える", "加え", isLast)}",
            SentenceClause more => $"{Name(more.Path)}に後段として次のように{Verb("加える", "加え", isLast)}",
            SentenceGoneClause gone => $"{Name(gone.Path)}{gone.Piece}を{Verb("削る", "削り", isLast)}",
            _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, null),
        };
        if (clause is not (MoveClause or RangeMoveClause))
            _last = clause is WordsClause w ? w.Paths[^1] : clause.Path;
        return text;
    }

    // 第３条から第５条まで, 第３条及び第５条.
    private string Deleted(DeleteClause gone)
    {
        var first = Name(gone.Path);
        if (gone.Others.Count == 0)
            return first;
        var last = gone.Others[^1];
        var numbers = gone.Others.Prepend(gone.Path[^1]).Select(Number).ToList();
        var isRow =
            gone.Others.Count > 1 && Enumerable.Range(1, gone.Others.Count).All(i => numbers[i] == numbers[0] + i);
        return isRow ? $"{first}から{last}まで" : Listed([first, .. gone.Others]);
    }

    private static string Counted(string unit, bool isLast) =>
        unit + (unit.EndsWith("ように", StringComparison.Ordinal) ? "" : "を") + Verb("加える", "加え", isLast);

    private string Moved(MoveClause move, bool isLast)
    {
        var from = Name(move.Path);
        IReadOnlyList<string> to = [.. move.Path.SkipLast(1), move.To];
        _last = move.Path;
        var name = _within is null && to.Count > 1 ? Name(to) : move.To;
        _last = to;
        return $"{from}を{name}と{Verb("する", "し", isLast)}";
    }

    private string Moved(RangeMoveClause range, bool isLast)
    {
        var (first, last) = range.IsDown
            ? (range.Moves[^1].From, range.Moves[0].From)
            : (range.Moves[0].From, range.Moves[^1].From);
        IReadOnlyList<string> path = [.. range.Path.SkipLast(1), first];
        var name = Name(path);
        // Of several nobody can say which one 同条 is.
        _last = [.. range.Path.SkipLast(1)];
        var verb = range.IsDown ? Verb("繰り下げる", "繰り下げ", isLast) : Verb("繰り上げる", "繰り上げ", isLast);
        return $"{name}から{last}までを{units.Each(range.By, range.Unit)}{verb}";
    }

    private string Cited(WordsClause words)
    {
        var names = new List<string>();
        foreach (var path in words.Paths)
        {
            names.Add(names.Count == 0 ? Name(path) : Beside(path));
            _last = path;
        }

        var text = names.Count == 1 ? names[0] : string.Join('、', names.SkipLast(1)) + "及び" + names[^1];
        if (words.IsHeading)
            return text + "の見出し";
        return words.HasHeading ? text + "（見出しを含む。）" : text;
    }

    // Of several the later ones leave out what they share with the one before: 第３条第１項及び第３項.
    private string Beside(IReadOnlyList<string> path)
    {
        var shared = 0;
        while (shared < path.Count - 1 && shared < _last.Count && path[shared] == _last[shared])
            shared++;
        return string.Concat(path.Skip(shared));
    }

    /// <summary>第３条第２項, or 同条第２項 after 第３条.</summary>
    private string Name(IReadOnlyList<string> path)
    {
        if (_within is not null)
            return _last.SequenceEqual(path) ? "同" + Unit(path[^1]) : path[^1];
        var shared = 0;
        while (shared < path.Count && shared < _last.Count && path[shared] == _last[shared])
            shared++;
        while (shared > 0 && Unit(path[shared - 1]).Length == 0)
            shared--;
        return shared == 0 ? string.Concat(path) : "同" + Unit(path[shared - 1]) + string.Concat(path.Skip(shared));
    }

    // 条, 項, 号, 章, 表; nothing for what 同 does not name.
    private static string Unit(string label)
    {
        if (label.StartsWith("別表", StringComparison.Ordinal))
            return "表";
        if (label.EndsWith("の項", StringComparison.Ordinal))
            return "項";
        var stem = label.StartsWith('第') ? label.Split('の')[0] : "";
        return stem.Length > 1 && "条項号編章節款目".Contains(stem[^1], StringComparison.Ordinal) ? stem[^1..] : "";
    }

    private static string Changes(IReadOnlyList<WordChange> changes, bool isLast)
    {
        var text = new StringBuilder();
        for (var i = 0; i < changes.Count; )
        {
            var verb = changes[i].Verb;
            var alike = changes.Skip(i).TakeWhile(c => c.Verb == verb).ToList();
            i += alike.Count;
            var isEnd = isLast && i == changes.Count;
            text.Append(
                verb switch
                {
                    WordVerb.Add => string.Join('、', alike.Select(c => $"「{c.Old}」の下に「{c.New}」を"))
                        + Verb("加える", "加え", isEnd),
                    WordVerb.Delete => Listed([.. alike.Select(c => $"「{c.Old}」")])
                        + "を"
                        + Verb("削る", "削り", isEnd),
                    _ => string.Join('、', alike.Select(c => $"「{c.Old}」を「{c.New}」に"))
                        + Verb("改める", "改め", isEnd),
                }
            );
            if (i < changes.Count)
                text.Append('、');
        }

        return text.ToString();
    }

    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : string.Join('、', names.SkipLast(1)) + "及び" + names[^1];

    private static string Verb(string atTheEnd, string before, bool isLast) => isLast ? atTheEnd : before;

    // Neighbours that go are named together.
    private static List<Clause> Together(List<Clause> clauses)
    {
        var result = new List<Clause>();
        foreach (var clause in clauses)
            if (
                clause is DeleteClause gone
                && result.LastOrDefault() is DeleteClause before
                && gone.Path.SkipLast(1).SequenceEqual(before.Path.SkipLast(1))
            )
                result[^1] = before with { Others = [.. before.Others, gone.Path[^1]] };
            else
                result.Add(clause);
        return result;
    }

    // Four or more that move alike: the first of them makes room, the rest moves together.
    private static List<Clause> Ranged(IReadOnlyList<Clause> clauses)
    {
        var result = new List<Clause>();
        for (var i = 0; i < clauses.Count; )
        {
            var run = MovesAlike(clauses, i);
            if (run.Count < 4)
            {
                result.Add(clauses[i++]);
                continue;
            }

            result.Add(run[0]);
            result.Add(Range(run.Skip(1).ToList()));
            i += run.Count;
        }

        return result;
    }

    private static RangeMoveClause Range(List<MoveClause> moves)
    {
        var (from, to) = (Number(moves[0].Path[^1])!.Value, Number(moves[0].To)!.Value);
        return new RangeMoveClause(
            moves[0].Path,
            moves.ConvertAll(m => (m.Path[^1], m.To)),
            Math.Abs(to - from),
            to > from,
            Unit(moves[0].To)
        );
    }

    private static List<MoveClause> MovesAlike(IReadOnlyList<Clause> clauses, int at)
    {
        var run = new List<MoveClause>();
        for (var i = at; i < clauses.Count && clauses[i] is MoveClause move; i++)
        {
            if (Number(move.Path[^1]) is not { } from || Number(move.To) is not { } to)
                break;
            if (run.Count > 0)
            {
                var (before, step) = (Number(run[^1].Path[^1])!.Value, to > from ? -1 : 1);
                if (from != before + step || to - from != Number(run[^1].To)!.Value - before)
                    break;
            }

            run.Add(move);
        }

        return run;
    }

    // 7 of 第７条; null for 第７条の２ and イ.
    private static int? Number(string label) =>
        label.StartsWith('第') && PolicyKit.Policies.PrintedNumber.Parse(label) is { Values.Count: 1 } number
            ? number.Values[0]
            : null;
}
