namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Tells whether one of many words stands somewhere in a text, whatever its case. Made once, asked of every file: one
/// pass over the text, however many words.
/// </summary>
internal sealed class WordFinder
{
    // The letters of either case, of whatever script, fall on the same low bits often enough: what falls on them is
    // compared in full.
    private const int Bits = 31;

    private readonly string[]?[] _words = new string[]?[(Bits + 1) * (Bits + 1)];

    /// <param name="words">The words; an empty one is none.</param>
    public WordFinder(IEnumerable<string> words)
    {
        foreach (var word in words.Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        foreach (var first in Cases(word[0]))
            if (word.Length > 1)
                foreach (var second in Cases(word[1]))
                    Add(first << 5 | second, word);
            else
                for (var second = 0; second <= Bits; second++)
                    Add(first << 5 | second, word);
    }

    /// <summary>Whether one of the words stands in the text.</summary>
    public bool IsIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (_words[(text[i] & Bits) << 5 | (i + 1 < text.Length ? text[i + 1] & Bits : 0)] is { } words)
                foreach (var word in words)
                    if (string.Compare(text, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                        return true;
        return false;
    }

    private static IEnumerable<int> Cases(char c) =>
        new[] { c & Bits, char.ToUpperInvariant(c) & Bits, char.ToLowerInvariant(c) & Bits }.Distinct();

    private void Add(int at, string word) =>
        _words[at] = _words[at] is { } others ? others.Append(word).Distinct().ToArray() : new[] { word };
}
