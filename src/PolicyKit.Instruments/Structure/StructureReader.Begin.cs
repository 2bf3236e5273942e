using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

// Where the provisions begin.
internal sealed partial class StructureReader
{
    // The first numbered line outside the table of contents, with the （見出し） above it; or a 前文.
    private int Begin(IReadOnlyList<int> contents)
    {
        var known = contents.ToHashSet();
        for (var i = 0; i < _source.Lines.Count; i++)
        {
            var line = _source.Lines[i];
            if (known.Contains(line.Number) || line.IsBlank || _page.IsFurniture(line))
                continue;
            var mark = _marks[line.Number];
            if (IsStart(mark) || ProvisionKinds.Apart(mark.Rest) is not null && mark.Number is null)
                return i;
            var isAbove = IsCaption(mark) && !FrontForms.IsDated(mark.Rest) && !known.Contains(line.Number + 1);
            if (isAbove && NextOf(i) is { Group: null } next && IsStart(next))
                return i;
            if (BeginsPreamble(i))
                return i;
        }

        return _source.Lines.Count;
    }

    // A sentence of its own, over several lines where the paper was narrow; a title or a date before it is none.
    private bool BeginsPreamble(int index)
    {
        var text = _source.Lines[index].Text.Trim();
        return text.Length > 15
            && !text.Contains('\t', StringComparison.Ordinal)
            && FrontForms.RoleOf(text) == FrontRole.Other
            && Sentence.From(_source.Lines, index) is { } sentence
            && (sentence.Lines == 1 || _source.Format == SourceFormat.Text)
            && FrontForms.IsPreamble(sentence.Text);
    }

    private bool IsStart(LineMark mark) =>
        mark.Number is not null
        && !FrontForms.IsDated(mark.Rest)
        && (mark.IsArticle || mark.Group is not null || (!_hasArticles && mark.Parsed!.Values[0] == 1));
}
