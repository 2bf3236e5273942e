using System.Text.RegularExpressions;
using DiffPlex;

namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// The words that an amending text may quote: a compound of kanji, katakana and numbers is one, and so is a joining
/// word (及び, 又は). A verb keeps its ending.
/// </summary>
internal sealed partial class WordTokens : IChunker
{
    private const string Digits = "[0-9０-９一二三四五六七八九十百]+";
    private const string Citation =
        $"第{Digits}[編章節条項号](?:の{Digits})*(?:第{Digits}[項号](?:の{Digits})*)*(?:[―・～〜]第{Digits}条(?:の{Digits})*)*";
    private const string Joining = "(?:及び|又は|並びに|若しくは|以上|以下|以内|未満)";
    private const string Compound = "[\\p{IsCJKUnifiedIdeographs}々〇ァ-ヺーｦ-ﾟA-Za-zＡ-Ｚａ-ｚ0-9０-９]+";
    private static readonly string[] Particles =
    [
        "は",
        "が",
        "を",
        "に",
        "で",
        "と",
        "の",
        "へ",
        "も",
        "や",
        "から",
        "より",
        "まで",
        "など",
        "及び",
        "又は",
    ];

    public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).SelectMany(m => Parts(m.Value))];

    /// <summary>Whether a word is the ending of the one before it.</summary>
    public static bool IsEnding(string word) =>
        word[0] is >= 'ぁ' and <= 'ゖ' && !Particles.Any(p => word.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Whether a word says something by itself.</summary>
    public static bool IsMeaningful(string word) => char.IsLetterOrDigit(word[0]) && word[0] is < 'ぁ' or > 'ゖ';

    // A name of an organisation may be a line long: then its kanji and its katakana are words.
    private static IEnumerable<string> Parts(string word) =>
        word.Length <= 20 ? [word] : Run().Matches(word).Select(m => m.Value);

    // A citation is one word (第４条の２第１項); a compound ends where a joining word begins.
    [GeneratedRegex(
        $"{Citation}|{Joining}|その他の?|かつ|{Compound}?(?={Joining})|{Compound}|[ぁ-ゖ]+?(?=その他)|[ぁ-ゖ]+|[\\s\\S]"
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々〇]+|[ァ-ヺーｦ-ﾟ]+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+|[\s\S]")]
    private static partial Regex Run();
}
