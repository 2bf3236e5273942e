namespace PolicyKit.Json;

/// <summary>
/// Turns byte offsets of a UTF-8 text into lines and columns. Built on first use: a valid file never pays for it.
/// </summary>
internal sealed class LineMap
{
    private readonly byte[] _utf8;
    private readonly int _first;
    private readonly int _firstLine;
    private readonly List<int> _starts = new();

    public LineMap(byte[] utf8, int first, int firstLine)
    {
        (_utf8, _first, _firstLine) = (utf8, first, firstLine);
        _starts.Add(first);
        for (var i = first; i < utf8.Length; i++)
            if (utf8[i] == '\n' || (utf8[i] == '\r' && (i + 1 == utf8.Length || utf8[i + 1] != '\n')))
                _starts.Add(i + 1);
    }

    public TextPosition At(int offset)
    {
        offset = Math.Max(_first, Math.Min(offset, _utf8.Length));
        var index = _starts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        var column = 1;
        for (var i = _starts[index]; i < offset; i++)
            column += Utf16Units(_utf8[i]);
        return new TextPosition(index + _firstLine, column);
    }

    // A continuation byte adds nothing; the lead byte of a four-byte sequence stands for a surrogate pair.
    private static int Utf16Units(byte b) =>
        b < 0x80 ? 1
        : b < 0xC0 ? 0
        : b < 0xF0 ? 1
        : 2;
}
