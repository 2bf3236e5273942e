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
    private const int ShortestCut = 18;
    private const string Preamble = "preamble";
    private const string Rows = "rows";

    private readonly SourceText _source;
    private readonly PageLayout _page;
    private readonly Dictionary<int, LineMark> _marks = [];
    private readonly List<Draft> _roots = [];
    private readonly List<SourceLine> _joined = [];
    private readonly List<SourceLine> _furniture = [];
    private readonly List<SourceLine> _unplaced = [];
    private readonly List<List<Token>> _waiting = [];
    private readonly List<int> _waitingSources = [];
    private readonly HashSet<int> _contents = [];
    private readonly bool _hasArticles;
    private Draft? _last;
    private SourceLine? _lastLine;
    private bool _isInForm;
    private bool _isAfterSupplement;

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
        reader._contents.UnionWith(contents);
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

    private void Take(int index)
    {
        var line = _source.Lines[index];
        var mark = _marks[line.Number];
        if (line.IsBlank || _page.IsFurniture(line) || _contents.Contains(line.Number))
        {
            if (!line.IsBlank && !_contents.Contains(line.Number))
                _furniture.Add(line);
            Wait([Token.Literal(line.Text + NewLine(index))], 0);
            return;
        }

        if (line.IsRow || (line.Text.Contains('\t', StringComparison.Ordinal) && IsInTable()))
            Row(index, line);
        else if (Title(mark) is { } apart)
            Apart(index, mark, apart);
        else if (_isInForm)
            Unnumbered(index, WithoutNumber(mark));
        else if (mark.Number is not null && !IsWrappedNumber(index, mark))
            Numbered(index, mark);
        else if (IsCaption(mark) && IsHeadingOfSupplement(mark))
            GoOnWithHeading(index, mark);
        else if (IsCaption(mark) && NextOf(index) is { Number: not null, Group: null })
            Caption(index, mark);
        else
            Unnumbered(index, WithoutNumber(mark));
        _lastLine = line;
    }

    // What looks like a number is the beginning of what the line says.
    private static LineMark WithoutNumber(LineMark mark) =>
        mark with
        {
            Number = null,
            Gap = "",
            Form = "",
            Rest = mark.Number + mark.Gap + mark.Rest,
        };

    private static ProvisionKind? Title(LineMark mark)
    {
        if (mark.Number is not null || mark.Rest.Length > 60)
            return null;
        return ProvisionKinds.Apart(DeletedTitle(mark).Title)
            ?? (
                Named().Match(mark.Rest) is { Success: true } named
                    ? ProvisionKinds.Apart(named.Groups["title"].Value)
                    : null
            );
    }

    // 別表第2　削除
    private static (string Title, string Gap, string Text) DeletedTitle(LineMark mark) =>
        Deleted().Match(mark.Rest) is { Success: true } match
            ? (match.Groups["title"].Value, match.Groups["gap"].Value, match.Groups["text"].Value)
            : (mark.Rest, "", "");

    private void Apart(int index, LineMark mark, ProvisionKind kind)
    {
        var draft = Open(kind, "apart", null);
        var (title, gap, text) = DeletedTitle(mark);
        draft.Add(
            _source.Lines[index].Number,
            [Token.Literal(mark.Lead), new("heading", title), Token.Literal(gap), new("text", text), End(index, mark)]
        );
        _isInForm = kind == ProvisionKind.Form && text.Length == 0;
        _isAfterSupplement |= kind == ProvisionKind.Supplementary;
    }

    private void Numbered(int index, LineMark mark)
    {
        var parent = ParentOf(mark, out var form);
        var draft = Open(null, form, parent, mark.IsMarked);
        var tokens = new List<Token> { Token.Literal(mark.Lead), new("number", mark.Number!), Token.Literal(mark.Gap) };
        tokens.AddRange(Said(index, mark, draft));
        tokens.Add(End(index, mark));
        draft.Add(_source.Lines[index].Number, tokens);
        draft.Kind = KindOf(draft, parent);
    }

    // Only what does not follow by itself is stated.
    private static ProvisionKind? KindOf(Draft draft, Draft? parent)
    {
        if (parent is { Form: "第#条", HasText: true } && draft.Form == "#" && IsOfList(draft, parent))
            return ProvisionKind.Item;
        return parent is { Form: "第#条" or "apart" } && draft.Form == "①" && IsParagraph(draft, parent)
            ? ProvisionKind.Paragraph
            : null;
    }

    // The text of an article is its first paragraph, and the next one is numbered 2: what begins with 1 is a list.
    private static bool IsOfList(Draft draft, Draft parent)
    {
        var first = parent.Children.Find(c => c.Form == "#");
        return first?.Number is { } number && PrintedNumber.Parse(number)?.Values[0] == 1 && draft.Form == "#";
    }

    // ② after the text of an article is its second paragraph; ① with a sentence is the first of one without a text.
    private static bool IsParagraph(Draft draft, Draft parent)
    {
        if (!parent.HasText && draft.Text?.EndsWith('。') == true)
            return true;
        var first = parent.Children.Find(c => c.Form == "①");
        return first?.Number is { } number && PrintedNumber.Parse(number)?.Values[0] == 2;
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

    // 附　則, and on the next line （平成25年3月29日訓令第3号）.
    private bool IsHeadingOfSupplement(LineMark mark) =>
        _last is { Kind: ProvisionKind.Supplementary, HasText: false, Children.Count: 0 }
        && FrontForms.IsDated(mark.Rest);

    private void GoOnWithHeading(int index, LineMark mark)
    {
        Flush(_last!);
        _last!.Add(
            _source.Lines[index].Number,
            [Token.Literal(mark.Lead), new("heading", mark.Rest), End(index, mark)]
        );
    }

    private Draft Open(ProvisionKind? kind, string form, Draft? parent, bool isMarked = false)
    {
        var draft = new Draft(kind, form, parent, _source.Format == SourceFormat.Markdown) { IsMarked = isMarked };
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

    // 別表第2　機器の区分, 様式第1号　申請書
    [GeneratedRegex(@"^(?<title>(?:別表|別記|様式|別紙)\S*)[\s　]+[^。、\s　]{2,30}$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<title>\S+)(?<gap>[\s　]+)(?<text>削[\s　]*除)$")]
    private static partial Regex Deleted();

    private static bool IsCaption(LineMark mark) =>
        mark.Number is null && CaptionLine().IsMatch(mark.Rest) && !Note().IsMatch(mark.Rest);
}
