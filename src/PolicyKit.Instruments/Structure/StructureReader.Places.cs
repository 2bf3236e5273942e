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
            return Hyphenated(mark);
        var wanted = form;
        // A heading goes on with the headings of its form, whatever lists stand beneath them.
        var sibling = mark.IsMarked ? Ancestor(d => d.Form == wanted && d.IsMarked) : null;
        sibling ??= Ancestor(d => d.Form == wanted);
        if (sibling is not null && !BeginsBeneath(mark, sibling))
            return sibling.Parent;
        return Ancestor(d => d.Form.Length > 0 && d.Form != Preamble);
    }

    // 2―1―3 stands beneath 2―1, 2.1 beneath 2; else beside what is written like it.
    private Draft? Hyphenated(LineMark mark)
    {
        if (Ancestor(d => d.Form is "#" or "第#" or "#-#" or "#.#" && Continues(mark.Number!, d.Number!)) is { } above)
            return above;
        return Ancestor(d => d.Form == mark.Form) is { } sibling ? sibling.Parent : Ancestor(d => HoldsArticles(d));
    }

    private static bool HoldsArticles(Draft draft) =>
        draft is { Form: "apart", Kind: not ProvisionKind.Preamble } || Enum.TryParse<ProvisionKind>(draft.Form, out _);

    // A 前文 holds paragraphs and bracketed items; what is numbered like a section comes after it.
    private bool IsAfterPreamble(LineMark mark) =>
        !_hasArticles
        && Ancestor(d => d.Form == "apart") is { Kind: ProvisionKind.Preamble }
        && mark.Form is "#" or "第#" or "#-#" or "#.#" or "Ⅰ" or "一";

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

        if (IsSignature(index, mark))
        {
            Open(ProvisionKind.Note, "", null)
                .Add(line.Number, [Token.Literal(mark.Lead), new("text", mark.Rest), End(index, mark)]);
            return;
        }

        if (IsTableTitle(index, line, mark))
        {
            TableTitle(index, mark);
            return;
        }

        if (IsInColumns(index) && !_isInForm)
        {
            ColumnRow(index, mark);
            return;
        }

        if (IsContinued(line))
        {
            _joined.Add(line);
            Flush(_last!);
            _last!.Add(line.Number, [Token.Literal(mark.Lead), new("text", mark.Rest), End(index, mark)]);
            return;
        }

        var draft = PlaceOf(line, mark);
        var part =
            mark.IsMarked && draft is { Parent: null, Lines.Count: 0 } && draft.Form.Length == 0 ? "heading" : "text";
        draft.Add(line.Number, [Token.Literal(mark.Lead), new(part, mark.Rest), End(index, mark)]);
        if (_isInForm)
            _unplaced.Add(line);
    }

    // The text of what is open, or a paragraph of its own.
    private Draft PlaceOf(SourceLine line, LineMark mark)
    {
        if (
            !IsBullet(line, mark)
            && _last is { } last
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

        // After the 附則 a heading without a number is of the page: an address, a download.
        if (mark.IsMarked && _isAfterSupplement && (!_isInForm || line.IsHeading))
        {
            _unplaced.Add(line);
            return Open(ProvisionKind.Text, "", null);
        }

        if (mark.IsMarked)
            return Open(null, "", null);
        if (IsAfterList(mark) && OfList() is { } list)
            return Open(ProvisionKind.Text, "", list);
        if (_last is null)
            return Open(ProvisionKind.Preamble, Preamble, null);
        // A bullet stands beneath the item or article before it, and is no paragraph (項) of it.
        if (_hasArticles && IsBullet(line, mark) && Ancestor(d => d.Form.Length > 0) is { } item)
            return Open(ProvisionKind.Text, "", item);
        var home = HomeOf(mark);
        // A second paragraph beneath one heading: both are provisions beneath it.
        if (
            home is { Heading: not null, HasText: true, Children.Count: 0, Rows.Count: 0 }
            && home.Form != "第#条"
            && !IsBullet(line, mark)
        )
            home.SplitText();
        return Open(KindIn(home, mark), "", home);
    }

    private static bool IsBullet(SourceLine line, LineMark mark) =>
        line.IsBullet || mark.Lead.AsSpan().IndexOfAny("○●◯◎■□◆◇▪・•－-*+") >= 0;

    // Lines of a form and of a table that is set with white space are no paragraphs.
    private ProvisionKind? KindIn(Draft? home, LineMark mark)
    {
        if (home?.Form != "apart" || home.Kind is ProvisionKind.Supplementary or ProvisionKind.Preamble)
            return home is null && _isAfterSupplement ? ProvisionKind.Text : null;
        return Remark().IsMatch(mark.Rest) ? ProvisionKind.Note : ProvisionKind.Text;
    }

    // What holds the list that is open: its texts are items without headings.
    private Draft? OfList()
    {
        var at = _last;
        while (at is { Heading: null, Parent: not null } && at.Form is not ("第#条" or "apart" or ""))
            at = at.Parent;
        return at == _last || at is { Form: "" } ? null : at;
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
