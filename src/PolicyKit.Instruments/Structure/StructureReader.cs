using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// Builds provisions from lines: by the ranks of 編章節款目, by the law of 条・項・号, and elsewhere by how the numbers are
/// written: a form that is open already continues its list, a new one begins a list beneath.
/// </summary>
internal sealed partial class StructureReader
{
    private const int LongestHeading = 40;
    private const string Preamble = "preamble";

    private readonly SourceText _source;
    private readonly PageLayout _page;
    private readonly Dictionary<int, LineMark> _marks = [];
    private readonly List<Draft> _roots = [];
    private readonly List<SourceLine> _joined = [];
    private readonly List<SourceLine> _furniture = [];
    private readonly List<SourceLine> _unplaced = [];
    private readonly List<List<Token>> _waiting = [];
    private readonly List<int> _waitingSources = [];
    private readonly bool _hasArticles;
    private Draft? _last;
    private SourceLine? _lastLine;
    private bool _isInForm;

    private StructureReader(SourceText source)
    {
        _source = source;
        _page = new PageLayout(source.Lines);
        foreach (var line in source.Lines)
            _marks[line.Number] = LineMarks.Read(line, source.Format);
        _hasArticles = _marks.Values.Count(m => m.IsArticle) > 0;
    }

    public static Outline Read(SourceText source)
    {
        var reader = new StructureReader(source);
        var contents = TableOfContents.Find(source, reader._marks);
        var begin = reader.Begin(contents);
        var front = source.Lines.Take(begin).ToList();
        for (var i = begin; i < source.Lines.Count; i++)
            reader.Take(i);
        reader.Finish();
        foreach (var list in reader.Lists())
            JoinBrokenHeading(list);
        return new Outline(
            front,
            contents,
            reader._roots,
            reader._hasArticles,
            reader._joined,
            reader._furniture,
            reader._unplaced
        );
    }

    // The first numbered line outside the table of contents, with the （見出し） above it; or a 前文.
    private int Begin(IReadOnlyList<int> contents)
    {
        var known = contents.ToHashSet();
        for (var i = 0; i < _source.Lines.Count; i++)
        {
            var line = _source.Lines[i];
            if (known.Contains(line.Number) || line.IsBlank)
                continue;
            var mark = _marks[line.Number];
            if (IsStart(mark) || ProvisionKinds.Apart(mark.Rest) is not null && mark.Number is null)
                return i;
            if (IsCaption(mark) && NextOf(i) is { } next && IsStart(next) && !known.Contains(line.Number + 1))
                return i;
            if (FrontMatter.IsPreamble(line.Text))
                return i;
        }

        return _source.Lines.Count;
    }

    private bool IsStart(LineMark mark) =>
        mark.Number is not null
        && (mark.IsArticle || mark.Group is not null || (!_hasArticles && mark.Parsed!.Values[0] == 1));

    private void Take(int index)
    {
        var line = _source.Lines[index];
        var mark = _marks[line.Number];
        if (line.IsBlank || _page.IsFurniture(line))
        {
            if (!line.IsBlank)
                _furniture.Add(line);
            Wait([Token.Literal(line.Text + NewLine(index))], 0);
            return;
        }

        if (line.IsRow || (line.Text.Contains('\t', StringComparison.Ordinal) && IsInTable()))
            Row(index, line);
        else if (Title(mark) is { } apart)
            Apart(index, mark, apart);
        else if (_isInForm)
            Unnumbered(index, mark);
        else if (mark.Number is not null && !IsWrappedNumber(index, mark))
            Numbered(index, mark);
        else if (IsCaption(mark) && NextOf(index) is { Number: not null })
            Caption(index, mark);
        else
            Unnumbered(index, mark with { Number = null, Rest = mark.Number + mark.Gap + mark.Rest });
        _lastLine = line;
    }

    private static ProvisionKind? Title(LineMark mark) =>
        mark.Number is null && mark.Rest.Length <= 60 ? ProvisionKinds.Apart(mark.Rest) : null;

    // In a text that breaks lines, 第3条 or (1) at the beginning of a line may be the middle of a sentence.
    private bool IsWrappedNumber(int index, LineMark mark)
    {
        if (_lastLine is not { } last || !_page.IsFull(last) || last.Text.TrimEnd()[^1] is '。')
            return false;
        return mark.Gap.Length == 0 || mark.Rest.Length == 0;
    }

    private void Apart(int index, LineMark mark, ProvisionKind kind)
    {
        var draft = Open(kind, "apart", null);
        draft.Add(_source.Lines[index].Number, [Token.Literal(mark.Lead), new("heading", mark.Rest), End(index, mark)]);
        _isInForm = kind == ProvisionKind.Form;
    }

