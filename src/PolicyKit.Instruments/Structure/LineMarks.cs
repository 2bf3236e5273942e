using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>Takes the beginning of a line apart. One table of the forms that numbers have in official texts.</summary>
internal static partial class LineMarks
{
    private const string D = "[0-9０-９]";
    private const string J = "[0-9０-９〇一二三四五六七八九十百千]";
    private const string Katakana =
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンヰヱ";

    // Several numbers in one are deleted together: 第3条及び第4条　削除, (2)～(4)　削除, 三、四及び五　削除.
    private const string Joint = "(?:から|及び|並びに|、|・|～|〜)";
    private const string Deleted = "(?:まで)?(?=[\\s　]*削[\\s　]*除[\\s　]*$)";

    // Form, and what it looks like with what must follow it.
    private static readonly (string Form, Regex Pattern)[] Numbers =
    [
        ("第#章", Make($"第{J}+[編章節款目](?:の{J}+)*(?![のにをはがと、。]).{{0}}(?=[^。]{{0,40}}$)")),
        ("第#条", Several($"第{J}+条(?:の{J}+)*")),
        ("第#条", Make($"第{J}+条(?:の{J}+)*(?:から第{J}+条(?:の{J}+)*まで)?(?=[\\s　（(]|$)")),
        ("第#項", Several($"第{J}+項")),
        ("第#項", Make($"第{J}+項(?=[\\s　])")),
        ("第#号", Several($"第{J}+号(?:の{J}+)*")),
        ("第#号", Make($"第{J}+号(?:の{J}+)*(?=[\\s　])")),
        ("第#", Make($"第{J}+(?:の{J}+)*(?=[\\s　])")),
        ("Q#", Make($"[QＱ]{D}{{1,3}}[.．]?(?=[\\s　])")),
        ("#-#", Make($"{D}{{1,3}}(?:[-―－‐–−ー]{D}{{1,3}})+[.．]?(?=[\\s　])")),
        ("#.#", Make($"{D}{{1,3}}(?:[.．]{D}{{1,3}})+[.．]?(?=[\\s　])")),
        ("#", Several($"{D}{{1,3}}")),
        ("#", Make($"{D}{{1,3}}(?:[.．、](?!{D})|(?=[\\s　]|$))")),
        ("(#)", Several($"(?:[(（]{D}{{1,3}}[)）]|[⑴-⒇])(?:の{J}+)*")),
        ("(#)", Make($"(?:[(（]{D}{{1,3}}[)）]|[⑴-⒇])(?:の{J}+)*")),
        ("①", Several("[①-⑳㉑-㉟㊱-㊿]")),
        ("①", Make("[①-⑳㉑-㉟㊱-㊿]")),
        ("(ア)", Make($"[(（][{Katakana}ｱ-ﾝ][)）]")),
        ("ア", Several($"[{Katakana}ｱ-ﾝ]")),
        ("ア", Make($"[{Katakana}ｱ-ﾝ](?=[\\s　.．、「])[.．、]?")),
        ("ア", Make("[アイイロｱｲ](?=[\\u4e00-\\u9fff])")),
        ("(一)", Make("[(（][一二三四五六七八九十]+[)）]")),
        ("一", Several("[一二三四五六七八九十]{1,3}(?:の[二三四五六七八九十]+)?")),
        ("一", Make("[一二三四五六七八九十]{1,3}(?:の[二三四五六七八九十]+)?(?=[\\s　、])、?")),
        ("ⅰ", Make("[(（]?[ⅰ-ⅻ][)）.．]?(?=[\\s　]|$)")),
        ("Ⅰ", Make("[(（]?[Ⅰ-Ⅻ][)）.．]?(?=[\\s　]|$)")),
        ("(a)", Make("[(（][a-zａ-ｚ]{1,4}[)）]")),
        ("a", Make("[a-zａ-ｚ][.．)）]?(?=[\\s　])")),
    ];

    /// <summary>The line taken apart.</summary>
    public static LineMark Read(SourceLine line, SourceFormat format)
    {
        var text = line.Text;
        var lead = (format == SourceFormat.Markdown ? MarkdownLead() : PlainLead()).Match(text).Value;
        var isMarked =
            line.IsHeading || (format == SourceFormat.Markdown && lead.Contains('#', StringComparison.Ordinal));
        // A line that is bold as a whole is bold around what it says.
        if (format == SourceFormat.Markdown && Bold().Match(text[lead.Length..]) is { Success: true } bold)
        {
            var inner = Read(line with { Text = bold.Groups["text"].Value }, SourceFormat.Text);
            return inner with
            {
                Lead = lead + "**" + inner.Lead,
                Trail = inner.Trail + "**" + bold.Groups["trail"].Value,
                IsMarked = true,
            };
        }

        if (NumberAt(text, lead.Length) is not { } found)
        {
            // A bullet that no number follows may belong to the text, and does no harm in the layout.
            var trail = text[text.TrimEnd().Length..];
            return new LineMark(
                lead,
                null,
                "",
                text[lead.Length..].TrimEnd(),
                lead.Length >= text.Length ? "" : trail,
                isMarked,
                ""
            );
        }

        var at = lead.Length + found.Number.Length;
        var gap = text[at..].Length - text[at..].TrimStart().Length;
        var rest = text[(at + gap)..].TrimEnd();
        return new LineMark(
            lead,
            found.Number,
            text.Substring(at, gap),
            rest,
            text[(at + gap + rest.Length)..],
            isMarked,
            found.Form
        );
    }

    private static (string Form, string Number)? NumberAt(string text, int at)
    {
        foreach (var (form, pattern) in Numbers)
        {
            var match = pattern.Match(text, at);
            if (!match.Success || match.Index != at || PrintedNumber.Parse(match.Value.TrimEnd()) is not { } number)
                continue;
            // 1.0 is a version.
            if (number.Values.Count > 1 && number.Values.Contains(0))
                return null;
            // (1)に掲げる and (1)から begin a sentence's second half.
            var rest = text.AsSpan(at + match.Length);
            if (
                form is "(#)" or "①"
                && rest.Length > 0
                && rest[0] is 'に' or 'か' or 'の' or 'を' or 'は' or 'が' or 'と' or 'で' or '、'
            )
                return null;
            return (form, match.Value);
        }

        return null;
    }

    [GeneratedRegex(@"^\*\*(?<text>[^*]+)\*\*(?<trail>\s*)$")]
    private static partial Regex Bold();

    private static Regex Several(string one) => Make($"{one}(?:{Joint}{one})+{Deleted}");

    private static Regex Make(string pattern) => new(@"\G(?:" + pattern + ")", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^[\s　]*(?:#{1,6}\s+|[-*+]\s+|>\s?|[・•●]\s*(?=[(（⑴-⒇①-⑳0-9０-９])|[○●◯◎■□◆◇▪・•－]\s+)*")]
    private static partial Regex MarkdownLead();

    [GeneratedRegex(@"^[\s　]*(?:[・•●]\s*(?=[(（⑴-⒇①-⑳0-9０-９])|[○●◯◎■□◆◇▪・•－]\s+)?")]
    private static partial Regex PlainLead();
}
