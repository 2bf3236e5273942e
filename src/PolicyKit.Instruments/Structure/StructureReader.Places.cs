using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

// Where a line belongs: beneath what, and after what.
internal sealed partial class StructureReader
{
    private Draft? ParentOf(LineMark mark, out string form)
    {
        form = mark.Group is { } group ? group.ToString() : mark.Form;
        if (mark.Group is { } rank)
            return Ancestor(d => Enum.TryParse<ProvisionKind>(d.Form, out var above) && above < rank);
        if (mark.IsArticle)
            return Ancestor(d => HoldsArticles(d));
        if (IsAfterPreamble(mark))
            return null;
        if (mark.IsPlain && Ancestor(d => d.Form is "第#条" or "apart") is { } article)
            return article;
        if (mark.IsHyphenated)
            return Ancestor(d => d.Number is { } n && Continues(mark.Number!, n)) ?? Ancestor(d => HoldsArticles(d));
        var wanted = form;
        // A heading goes on with the headings of its form, whatever lists stand beneath them.
        var sibling = mark.IsMarked ? Ancestor(d => d.Form == wanted && d.IsMarked) : null;
        sibling ??= Ancestor(d => d.Form == wanted);
        if (sibling is not null && !BeginsBeneath(mark, sibling))
            return sibling.Parent;
        return Ancestor(d => d.Form.Length > 0 && d.Form != Preamble);
    }

    private static bool HoldsArticles(Draft draft) =>
        draft is { Form: "apart", Kind: not ProvisionKind.Preamble } || Enum.TryParse<ProvisionKind>(draft.Form, out _);

    // A 前文 holds paragraphs and bracketed items; what is numbered like a section comes after it.
    private bool IsAfterPreamble(LineMark mark) =>
        !_hasArticles
        && Ancestor(d => d.Form == "apart") is { Kind: ProvisionKind.Preamble }
        && mark.Form is "#" or "第#" or "#-#" or "Ⅰ" or "一";

    // (1) under ① under (1): the list begins anew although it is open above; so does a list beneath a heading.
    private bool BeginsBeneath(LineMark mark, Draft sibling) =>
        (sibling.IsMarked && !mark.IsMarked && mark.Parsed!.Values[0] == 1) || BeginsAnew(mark, sibling);

    private bool BeginsAnew(LineMark mark, Draft sibling) =>
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
        && !line.IsHeading
        && _marks[line.Number].Lead.All(char.IsWhiteSpace);

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
}