    private void Numbered(int index, LineMark mark)
    {
        var parent = ParentOf(mark, out var form);
        var draft = Open(null, form, parent);
        var tokens = new List<Token> { Token.Literal(mark.Lead), new("number", mark.Number!), Token.Literal(mark.Gap) };
        tokens.AddRange(Said(index, mark, draft));
        tokens.Add(End(index, mark));
        draft.Add(_source.Lines[index].Number, tokens);
        draft.Kind = KindOf(draft, parent);
    }

    // Only what does not follow by itself is stated.
    private static ProvisionKind? KindOf(Draft draft, Draft? parent) =>
        parent is { Form: "第#条" or "apart" } && draft.Form == "①" && FollowsFirstParagraph(draft, parent)
            ? ProvisionKind.Paragraph
            : null;

    // ② after the text of an article is its second paragraph.
    private static bool FollowsFirstParagraph(Draft draft, Draft parent)
    {
        var first = parent.Children.Find(c => c.Form == "①");
        return first?.Number is { } number && PrintedNumber.Parse(number)?.Values[0] == 2;
    }

    private Draft? ParentOf(LineMark mark, out string form)
    {
        form = mark.Group is { } group ? group.ToString() : mark.Form;
        if (mark.Group is { } rank)
            return Ancestor(d => Enum.TryParse<ProvisionKind>(d.Form, out var above) && above < rank);
        if (mark.IsArticle)
            return Ancestor(d => d.Form == "apart" || Enum.TryParse<ProvisionKind>(d.Form, out _));
        if (mark.IsPlain && Ancestor(d => d.Form is "第#条" or "apart") is { } article)
            return article;
        if (mark.IsHyphenated)
            return Ancestor(d => d.Number is { } n && Continues(mark.Number!, n))
                ?? Ancestor(d => d.Form == "apart" || Enum.TryParse<ProvisionKind>(d.Form, out _));
        var wanted = form;
        if (Ancestor(d => d.Form == wanted) is { } sibling && !BeginsBeneath(mark, sibling))
            return sibling.Parent;
        return Ancestor(d => d.Form.Length > 0 && d.Form != Preamble);
    }

    // (1) under ① under (1): the list begins anew although it is open above.
    private bool BeginsBeneath(LineMark mark, Draft sibling) =>
        _last != sibling
        && mark.Parsed!.Values[0] == 1
        && _last!.Form != sibling.Form
        && _last.Children.Count == 0
        && PrintedNumber.Parse(sibling.Number ?? "")?.Values[0] > 0;

    private static bool Continues(string number, string parent)
    {
        var (here, above) = (PrintedNumber.Parse(number)?.Values, PrintedNumber.Parse(parent)?.Values);
        return here is not null
            && above is not null
            && here.Count == above.Count + 1
            && here.Take(above.Count).SequenceEqual(above);
    }

    private Draft? Ancestor(Func<Draft, bool> fits)
    {
        for (var draft = _last; draft is not null; draft = draft.Parent)
            if (fits(draft))
                return draft;
        return null;
    }

    // What a numbered line says: a heading, a heading and a text, or a text.
    private List<Token> Said(int index, LineMark mark, Draft draft)
    {
        var rest = mark.Rest;
        if (rest.Length == 0)
            return [];
        if (mark.Group is not null)
            return [new("heading", rest)];
        if (draft.Heading is not null || HasCaption(draft))
            return [new("text", rest)];
        if (
            mark.IsArticle
            && Bracketed().Match(rest) is { Success: true } b
            && b.Groups["heading"].Length <= LongestHeading
        )
            return
            [
                Token.Literal(b.Groups["open"].Value),
                new("heading", b.Groups["heading"].Value),
                Token.Literal(b.Groups["close"].Value),
                new("text", b.Groups["text"].Value),
            ];
        if (
            Beside().Match(rest) is { Success: true } two
            && two.Groups["text"].Value.Contains('。', StringComparison.Ordinal)
        )
            return
            [
                new("heading", two.Groups["heading"].Value),
                Token.Literal(two.Groups["gap"].Value),
                new("text", two.Groups["text"].Value),
            ];
        return [new(IsHeading(index, mark) && !IsAmongTexts(draft, mark) ? "heading" : "text", rest)];
    }

    // The last of a list of texts is a text, too, whatever follows it.
    private bool IsAmongTexts(Draft draft, LineMark mark) =>
        !mark.IsMarked
        && (draft.Parent?.Children ?? _roots).LastOrDefault(d => d != draft && d.Form == draft.Form)
            is { Heading: null, HasText: true };

