using System.Text.RegularExpressions;
using DiffPlex;

namespace PolicyKit.Instruments.Comparison;

/// <summary>
/// Compares two texts by words as Japanese has them: runs of kanji, of katakana, of digits, and hiragana between them.
/// What two changed runs begin or end with alike is not marked.
/// </summary>
internal static partial class TextComparison
{
    /// <summary>Both texts in pieces; put together again they are the texts, character for character.</summary>
    public static (IReadOnlyList<TextPiece> Old, IReadOnlyList<TextPiece> New) Of(string old, string @new)
    {
        var (before, after) = (new Pieces(), new Pieces());
        var diff = Differ.Instance.CreateDiffs(
            old,
            @new,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new WordChunker()
        );
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++)
                AddSame(before, after, diff.PiecesOld[at]);
            var removed = string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            var inserted = string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            AddChanged(before, after, removed, inserted);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        for (; at < diff.PiecesOld.Count; at++)
            AddSame(before, after, diff.PiecesOld[at]);
        return (before.List, after.List);
    }

    private static void AddSame(Pieces before, Pieces after, string text)
    {
        before.Add(text, false);
        after.Add(text, false);
    }

    private static void AddChanged(Pieces before, Pieces after, string removed, string inserted)
    {
        var start = Common(removed, inserted);
        var end = Math.Min(CommonEnd(removed, inserted), Math.Min(removed.Length, inserted.Length) - start);
        AddSame(before, after, removed[..start]);
        before.Add(removed[start..(removed.Length - end)], true);
        after.Add(inserted[start..(inserted.Length - end)], true);
        AddSame(before, after, removed[(removed.Length - end)..]);
    }

    // A number and a foreign word are marked whole: 10 that becomes 12 is another number.
    private static int Common(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[length] == other[length])
            length++;
        while (length > 0 && (IsInWord(one, length) || IsInWord(other, length)))
            length--;
        return length;
    }

    private static int CommonEnd(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
            length++;
        while (length > 0 && (IsInWord(one, one.Length - length) || IsInWord(other, other.Length - length)))
            length--;
        return length;
    }

    private static bool IsInWord(string text, int at) =>
        at > 0
        && at < text.Length
        && IsWhole(text[at - 1])
        && IsWhole(text[at])
        && Kind(text[at - 1]) == Kind(text[at]);

    private static bool IsWhole(char c) => Kind(c) != 'x';

    private static char Kind(char c) =>
        c switch
        {
            (>= '0' and <= '9') or (>= '０' and <= '９') => 'd',
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 'ａ' and <= 'ｚ') or (>= 'Ａ' and <= 'Ｚ') => 'l',
            (>= 'ァ' and <= 'ヺ') or 'ー' or (>= 'ｦ' and <= 'ﾟ') => 'k',
            _ => 'x',
        };

    /// <summary>Pieces of one kind in a row are one.</summary>
    private sealed class Pieces
    {
        public List<TextPiece> List { get; } = [];

        public void Add(string text, bool isChanged)
        {
            if (text.Length == 0)
                return;
            if (List.Count > 0 && List[^1].IsChanged == isChanged)
                List[^1] = List[^1] with { Text = List[^1].Text + text };
            else
                List.Add(new TextPiece(text, isChanged));
        }
    }

    private sealed partial class WordChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(m => m.Value)];

        [GeneratedRegex(
            @"[\p{IsCJKUnifiedIdeographs}々]+|[ぁ-ゖ]+|[ァ-ヺー]+|[ｦ-ﾟ]+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+|[\s\S]"
        )]
        private static partial Regex Word();
    }
}
