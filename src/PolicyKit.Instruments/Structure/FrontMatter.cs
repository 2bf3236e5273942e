using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>
/// What stands before the first provision: the title, the numbers, the dates, the body, and the lines themselves.
/// </summary>
internal sealed partial class FrontMatter
{
    private readonly List<FrontLine> _lines = [];
    private readonly List<InstrumentNumber> _numbers = [];

    public IReadOnlyList<FrontLine> Lines => _lines;

    public string? Title { get; private set; }

    public string? Body { get; private set; }

    public string? Contents { get; private set; }

    public LocalDate? Date { get; private set; }

    public string? Printed { get; private set; }

    public InstrumentKind? Kind { get; private set; }

    public IReadOnlyList<InstrumentNumber> Numbers => _numbers;

    /// <summary>The lines of the amendment history.</summary>
    public List<string> Amendments { get; } = [];

    /// <summary>The lines that nothing is known of.</summary>
    public List<SourceLine> Others { get; } = [];

    /// <summary>A sentence before the first provision that neither enacts nor promulgates: 前文.</summary>
    public static bool IsPreamble(string text) =>
        text.Trim() is { Length: > 40 } sentence && sentence.EndsWith('。') && RoleOfSentence(sentence) is null;

    public static FrontMatter Read(Outline outline, SourceFormat format)
    {
        var front = new FrontMatter();
        var contents = outline.Contents.ToHashSet();
        var (title, titleText) = TitleLines([.. outline.Front.Where(l => !contents.Contains(l.Number))], format);
        front.Title = titleText;
        var blanks = "";
        foreach (var line in outline.Front)
        {
            if (line.IsBlank)
            {
                blanks += line.Text + "\n";
                continue;
            }

            front.Add(line, format, blanks, title, contents, outline.Contents);
            blanks = "";
        }

        if (blanks.Length > 0)
            front.KeepBlanks(blanks);
        return front;
    }

    private void KeepBlanks(string blanks)
    {
        if (_lines.Count == 0)
        {
            _lines.Add(new FrontLine(FrontRole.Other, null, "{text}" + blanks));
            return;
        }

        var last = _lines[^1];
        _lines[^1] = last with { Layout = (last.Layout ?? "{text}\n") + blanks };
    }

    private void Add(
        SourceLine line,
        SourceFormat format,
        string blanks,
        IReadOnlyList<SourceLine> title,
        HashSet<int> contents,
        IReadOnlyList<int> order
    )
    {
        var lead = Lead(format).Match(line.Text).Value;
        var text = line.Text[lead.Length..].TrimEnd();
        var trail = line.Text[(lead.Length + text.Length)..];
        var role = contents.Contains(line.Number) ? FrontRole.ContentsEntry : RoleOf(text, title.Contains(line));
        if (contents.Count > 0 && line.Number == order[0])
            role = FrontRole.Contents;
        // 改正　平成25年… and beneath it the next amendment.
        if (role == FrontRole.Adoption && _lines.LastOrDefault()?.Role == FrontRole.History)
            role = FrontRole.History;
        Keep(role, text, line);
        var isElsewhere = role switch
        {
            FrontRole.Title => Title == text,
            FrontRole.Body => Body == text,
            FrontRole.Adoption => Printed == text,
            FrontRole.Contents => Contents == text,
            _ => false,
        };
        var layout = ProvisionLayout.Escape(blanks + lead) + "{text}" + trail + "\n";
        var said = isElsewhere ? null : text;
        var printed = layout == "{text}\n" ? null : layout;
        _lines.Add(new FrontLine(role, said, printed));
    }

    private void Keep(FrontRole role, string text, SourceLine line)
    {
        switch (role)
        {
            case FrontRole.History:
                Amendments.Add(text);
                break;
            case FrontRole.Body:
                Body ??= text;
                break;
            case FrontRole.Contents:
                Contents ??= text;
                break;
            case FrontRole.Other:
                Others.Add(line);
                break;
            case FrontRole.Adoption or FrontRole.Number:
                KeepNumber(text);
                KeepDate(role, text);
                break;
            default:
                break;
        }
    }

    private void KeepDate(FrontRole role, string text)
    {
        if (role != FrontRole.Adoption || Date is not null)
            return;
        (Date, Printed) = (DateIn(text), text);
    }

    private void KeepNumber(string text)
    {
        if (Number().Match(text) is not { Success: true } match)
            return;
        var organ = match.Groups["organ"].Value;
        _numbers.Add(new InstrumentNumber(match.Groups["number"].Value, organ.Length == 0 ? null : organ));
        Kind ??= KindOf(match.Groups["kind"].Value);
    }

    /// <summary>The first date in a text.</summary>
    public static LocalDate? DateIn(string text)
    {
        if (DateText().Match(text) is not { Success: true } match)
            return null;
        if (match.Groups["western"] is not { Success: true, Value: var year })
            return JapaneseDate.Parse(match.Value, EraParsing.Tolerant).Date;
        var parts = new[] { year, match.Groups["month"].Value, match.Groups["day"].Value };
        var numbers = parts.Select(p => JapaneseNumeral.Parse(p) ?? 0).ToList();
        return IsDay(numbers) ? new LocalDate(numbers[0], numbers[1], numbers[2]) : null;
    }

    /// <summary>All dates in a text.</summary>
    public static IEnumerable<LocalDate> DatesIn(string text) =>
        DateText().Matches(text).Select(m => DateIn(m.Value)).OfType<LocalDate>();

    private static bool IsDay(List<int> date) =>
        date[1] is >= 1 and <= 12 && date[2] >= 1 && date[2] <= CalendarSystem.Iso.GetDaysInMonth(date[0], date[1]);