    private static bool HasCaption(Draft draft) => draft.Lines.Exists(l => l.Exists(t => t.Part == "heading"));

    private bool IsHeading(int index, LineMark mark)
    {
        var rest = mark.Rest;
        if (
            rest.Contains('。', StringComparison.Ordinal)
            || rest.Length > LongestHeading
            || ProvisionKinds.Bare(rest) == "削除"
        )
            return mark.IsMarked && rest.Length <= 2 * LongestHeading && !rest.Contains('。', StringComparison.Ordinal);
        if (_page.IsFull(_source.Lines[index]) && !mark.IsMarked)
            return false;
        if (NextOf(index) is not { } next)
            return false;
        if (next.Number is null)
            return Title(next) is null && !IsCaption(next) && !(mark.Form.Length > 0 && next.Rest.Length == 0);
        // A short title above a list of another form; 次のもの introduces one.
        var isLead = rest.Contains("次", StringComparison.Ordinal) || rest.EndsWith("とおり", StringComparison.Ordinal);
        var isListBeneath =
            (next.Form != mark.Form || Continues(next.Number, mark.Number!))
            && next.Parsed!.Values[^1] == 1
            && !next.IsArticle
            && next.Group is null;
        return isListBeneath && !isLead && (!_hasArticles || mark.IsArticle);
    }

    private void Caption(int index, LineMark mark)
    {
        var open = mark.Rest[..1];
        Wait(
            [
                Token.Literal(mark.Lead + open),
                new("heading", mark.Rest[1..^1]),
                Token.Literal(mark.Rest[^1..]),
                End(index, mark),
            ],
            _source.Lines[index].Number
        );
    }

    private void Unnumbered(int index, LineMark mark)
    {
        var line = _source.Lines[index];
        if (Note().IsMatch(mark.Rest) && _last is not null)
        {
            var home = Ancestor(d => d.Form is "第#条" or "apart") ?? _last;
            Open(ProvisionKind.Note, "", home)
                .Add(line.Number, [Token.Literal(mark.Lead), new("text", mark.Rest), End(index, mark)]);
            return;
        }

        if (IsContinued(line))
        {
            _joined.Add(line);
            Flush(_last!);
            _last!.Add(line.Number, [Token.Literal(mark.Lead), new("text", mark.Rest), End(index, mark)]);
            return;
        }

        var draft = PlaceOf(mark);
        var part =
            mark.IsMarked && draft is { Parent: null, Lines.Count: 0 } && draft.Form.Length == 0 ? "heading" : "text";
        draft.Add(line.Number, [Token.Literal(mark.Lead), new(part, mark.Rest), End(index, mark)]);
        if (_isInForm)
            _unplaced.Add(line);
    }

    private bool IsContinued(SourceLine line) =>
        _last is { HasText: true }
        && _lastLine is { } last
        && _page.IsFull(last)
        && last.Text.TrimEnd()[^1] is not '。'
        && !line.IsHeading;

    // The text of what is open, or a paragraph of its own.
    private Draft PlaceOf(LineMark mark)
    {
        if (
            _last is { } last
            && last.Kind is not (ProvisionKind.Note or ProvisionKind.Form)
            && !last.HasText
            && last.Children.Count == 0
            && last.Rows.Count == 0
        )
        {
            if (last.Form != "apart" || last.Kind == ProvisionKind.Table)
            {
                Flush(last);
                return last;
            }
        }

        if (mark.IsMarked)
            return Open(null, "", null);
        if (_last is null)
            return Open(ProvisionKind.Preamble, Preamble, null);
        var home = HomeOf(mark);
        // A second paragraph beneath one heading: both are provisions beneath it.
        if (home is { Heading: not null, HasText: true, Children.Count: 0 } && home.Form != "第#条")
            home.SplitText();
        return Open(home?.Form == "apart" && _isInForm ? ProvisionKind.Text : null, "", home);
    }

    private Draft? HomeOf(LineMark mark)
    {
        var at = _last!;
        while (at.Parent is not null && at.Form.Length == 0)
            at = at.Parent;
        if (at.Form.Length == 0)
            return null;
        // After a list without headings the text goes on in what holds the list.
        while (
            at.Parent is { } above
            && at is { Heading: null }
            && at.Form is not ("第#条" or "apart")
            && !IsDeeper(mark, at)
        )
            at = above;
        return at;
    }

    private static bool IsDeeper(LineMark mark, Draft draft)
    {
        var lead = draft.Lines.SelectMany(l => l).FirstOrDefault(t => t.Part is null)?.Value ?? "";
        return mark.Lead.Length > lead.TrimStart('\n').Length + 1;
    }

