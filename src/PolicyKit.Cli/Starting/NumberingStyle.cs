using PolicyKit.Policies;

namespace PolicyKit.Cli.Starting;

/// <summary>How the provisions of a new policy are numbered.</summary>
/// <param name="Id">The word of the option.</param>
/// <param name="Example">The numbers of the three levels, as an example.</param>
/// <param name="Citation">How its provisions are cited.</param>
internal sealed record NumberingStyle(string Id, string Example, CitationStyle Citation)
{
    private const string Kanji = "〇一二三四五六七八九";

    /// <summary>The styles, in the order in which they are offered.</summary>
    public static IReadOnlyList<NumberingStyle> All { get; } =
    [
        new("outline", "1. (1) ①", CitationStyle.Outline),
        new("article", "第1条 (1) ア", CitationStyle.Article),
        new("article-fullwidth", "第１条 （１） ア", CitationStyle.Article),
        new("article-kanji", "第一条 一 イ", CitationStyle.Article),
    ];

    /// <summary>The style with this word; null if there is none.</summary>
    public static NumberingStyle? Find(string text) => All.FirstOrDefault(s => s.Id == text);

    /// <summary>The printed number of the provision at a level (0 to 2).</summary>
    public string Number(int level, int number) =>
        (Id, level) switch
        {
            ("outline", 0) => $"{number}.",
            ("outline", 1) or ("article", 1) => $"({number})",
            ("outline", _) => "①②③④⑤⑥⑦⑧⑨"[number - 1].ToString(),
            ("article", 0) => $"第{number}条",
            ("article-fullwidth", 0) => $"第{Wide(number)}条",
            ("article-fullwidth", 1) => $"（{Wide(number)}）",
            ("article-kanji", 0) => $"第{InKanji(number)}条",
            ("article-kanji", 1) => InKanji(number),
            ("article-kanji", _) => "イロハニホヘトチリ"[number - 1].ToString(),
            _ => "アイウエオカキクケ"[number - 1].ToString(),
        };

    /// <summary>How a provision is printed; null for the layout of an outline, which needs none.</summary>
    public string? Layout(int level, bool hasHeading) =>
        (Citation, level, hasHeading) switch
        {
            (CitationStyle.Outline, _, _) => null,
            (_, 0, _) => "（{heading}）\n{number}　{text}\n",
            (_, _, true) => Indent(level) + "{number}　{heading}　{text}\n",
            _ => Indent(level) + "{number}　{text}\n",
        };

    private static string Indent(int level) => new('　', level);

    private static string Wide(int number) =>
        string.Concat(
            number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + '０'))
        );

    // As far as a policy of ten sections with at most nineteen items needs it.
    private static string InKanji(int number) =>
        number switch
        {
            < 10 => Kanji[number].ToString(),
            10 => "十",
            _ => "十" + Kanji[number - 10],
        };
}
