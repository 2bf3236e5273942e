using System.Text.RegularExpressions;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

// What a numbered line says, and the forms of lines.
internal sealed partial class StructureReader
{
    // What a numbered line says: a heading, a heading and a text, or a text.
    private List<Token> Said(int index, LineMark mark, Draft draft)
    {
        var rest = mark.Rest;
        if (rest.Length == 0)
            return [];
        if (ProvisionKinds.Bare(rest) == "削除")
            return [new("text", rest)];
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
            && (
                two.Groups["text"].Value.Contains('。', StringComparison.Ordinal)
                || two.Groups["gap"].Value == "\t"
                || DefinesTerms(draft)
            )
        )
            return
            [
                Token.Literal(two.Groups["open"].Value),
                new("heading", two.Groups["heading"].Value),
                Token.Literal(two.Groups["close"].Value + two.Groups["gap"].Value),
                new("text", two.Groups["text"].Value),
            ];
        return [new(IsHeading(index, mark) && !IsAmongTexts(draft, mark) ? "heading" : "text", rest)];
    }

    // Beneath 用語の定義 each entry is a term and what it means, with 。 at its end or without.
    private static bool DefinesTerms(Draft draft)
    {
        for (var at = draft.Parent; at is not null; at = at.Parent)
            if (at.Heading is { } heading && Terms().IsMatch(heading))
                return true;
        return false;
    }

    // What follows a list and speaks of all of it: 後段, ただし書, なお書き.
    private static bool IsAfterList(LineMark mark) => mark.Number is null && AfterList().IsMatch(mark.Rest);

    // The last of a list of texts is a text, too, whatever follows it.
    private bool IsAmongTexts(Draft draft, LineMark mark) =>
        !mark.IsMarked
        && (draft.Parent?.Children ?? _roots).LastOrDefault(d => d != draft && d.Form == draft.Form && !IsDeleted(d))
            is { Heading: null, HasText: true };

    private static bool IsDeleted(Draft draft) => ProvisionKinds.Bare(draft.Text ?? "") == "削除";

    private static bool HasCaption(Draft draft) => draft.Lines.Exists(l => l.Exists(t => t.Part == "heading"));

    private bool IsHeading(int index, LineMark mark)
    {
        var rest = mark.Rest;
        if (rest.Contains('。', StringComparison.Ordinal) || rest.Length > LongestHeading)
            return mark.IsMarked && rest.Length <= 2 * LongestHeading && !rest.Contains('。', StringComparison.Ordinal);
        if (!mark.IsMarked && (_page.IsFull(_source.Lines[index]) || rest.Contains("は、", StringComparison.Ordinal)))
            return false;
        if (NextOf(index) is not { } next)
            return false;
        if (next.Number is null)
            return !IsAfterList(next)
                && Title(next) is null
                && !IsCaption(next)
                && !(mark.Form.Length > 0 && next.Rest.Length == 0);
        // A short title above a list of another form; 次のもの introduces one.
        var isLead = rest.Contains("次", StringComparison.Ordinal) || rest.EndsWith("とおり", StringComparison.Ordinal);
        var isListBeneath =
            (next.Form != mark.Form || Continues(next.Number, mark.Number!))
            && next.Parsed!.Values[^1] == 1
            && !next.IsArticle
            && next.Group is null;
        return isListBeneath && !isLead && (!_hasArticles || mark.IsArticle);
    }

    [GeneratedRegex(@"^[（(][^（()）]{1,40}(?:[（(][^（()）]*[)）][^（()）]*)?[)）]$")]
    private static partial Regex CaptionLine();

    [GeneratedRegex("定義|用語|意義")]
    private static partial Regex Terms();

    [GeneratedRegex("^(?:この場合において|この場合、|ただし、|但し、|なお、)")]
    private static partial Regex AfterList();

    [GeneratedRegex(@"^(?<open>[（(])(?<heading>[^（()）]+)(?<close>[)）][\s　]*)(?<text>.*)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?<open>\*\*)?(?<heading>[^\s　。、*]{1,30})(?<close>(?(open)\*\*))(?<gap>[\s　]+)(?<text>\S.{5,})$"
    )]
    private static partial Regex Beside();

    [GeneratedRegex(
        "^(?:[（(〔［\\[].{0,60}(?:改正|追加|全改|繰下|繰上|削除)[^。]{0,40}[）)〕］\\]]"
            + "|[（(](?:明|大|昭|平|令)[元0-9０-９一二三四五六七八九十]+[^（()）。]{0,20}(?:訓令|規則|告示|条例|規程|要綱|要領|達)"
            + "[^（()）。]{0,30}[）)]"
            + "|(?:一部改正|全部改正|追加|本条追加|本条全改)[〔［\\[（(].{1,80}[〕］\\]）)])$"
    )]
    private static partial Regex Note();
}