    private bool IsInTable() => Ancestor(d => d.Kind is ProvisionKind.Table) is not null;

    private void Row(int index, SourceLine line)
    {
        if (
            _last is not { Kind: ProvisionKind.Table }
            || (_last.HasText && _last.Rows.Count == 0 && _last.Parent is not null)
        )
        {
            var home = Ancestor(d => d.Form.Length > 0);
            Open(ProvisionKind.Table, "", home);
        }

        Flush(_last!, isBetweenRows: _last!.Rows.Count > 0);
        _last!.Rows.Add(line.Text.Split('\t'));
        // All rows are one part: their line breaks lie within it, and the last one behind it.
        if (_last.Lines.Count > 0 && _last.Lines[^1] is [{ Part: "rows" }, _])
            _last.Lines.RemoveAt(_last.Lines.Count - 1);
        _last.Add(line.Number, [new("rows", "rows"), Token.Literal(NewLine(index))]);
    }

    private Draft Open(ProvisionKind? kind, string form, Draft? parent)
    {
        var draft = new Draft(kind, form, parent);
        (parent?.Children ?? _roots).Add(draft);
        Flush(draft);
        _last = draft;
        return draft;
    }

    // Blank lines, page numbers and （見出し） belong to what comes after them.
    private void Wait(List<Token> tokens, int source)
    {
        _waiting.Add(tokens);
        if (source > 0)
            _waitingSources.Add(source);
    }

    private void Flush(Draft draft, bool isBetweenRows = false)
    {
        if (isBetweenRows && _waiting.Count > 0)
        {
            // A gap in a table is kept as an empty row.
            foreach (var tokens in _waiting)
                draft.Rows.Add([string.Concat(tokens.Select(t => t.Value)).TrimEnd('\n')]);
            _waiting.Clear();
            return;
        }

        foreach (var tokens in _waiting)
            draft.Add(0, tokens);
        draft.Sources.AddRange(_waitingSources);
        _waiting.Clear();
        _waitingSources.Clear();
    }

    private void Finish()
    {
        if (_waiting.Count == 0)
            return;
        if (_last is null)
            return;
        Flush(_last);
    }

    private LineMark? NextOf(int index)
    {
        for (var i = index + 1; i < _source.Lines.Count; i++)
            if (!_source.Lines[i].IsBlank && !_page.IsFurniture(_source.Lines[i]))
                return _marks[_source.Lines[i].Number];
        return null;
    }

    private string NewLine(int index) => index < _source.Lines.Count - 1 || _source.EndsWithNewLine ? "\n" : "";

    private Token End(int index, LineMark mark) => Token.Literal(mark.Trail + NewLine(index));

    private IEnumerable<List<Draft>> Lists()
    {
        var open = new Stack<List<Draft>>([_roots]);
        while (open.TryPop(out var list))
        {
            yield return list;
            foreach (var draft in list)
                open.Push(draft.Children);
        }
    }

    // In a list of texts a single long heading with a text below it is a text whose line broke.
    private static void JoinBrokenHeading(List<Draft> list)
    {
        var numbered = list.Where(d => d.Number is not null).ToList();
        var headed = numbered.Where(d => d.Heading is not null).ToList();
        if (numbered.Count < 3 || headed.Count != 1 || headed[0] is not { HasText: true, Children.Count: 0 } broken)
            return;
        if (broken.Heading!.Length > LongestHeading / 2 && broken.Form is not "第#条")
            broken.HeadingIsText();
    }

    private static bool IsCaption(LineMark mark) =>
        mark.Number is null && CaptionLine().IsMatch(mark.Rest) && !Note().IsMatch(mark.Rest);

    [GeneratedRegex(@"^[（(][^（()）]{1,40}(?:[（(][^（()）]*[)）][^（()）]*)?[)）]$")]
    private static partial Regex CaptionLine();

    [GeneratedRegex(@"^(?<open>[（(])(?<heading>[^（()）]+)(?<close>[)）][\s　]*)(?<text>.*)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<heading>[^\s　。、]{1,30})(?<gap>[\s　]+)(?<text>\S.{5,})$")]
    private static partial Regex Beside();

    [GeneratedRegex(
        "^(?:[（(〔［\\[].{0,60}(?:改正|追加|全改|繰下|繰上|削除)[^。]{0,40}[）)〕］\\]]"
            + "|(?:一部改正|全部改正|追加|本条追加|本条全改)[〔［\\[（(].{1,80}[〕］\\]）)])$"
    )]
    private static partial Regex Note();
}
