using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

// Which lines go on with the one before, and which close the document.
internal sealed partial class StructureReader
{
    // In a text that breaks lines, 第3条 or (1) at the beginning of a line may be the middle of a sentence.
    private bool IsWrappedNumber(int index, LineMark mark)
    {
        if (_lastLine is not { } last || !_page.IsFull(last) || last.Text.TrimEnd()[^1] is '。')
            return false;
        return mark.Gap.Length == 0 || mark.Rest.Length == 0;
    }

    // The day, the office and the name at the end, set to the right or with a seal.
    private bool IsSignature(int index, LineMark mark)
    {
        if (mark.Rest.Length > 40 || mark.Rest.EndsWith('。') || _last is null || _isInForm)
            return false;
        if (!FrontForms.IsHead(mark.Rest) && !FrontForms.IsDated(mark.Rest) && !Seal().IsMatch(mark.Rest))
            return false;
        return Seal().IsMatch(mark.Rest) || (mark.Lead.Length >= 3 && IsAtEnd(index));
    }

    // Nothing but signatures, 別表 and forms comes after it.
    private bool IsAtEnd(int index)
    {
        for (var i = index + 1; i < _source.Lines.Count; i++)
        {
            if (_page.IsFurniture(_source.Lines[i]))
                continue;
            var mark = _marks[_source.Lines[i].Number];
            if (Title(mark) is ProvisionKind.Table or ProvisionKind.Form)
                return true;
            if (mark.Number is not null || mark.Rest.EndsWith('。'))
                return false;
        }

        return true;
    }

    private bool IsContinued(SourceLine line) =>
        _last is { HasText: true }
        && _lastLine is { } last
        && !line.IsHeading
        && !line.IsBullet
        && _marks[line.Number].Lead.All(char.IsWhiteSpace)
        && (IsCutByPage(last, line) || IsCutInSentence(last, line));

    private bool IsCutByPage(SourceLine last, SourceLine line)
    {
        if (!_page.IsFull(last))
            return false;
        // A new paragraph is indented.
        var mark = _marks[line.Number];
        return last.Text.TrimEnd()[^1] is not '。' || (mark.Lead.Length == 0 && IsAfterList(mark));
    }

    // A text that has begun a sentence ends it: what is written as lines of a page is not so in Word and HTML.
    private bool IsCutInSentence(SourceLine last, SourceLine line)
    {
        var text = last.Text.Trim();
        return _source.Format is SourceFormat.Text
            && last.Number == line.Number - 1
            && text.Length >= ShortestCut
            && text.Contains('、', StringComparison.Ordinal)
            && text[^1] is not ('。' or '）' or ')' or '」' or '：' or ':')
            && !IsAfterList(_marks[line.Number])
            && !line.Text.Contains('\t', StringComparison.Ordinal);
    }

    [GeneratedRegex("㊞|[(（]公印省略[)）]|[(（]印[)）]$")]
    private static partial Regex Seal();
}
