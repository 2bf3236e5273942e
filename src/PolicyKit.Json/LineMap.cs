namespace PolicyKit.Json;

/// <summary>
/// Turns byte offsets of a UTF-8 text into lines and columns. Built on first use: a valid file never pays for it.
/// </summary>
internal sealed class LineMap
{
    // The columns of a minified text are counted from the nearest mark, not from the beginning of its one line.
    private const int Step = 256;

    private readonly byte[] _utf8;
    private readonly int _first;
    private readonly int _firstLine;
    private readonly List<int> _starts = new();
    private readonly int[] _unitsBefore;

    public LineMap(byte[] utf8, int first, int firstLine)
    {
        (_utf8, _first, _firstLine) = (utf8, first, firstLine);
        _unitsBefore = new int[((utf8.Length - 1) / Step) + 1];
        _starts.Add(first);
        var units = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (i % Step == 0)
                _unitsBefore[i / Step] = units;
            units += Utf16Units(utf8[i]);
            if (i >= first && (utf8[i] == '\n' || (utf8[i] == '\r' && (i + 1 == utf8.Length || utf8[i + 1] != '\n'))))
                _starts.Add(i + 1);
        }
    }

    public TextPosition At(int offset)
    {
        offset = Math.Max(_first, Math.Min(offset, _utf8.Length));
        var index = _starts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        return new TextPosition(index + _firstLine, 1 + UnitsBefore(offset) - UnitsBefore(_starts[index]));
    }

    private int UnitsBefore(int offset)
    {
        var mark = Math.Min(offset / Step, _unitsBefore.Length - 1);
        var units = _unitsBefore[mark];
        for (var i = mark * Step; i < offset; i++)
            units += Utf16Units(_utf8[i]);
        return units;
    }

    // A continuation byte adds nothing; the lead byte of a four-byte sequence stands for a surrogate pair.
    private static int Utf16Units(byte b) =>
        b < 0x80 ? 1
        : b < 0xC0 ? 0
        : b < 0xF0 ? 1
        : 2;
}
