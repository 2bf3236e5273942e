using System.Text.RegularExpressions;
using DiffPlex;

namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// The words that an amending text may quote: a compound of kanji, katakana and numbers is one, and so is a joining word
/// (及び, 又は). A verb keeps its ending.
/// </summary>
internal sealed partial class WordTokens : IChunker
{
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

    [GeneratedRegex(
        @"第[0-9０-９一二三四五六七八九十百]+[編章節条項号](?:の[0-9０-９一二三四五六七八九十]+)*(?:第[0-9０-９一二三四五六七八九十]+[項号](?:の[0-9０-９一二三四五六七八九十]+)*)*|及び|又は|並びに|若しくは|その他の?|かつ|以上|以下|以内|未満|[\p{IsCJKUnifiedIdeographs}々〇ァ-ヺーｦ-ﾟA-Za-zＡ-Ｚａ-ｚ0-9０-９]+?(?=及び|又は|並びに|若しくは|以上|以下|以内|未満)|[\p{IsCJKUnifiedIdeographs}々〇ァ-ヺーｦ-ﾟA-Za-zＡ-Ｚａ-ｚ0-9０-９]+|[ぁ-ゖ]+?(?=その他)|[ぁ-ゖ]+|[\s\S]"
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々〇]+|[ァ-ヺーｦ-ﾟ]+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+|[\s\S]")]
    private static partial Regex Run();
}
