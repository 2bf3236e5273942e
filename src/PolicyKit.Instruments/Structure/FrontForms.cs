using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>What the lines before the first provision look like: dates, numbers, heads of bodies, sentences.</summary>
internal static partial class FrontForms
{
    private const string Era = "(?:明治|大正|昭和|平成|令和)";
    private const string Western = "(?:(?:19|20|１９|２０)[0-9０-９]{2}|(?:一九|二〇)[〇一二三四五六七八九]{2})";
    private const string Digits = "[0-9０-９〇一二三四五六七八九十]+";
    private const string OrganAndNumber =
        "(?<organ>[^\\s　（()）〔0-9０-９]*?)(?<number>(?<kind>企業管理規程|管理規程|訓令[甲乙]?|告示|規則|条例|規程|要綱|要領|公告|達|訓)"
        + "第[0-9０-９〇一二三四五六七八九十百千]+号)";

    /// <summary>A sentence before the first provision that neither enacts nor promulgates: 前文.</summary>
    public static bool IsPreamble(string sentence) =>
        sentence.Trim() is { Length: > 40 } text && text.EndsWith('。') && RoleOfSentence(text) is null;

    /// <summary>Whether a line is a date, alone or with what was done or decreed on it: （平成27年3月25日規則第2号）.</summary>
    public static bool IsDated(string text) => WholeDate().IsMatch(text);

    /// <summary>Whether a line names a body and nothing else.</summary>
    public static bool IsBody(string text) => BodyName().IsMatch(text);

    /// <summary>Whether a line is the office and name of the head of a body: みどり町長　山田　太郎.</summary>
    public static bool IsHead(string text) => Head().IsMatch(text);

    /// <summary>The organ, kind and number that a line names; null when it names none.</summary>
    public static (string? Organ, string Kind, string Number)? NumberIn(string text)
    {
        // Old instruments are set wide: 訓　令　第　三　号.
        if (Number().Match(text) is not { Success: true } match)
            match = Number().Match(ProvisionKinds.Bare(text));
        if (!match.Success)
            return null;
        var organ = match.Groups["organ"].Value;
        return (organ.Length == 0 ? null : organ, match.Groups["kind"].Value, match.Groups["number"].Value);
    }

    /// <summary>The body whose organ issues a number: 桜沢市 of 桜沢市教育委員会; null where none is named.</summary>
    public static string? BodyOf(string? organ) =>
        organ is not null && Organ().Match(organ) is { Success: true } match ? match.Groups["body"].Value : null;

    /// <summary>The first date in a text.</summary>
    public static LocalDate? DateIn(string text) => DatesIn(text).Select(d => (LocalDate?)d).FirstOrDefault();

    /// <summary>All dates in a text.</summary>
    public static IEnumerable<LocalDate> DatesIn(string text) =>
        DateText().Matches(text).Select(DateOf).OfType<LocalDate>();

    /// <summary>The kind of instrument that a word names.</summary>
    public static InstrumentKind KindOf(string word) =>
        word switch
        {
            "条例" => InstrumentKind.Ordinance,
            "規則" => InstrumentKind.Regulation,
            "訓令" or "訓令甲" or "訓令乙" => InstrumentKind.Directive,
            "告示" => InstrumentKind.Notice,
            "規程" or "管理規程" or "企業管理規程" => InstrumentKind.ManagementRegulation,
            "要綱" => InstrumentKind.Outline,
            "要領" => InstrumentKind.Guideline,
            _ => InstrumentKind.Other,
        };

    /// <summary>What a line says, where it is not the title.</summary>
    public static FrontRole RoleOf(string text)
    {
        if (RoleOfSentence(text) is { } sentence)
            return sentence;
        if (History().IsMatch(text))
            return FrontRole.History;
        if (WholeDate().IsMatch(text))
            return FrontRole.Adoption;
        if (text.Length <= 40 && NumberIn(text) is not null)
            return FrontRole.Number;
        if (Head().IsMatch(text))
            return FrontRole.Head;
        return BodyName().IsMatch(text) ? FrontRole.Body : FrontRole.Other;
    }

