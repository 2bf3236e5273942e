using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>Writes citations from the printed numbers; canonical ids are never shown to readers of a report.</summary>
public static class Citation
{
    private static readonly Regex Chapter = new(
        "^第.+[編章節款目]$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );
    private static readonly Regex Article = new(
        "^第.+条(の.+)?$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>The citation of a provision; null if the policy has no such provision.</summary>
    public static string? Format(SecurityPolicy policy, ProvisionId id, CitationStyle style)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var path = PathTo(policy.Provisions, id);
        return path is null ? null : Format(path, style, shorten: true);
    }

    /// <summary>Every way a text may refer to a provision by its number, normalised for comparison.</summary>
    internal static IEnumerable<string> Keys(SecurityPolicy policy, ProvisionId id)
    {
        var path = PathTo(policy.Provisions, id)!;
        return new[]
        {
            Format(path, policy.CitationStyle, shorten: true),
            Format(path, policy.CitationStyle, shorten: false),
        }
            .Select(Normalize)
            .Distinct();
    }

    internal static string Normalize(string citation) =>
        Regex
            .Replace(
                JapaneseText.Fold(citation),
                "[〇一二三四五六七八九十百千]+",
                m => (JapaneseNumeral.Parse(m.Value) ?? 0).ToString(CultureInfo.InvariantCulture)
            )
            .Replace(" ", "");

    private static string Format(List<Step> path, CitationStyle style, bool shorten) =>
        style switch
        {
            CitationStyle.Outline => string.Concat(
                path.Select(s => s.Provision.Number is { } n ? Trim(n) : $" 第{s.Unnumbered}段落")
            ),
            CitationStyle.Ascii => string.Join(
                ".",
                path.Select(s =>
                    s.Provision.Number is { } n
                        ? string.Join("-", ProvisionNumber.Parse(n) ?? ValueList.Create(s.Ordinal))
                        : "p" + s.Unnumbered.ToString(CultureInfo.InvariantCulture)
                )
            ),
            CitationStyle.Article => string.Concat(
                path.Select((s, depth) => ArticlePart(s, depth == 0 ? null : path[depth - 1], shorten))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, null),
        };

    // In 条文形式 a bare digit (or nothing) under an article numbers a paragraph (項), anything bracketed or in kanji an
    // item (号).
    private static string ArticlePart(Step step, Step? parent, bool shorten)
    {
        var number = step.Provision.Number is { } printed ? Trim(printed) : null;
        if (number is not null && Chapter.IsMatch(number))
            return "";
        if (number is not null && Article.IsMatch(number))
            return number;
        if (parent?.Provision.Number is not { } above || !Article.IsMatch(Trim(above)))
            return number is null ? $"第{step.Ordinal}項"
                : IsItem(number) ? $"第{Arabic(number)}号"
                : number;
        if (number is not null && IsItem(number))
            return $"第{Arabic(number)}号";
        var only = parent.Provision.Provisions.Count(p => p.Number is null || !IsItem(Trim(p.Number))) == 1;
        return only && shorten
            ? ""
            : $"第{(number is null ? step.Ordinal.ToString(CultureInfo.InvariantCulture) : Arabic(number))}項";
    }

    private static bool IsItem(string number) =>
        number.Length > 0
        && number[0]
            is '('
                or '（'
                or (>= '⑴' and <= '⒇')
                or (>= '①' and <= '⑳')
                or '一'
                or '二'
                or '三'
                or '四'
                or '五'
                or '六'
                or '七'
                or '八'
                or '九'
                or '十';

    private static string Arabic(string number) =>
        string.Join("の", ProvisionNumber.Parse(number) ?? ValueList<int>.Empty);

    private static string Trim(string number) => number.TrimEnd('.', '．', '、', ' ', '\u3000');

    private static List<Step>? PathTo(ValueList<Provision> siblings, ProvisionId id)
    {
        var (ordinal, unnumbered) = (0, 0);
        foreach (var provision in siblings)
        {
            ordinal++;
            if (provision.Number is null)
                unnumbered++;
            var here = new Step(provision, ordinal, unnumbered);
            if (provision.Id == id)
                return new List<Step> { here };
            if (PathTo(provision.Provisions, id) is not { } rest)
                continue;
            rest.Insert(0, here);
            return rest;
        }

        return null;
    }

    private sealed record Step(Provision Provision, int Ordinal, int Unnumbered);
}
