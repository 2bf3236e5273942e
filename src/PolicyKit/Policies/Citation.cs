using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>
/// Writes citations from the printed numbers and the kinds of provisions; canonical ids are never shown to readers of a
/// report.
/// </summary>
public static class Citation
{
    private static readonly (string Begins, string Name)[] Pieces =
    {
        ("この場合", "後段"),
        ("ただし、", "ただし書"),
        ("但し、", "ただし書"),
        ("なお、", "なお書き"),
    };

    /// <summary>The citation of a provision; null if the policy has no such provision.</summary>
    public static string? Format(SecurityPolicy policy, ProvisionId id, CitationStyle style)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var path = ProvisionStep.PathTo(policy.Provisions, id);
        if (path is null)
            return null;
        var cited = Format(path, style, shorten: true);
        return IsInKanji(policy) && ProvisionKinds.IsApart(path[0].Kind) ? InKanji(cited) : cited;
    }

    // The articles of a text tell how it writes its numbers, also where a 附則 has none.
    private static bool IsInKanji(SecurityPolicy policy) =>
        policy.CitationStyle == CitationStyle.Article
        && policy.AllProvisions.FirstOrDefault(p => p.Number?.IndexOf('条') > 0)?.Number is { } number
        && PrintedNumber.Parse(number)?.Script == NumeralScript.Kanji;

    private static string InKanji(string citation) =>
        Regex.Replace(
            citation,
            "(?<=第)[0-9]+(?=[項号])",
            m => NumeralScripts.Write(NumeralScript.Kanji, int.Parse(m.Value, CultureInfo.InvariantCulture)) ?? m.Value
        );

    /// <summary>Every way a text may refer to a provision by its number, normalised for comparison.</summary>
    internal static IEnumerable<string> Keys(IReadOnlyList<ProvisionStep> path, CitationStyle style)
    {
        var cited = new List<string> { Format(path, style, shorten: true), Format(path, style, shorten: false) };
        // An article of one paragraph may be named with it: 第2条第1項.
        if (path[path.Count - 1] is { Kind: ProvisionKind.Article } article && article.Provision.Text is not null)
            cited.Add(cited[1] + "第1項");
        return cited.Select(Normalize).Distinct();
    }

    internal static string Normalize(string citation) =>
        Regex
            .Replace(
                JapaneseText.Fold(citation),
                "[〇一二三四五六七八九十百千]+",
                m => (JapaneseNumeral.Parse(m.Value) ?? 0).ToString(CultureInfo.InvariantCulture)
            )
            .Replace(" ", "");

    private static string Format(IReadOnlyList<ProvisionStep> path, CitationStyle style, bool shorten)
    {
        if (style == CitationStyle.Ascii)
            return string.Join(".", path.Select(Ascii));
        if (style is not (CitationStyle.Outline or CitationStyle.Article))
            throw new ArgumentOutOfRangeException(nameof(style), style, null);
        for (var i = 0; i < path.Count; i++)
            if (ProvisionKinds.IsApart(path[i].Kind) && HasTitle(path[i]))
                return Title(path[i]) + Beneath(path, i + 1, style, shorten);
            else if (style == CitationStyle.Article && ProvisionKinds.IsRoot(path[i].Kind))
                return Trim(path[i].Provision.Number ?? "") + ByLaw(path, i + 1, shorten);
        return Outline(path, 0);
    }

    // 附則（一） of an outline is no 号.
    private static string Beneath(IReadOnlyList<ProvisionStep> path, int from, CitationStyle style, bool shorten) =>
        style == CitationStyle.Outline && from < path.Count && path[from].Kind == ProvisionKind.Item
            ? Outline(path, from)
            : ByLaw(path, from, shorten);

    private static string Ascii(ProvisionStep step) =>
        step.Provision.Number is { } n
            ? string.Join("-", ProvisionNumber.Parse(n) ?? ValueList.Create(step.Ordinal))
            : "p" + step.Unnumbered.ToString(CultureInfo.InvariantCulture);

    // 1(2)①; under 2 the number 2―4 says 2 already; two digits that meet are told apart: 第5の2.
    private static string Outline(IReadOnlyList<ProvisionStep> path, int from)
    {
        var (text, last) = ("", "");
        for (var i = from; i < path.Count; i++)
        {
            var part = Unnumbered(path[i]) ?? Trim(path[i].Provision.Number!);
            if (Continues(part, last))
                text = text.Substring(0, text.Length - last.Length);
            else if (text.Length > 0 && char.IsDigit(text[text.Length - 1]) && char.IsDigit(part[0]))
                text += "の";
            (text, last) = (text + part, part);
        }

        return text;
    }

    private static string? Unnumbered(ProvisionStep step)
    {
        if (step.Provision.Number is not null)
            return null;
        return step.Kind == ProvisionKind.Table ? "の表" : Piece(step);
    }

    // What follows a list and speaks of all of it has a name of its own.
    private static string Piece(ProvisionStep step)
    {
        var text = step.Kind == ProvisionKind.Text ? step.Provision.Text ?? "" : "";
        foreach (var (begins, name) in Pieces)
            if (text.StartsWith(begins, StringComparison.Ordinal))
                return name;
        return $" 第{step.Unnumbered}段落";
    }

    // A table within an article has no title of its own; what stands above it is a heading, but for 別表 and 表１.
    private static bool HasTitle(ProvisionStep step)
    {
        if (step.Kind == ProvisionKind.Preamble || step.Provision.Number is not null)
            return true;
        return step.Kind == ProvisionKind.Table
            ? ProvisionKinds.Apart(step.Provision.Heading?.Split(' ', '\u3000', '\t')[0]) is not null
            : step.Provision.Heading is not null;
    }

    // 1―2 under 第1 says 1 already, as 1.2 does under 1.
    private static bool Continues(string number, string parent)
    {
        if (
            PrintedNumber.Parse(number) is { Between.Count: > 0, Before.Length: 0, IsBranch: false } child
            && PrintedNumber.Parse(parent) is { Before: "" or "第" } outer
            && outer.Values.Count < child.Values.Count
            && child.Values.Take(outer.Values.Count).SequenceEqual(outer.Values)
        )
            return true;
        var (here, above) = (JapaneseText.Fold(number), JapaneseText.Fold(parent));
        return above.Length > 0
            && here.Length > above.Length
            && here.StartsWith(above, StringComparison.Ordinal)
            && here[above.Length] is '-' or '.';
    }

    // What stands beneath an article or 附則, by the law of 条・項・号.
    private static string ByLaw(IReadOnlyList<ProvisionStep> path, int from, bool shorten)
    {
        var text = "";
        for (var i = from; i < path.Count; i++)
            text += path[i].Kind switch
            {
                ProvisionKind.Paragraph => Paragraph(path[i], path[i - 1], shorten),
                ProvisionKind.Item => FirstParagraph(path, i - 1, shorten) + Counted(path, i, "号"),
                ProvisionKind.Article => Trim(path[i].Provision.Number ?? ""),
                _ when path[i].Provision.Number is { } number => Trim(number),
                ProvisionKind.Table => "の表",
                _ => Piece(path[i]),
            };
        return text;

        string Paragraph(ProvisionStep step, ProvisionStep parent, bool isShort)
        {
            // The only paragraph is named by its article; one that is printed as the second is not the only one.
            if (isShort && parent.Paragraphs == 1 && IsFirst(step) && !IsNumberedSupplement(step, parent))
                return "";
            if (step.Provision.Number is not null)
                return Counted(path, step.Depth, "項");
            var number = step.Paragraph + (parent.IsFirstParagraph ? 1 : 0);
            return $"第{Written(path, number)}項";
        }
    }

    private static bool IsNumberedSupplement(ProvisionStep paragraph, ProvisionStep parent) =>
        parent.Kind == ProvisionKind.Supplementary && paragraph.Provision.Number is not null;

    private static bool IsFirst(ProvisionStep paragraph) =>
        paragraph.Provision.Number is not { } number
        || ProvisionNumber.Parse(number) is not { } values
        || values[0] == 1;

    // An item right under an article with several paragraphs belongs to the first of them.
    private static string FirstParagraph(IReadOnlyList<ProvisionStep> path, int at, bool shorten)
    {
        if (path[at].Kind != ProvisionKind.Article)
            return "";
        return path[at].Paragraphs > 1 || !shorten ? $"第{Written(path, 1)}項" : "";
    }

    private static string Counted(IReadOnlyList<ProvisionStep> path, int at, string unit)
    {
        var number = Trim(path[at].Provision.Number ?? "");
        // 第1号 is printed as it is cited.
        if (number.StartsWith("第", StringComparison.Ordinal) && number.IndexOf(unit[0]) > 0)
            return number;
        if (ProvisionNumber.Parse(number) is not { } values)
            return number;
        var several = PrintedNumber.Parse(number) is { IsRange: true } n && n.Values.Count == values.Count ? n : null;
        var text = $"第{Written(path, values[0])}{unit}";
        for (var i = 1; i < values.Count; i++)
            text +=
                several is not null && PrintedNumber.Joint(several.Between[i - 1]) is { } joint
                    ? $"{joint}第{Written(path, values[i])}{unit}"
                    : "の" + Written(path, values[i]);
        return text + (several?.After.EndsWith("まで", StringComparison.Ordinal) == true ? "まで" : "");
    }

    // A body that writes 第二条 writes 第一号.
    private static string Written(IReadOnlyList<ProvisionStep> path, int value)
    {
        var script = NumeralScript.Arabic;
        foreach (var step in path)
            if (step.Kind == ProvisionKind.Article && PrintedNumber.Parse(step.Provision.Number ?? "") is { } article)
                script = article.Script;
        return NumeralScripts.Write(script, value) ?? value.ToString(CultureInfo.InvariantCulture);
    }

    // 附　則(平成31年…) is cited 附則 (平成31年…), 別表第1（第3条関係） is 別表第1.
    private static string Title(ProvisionStep step)
    {
        if (step.Kind == ProvisionKind.Preamble)
            return "前文";
        var printed = step.Provision.Number ?? step.Provision.Heading ?? step.Provision.Text ?? "";
        // 別表第2　機器の区分 is cited 別表第2.
        if (step.Kind is ProvisionKind.Table or ProvisionKind.Form && ProvisionKinds.Apart(printed) is null)
            printed = printed.Split(' ', '\u3000', '\t')[0];
        var title = ProvisionKinds.Bare(printed);
        var open = title.IndexOfAny(new[] { '(', '（' });
        if (open < 0)
            return title;
        var name = title.Substring(0, open);
        if (step.Kind != ProvisionKind.Supplementary)
            return name;
        // 附則（…）抄 is an extract of 附則 (…).
        var close = title.LastIndexOfAny(new[] { ')', '）' });
        var inner = close > open ? title.Substring(open + 1, close - open - 1) : title.Substring(open + 1);
        return $"{name} ({inner})";
    }

    private static string Trim(string number) => number.TrimEnd('.', '．', '、', ' ', '\u3000');
}