    /// <summary>What a sentence does: enact, promulgate, amend as a whole; null when it does none of these.</summary>
    public static FrontRole? RoleOfSentence(string text)
    {
        if (!text.EndsWith('。'))
            return null;
        if (text.Contains("の全部を", StringComparison.Ordinal))
            return FrontRole.WholeAmendment;
        if (text.Contains("公布する", StringComparison.Ordinal))
            return FrontRole.Promulgation;
        return Enacts().IsMatch(text) ? FrontRole.Enactment : null;
    }

    private static LocalDate? DateOf(Match match)
    {
        if (match.Groups["western"] is not { Success: true, Value: var year })
            return JapaneseDate.Parse(Bracketed().Replace(match.Value, ""), EraParsing.Tolerant).Date;
        var parts = new[] { year, match.Groups["month"].Value, match.Groups["day"].Value };
        var numbers = parts.Select(p => JapaneseNumeral.Parse(p) ?? 0).ToList();
        return IsDay(numbers) ? new LocalDate(numbers[0], numbers[1], numbers[2]) : null;
    }

    private static bool IsDay(List<int> date) =>
        date[1] is >= 1 and <= 12 && date[2] >= 1 && date[2] <= CalendarSystem.Iso.GetDaysInMonth(date[0], date[1]);

    [GeneratedRegex(
        "^(?<body>[^。、]{1,20}(?:市|町|村|区|都|道|府|県|組合|広域連合|企業団))(?:教育委員会|選挙管理委員会|監査委員|農業委員会|議会|[^。、]{0,8}[長部局])?$"
    )]
    private static partial Regex Organ();

    [GeneratedRegex("^" + OrganAndNumber + "|(?<=日[\\s　]*)" + OrganAndNumber)]
    private static partial Regex Number();

    // 令和6年3月5日, 2024年（令和6年）3月5日, 2024.3.5, R6.3.5; in front of 月 and 日 there may be white space.
    [GeneratedRegex(
        "(?:(?:"
            + Era
            + "[\\s　]*(?:元|"
            + Digits
            + ")|(?<western>"
            + Western
            + "))[\\s　]*年(?:[（(][^（()）]{1,10}[）)])?[\\s　]*(?<month>"
            + Digits
            + ")[\\s　]*月[\\s　]*(?<day>"
            + Digits
            + ")[\\s　]*日)|(?<![0-9.A-Za-z])(?:(?<western>(?:19|20)[0-9]{2})|[MTSHR][0-9]{1,2})[./](?<month>[0-9]{1,2})[./](?<day>[0-9]{1,2})(?![0-9.])"
    )]
    private static partial Regex DateText();

    [GeneratedRegex("[（(][^（()）]*[）)]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        "^[（(〔]?(?:(?:制定|策定|施行|決定|決裁|公布|告示)(?:年月日|日)?[\\s　:：]*)?(?:"
            + Era
            + "|"
            + Western
            + "年|(?:19|20)[0-9]{2}[./][0-9])[^。]{0,60}$"
    )]
    private static partial Regex WholeDate();

    [GeneratedRegex(
        @"^(?:沿革|改正|最終改正|一部改正|全部改正|(?:改定|改訂|改正|制定)履歴)(?:[\s　:：]|$)|(?:改正|改定|改訂|施行)[）)]?$"
    )]
    private static partial Regex History();

    [GeneratedRegex(
        @"^[^。]{0,30}(?:市長|町長|村長|区長|知事|管理者|組合長|連合長|企業長|委員長|教育長|議長|局長)[\s　]+[^。]{2,20}$"
    )]
    private static partial Regex Head();

    [GeneratedRegex(@"^[^。、\s]{1,40}(?:市|町|村|区|都|道|府|県|組合|広域連合|企業団|教育委員会|事務組合|議会)$")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"(?:次のように|ように|ここに)定める。$|制定する。$|を定める。$|次のとおり定める。$|訓令する。$")]
    private static partial Regex Enacts();
}
