using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Analyzers.Engine;

/// <summary>A set of identifiers that is asked while a source is read letter by letter: what is not in it makes no text of its own.</summary>
internal sealed class IdentifierSet
{
    private const int Size = 1 << 13;

    private readonly HashSet<string> _names;
    private readonly bool[] _hashes = new bool[Size];

    public IdentifierSet(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var name in _names)
        {
            var hash = 0;
            foreach (var c in name)
                hash = Next(hash, c);
            _hashes[hash & (Size - 1)] = true;
        }
    }

    /// <summary>Whether a letter may stand in an identifier or a number.</summary>
    public static bool IsPart(char c) =>
        c < 0x80
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            : SyntaxFacts.IsIdentifierPartCharacter(c);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The length of what is written in letters at a place, and whether it is in the set. Letters that an identifier may hold but that do not count (format characters) are taken to be.</summary>
    public int Read(string text, int start, int end, out bool isKnown)
    {
        var (hash, at, isOdd) = (0, start, false);
        for (; at < end && IsPart(text[at]); at++)
        {
            hash = Next(hash, text[at]);
            isOdd |=
                text[at] >= 0x80 && char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.Format;
        }

        isKnown = isOdd || (_hashes[hash & (Size - 1)] && _names.Contains(text.Substring(start, at - start)));
        return at - start;
    }

    private static int Next(int hash, char c) => unchecked(hash * 31 + c);
}
