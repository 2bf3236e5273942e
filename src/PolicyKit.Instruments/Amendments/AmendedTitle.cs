using System.Text.RegularExpressions;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>How an amendment is called, and how it calls what it amends.</summary>
internal static partial class AmendedTitle
{
    /// <summary>The words that say what kind of instrument it is.</summary>
    public static readonly string[] Kinds =
    [
        "条例",
        "規則",
        "規程",
        "訓令",
        "告示",
        "要綱",
        "要領",
        "基準",
        "方針",
        "指針",
        "ポリシー",
    ];

    /// <summary>What the amendment is: the last word of the title.</summary>
    public static string KindOf(SecurityPolicy policy)
    {
        // 基準 and 方針 are issued as 訓令 or 告示.
        foreach (var kind in Kinds.Take(7))
            if (policy.Title.EndsWith(kind, StringComparison.Ordinal))
                return kind;
        return policy.Instrument?.Kind switch
        {
            InstrumentKind.Ordinance => "条例",
            InstrumentKind.Regulation => "規則",
            InstrumentKind.Notice => "告示",
            InstrumentKind.ManagementRegulation => "規程",
            InstrumentKind.Outline => "要綱",
            InstrumentKind.Guideline => "要領",
            InstrumentKind.Directive => "訓令",
            _ => Kinds.FirstOrDefault(k => policy.Title.EndsWith(k, StringComparison.Ordinal)) ?? "訓令",
        };
    }

    /// <summary>
    /// 令和２年桜沢市訓令第４号: the year and the number; null where the text does not print both.
    /// </summary>
    public static string? Number(SecurityPolicy policy)
    {
        var lines = (policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
            .Select(l => l.Text ?? (l.Role == FrontRole.Adoption ? policy.Adoption.Printed : ""))
            .ToList();
        // The line that says both, or the first of each.
        var line = lines.Find(l => Year().IsMatch(l) && Numbered().IsMatch(l)) ?? string.Join(' ', lines);
        if (Year().Match(line) is not { Success: true } year || Numbered().Match(line) is not { Success: true } number)
            return null;
        return year.Value + number.Value;
    }

    [GeneratedRegex("(?:明治|大正|昭和|平成|令和)(?:元|[0-9０-９一二三四五六七八九十]+)年")]
    private static partial Regex Year();

    [GeneratedRegex(
        @"[^\s　0-9０-９（）()年月日]*(?:条例|規則|規程|訓令|告示|要綱|要領|訓|達|公告)(?:甲|乙)?第[0-9０-９一二三四五六七八九十百]+号"
    )]
    private static partial Regex Numbered();
}