    /// <summary>Whether a line is a date, alone or with what was done or decreed on it: （平成27年3月25日規則第2号）.</summary>
    public static bool IsDated(string text) => WholeDate().IsMatch(text);

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

    private static FrontRole RoleOf(string text, bool isTitle)
    {
        if (isTitle)
            return FrontRole.Title;
        if (RoleOfSentence(text) is { } sentence)
            return sentence;
        if (History().IsMatch(text))
            return FrontRole.History;
        if (WholeDate().IsMatch(text))
            return FrontRole.Adoption;
        if (Number().IsMatch(text) && text.Length <= 40)
            return FrontRole.Number;
        if (Head().IsMatch(text))
            return FrontRole.Head;
        return BodyName().IsMatch(text) ? FrontRole.Body : FrontRole.Other;
    }

    private static FrontRole? RoleOfSentence(string text)
    {
        if (!text.EndsWith('。'))
            return null;
        if (text.Contains("の全部を", StringComparison.Ordinal))
            return FrontRole.WholeAmendment;
        if (text.Contains("公布する", StringComparison.Ordinal))
            return FrontRole.Promulgation;
        return Enacts().IsMatch(text) ? FrontRole.Enactment : null;
    }

    // A title that is too long for its line goes on in the next one.
    private static (IReadOnlyList<SourceLine> Lines, string? Text) TitleLines(
        List<SourceLine> lines,
        SourceFormat format
    )
    {
        var said = lines.Where(l => !l.IsBlank).Select(l => (Line: l, Text: Bare(l.Text, format))).ToList();
        var named = said.Where(l => TitleText().IsMatch(l.Text)).ToList();
        var sure = named.Where(l => l.Text.Contains("セキュリティ", StringComparison.Ordinal)).ToList();
        if (sure.Count > 0)
            return ([sure[0].Line], sure[0].Text);
        for (var i = 0; i + 1 < said.Count; i++)
            if (IsTitleInTwoLines(said[i].Text, said[i + 1].Text))
                return ([said[i].Line, said[i + 1].Line], said[i].Text + said[i + 1].Text);
        return named.Count > 0 ? ([named[0].Line], named[0].Text) : ([], null);
    }

    private static bool IsTitleInTwoLines(string first, string second) =>
        (first + second).Contains("セキュリティ", StringComparison.Ordinal)
        && TitleText().IsMatch(first + second)
        && !IsDated(first)
        && !Number().IsMatch(first)
        && !BodyName().IsMatch(first);

    private static string Bare(string text, SourceFormat format) => text[Lead(format).Match(text).Length..].Trim();

    private static Regex Lead(SourceFormat format) => format == SourceFormat.Markdown ? MarkdownLead() : PlainLead();

    [GeneratedRegex(@"^[\s　]*(?:#{1,6}\s+|[-*+]\s+)*[○◯●◎]?[\s　]*")]
    private static partial Regex MarkdownLead();

    [GeneratedRegex(@"^[\s　]*[○◯●◎]?[\s　]*")]
    private static partial Regex PlainLead();

    [GeneratedRegex(
        @"^[^。]{2,60}(?:基本方針|ポリシー|規程|規則|要綱|要領|訓令|条例|基準|方針|宣言)(?:[（(][^）)]{1,20}[）)])?$"
    )]
    private static partial Regex TitleText();

    private const string OrganAndNumber =
        "(?<organ>[^\\s　（()）〔0-9０-９]*?)(?<number>(?<kind>企業管理規程|管理規程|訓令[甲乙]?|告示|規則|条例|規程|要綱|要領|公告|達|訓)"
        + "第[0-9０-９〇一二三四五六七八九十百千]+号)";
    private const string Era = "(?:明治|大正|昭和|平成|令和)";
    private const string Digits = "[0-9０-９〇一二三四五六七八九十]+";

    [GeneratedRegex("^" + OrganAndNumber + "|(?<=日[\\s　]*)" + OrganAndNumber)]
    private static partial Regex Number();

    [GeneratedRegex(
        "(?:"
            + Era
            + "[\\s　]*(?:元|"
            + Digits
            + ")|(?<western>(?:19|20|１９|２０)[0-9０-９]{2}))[\\s　]*年[\\s　]*(?<month>"
            + Digits
            + ")[\\s　]*月[\\s　]*(?<day>"
            + Digits
            + ")[\\s　]*日"
    )]
    private static partial Regex DateText();

    [GeneratedRegex(
        "^[（(〔]?(?:(?:制定|策定|施行|決定|決裁|公布|告示)(?:年月日|日)?[\\s　:：]*)?(?:"
            + Era
            + "|(?:19|20|１９|２０)[0-9０-９]{2}年)[^。]{0,60}$"
    )]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"^(?:沿革|改正|最終改正|一部改正|全部改正)[\s　:：]|(?:改正|施行)[）)]?$")]
    private static partial Regex History();

    [GeneratedRegex(
        @"^[^。]{0,30}(?:市長|町長|村長|区長|知事|管理者|組合長|連合長|企業長|委員長|教育長|議長|局長)[\s　]+[^。]{2,20}$"
    )]
    private static partial Regex Head();

    [GeneratedRegex(@"^[^。、\s]{1,40}(?:市|町|村|区|都|道|府|県|組合|広域連合|企業団|教育委員会|事務組合)$")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"(?:次のように|ように|ここに)定める。$|制定する。$|を定める。$|次のとおり定める。$|訓令する。$")]
    private static partial Regex Enacts();
}
