namespace PolicyKit.Json;

/// <summary>
/// The strings of one text that have escapes, resolved to UTF-8 once while reading, so that comparing and matching
/// never allocates.
/// A surrogate that stands alone keeps its three bytes (WTF-8).
/// </summary>
internal sealed class UnescapedStrings
{
    private int[] _ends = Array.Empty<int>();
    private int _count;
    private int _length;

    public byte[] Bytes { get; private set; } = Array.Empty<byte>();

    public int Start(int entry) => entry == 0 ? 0 : _ends[entry - 1];

    public int End(int entry) => _ends[entry];

    public int Add(byte[] utf8, int start, int end)
    {
        // Unescaped text is never longer than its escapes.
        var needed = _length + end - start;
        if (needed > Bytes.Length)
            Bytes = Grown(Bytes, Math.Max(needed, Bytes.Length * 2));
        foreach (var c in JsonString.Unescape(utf8, start, end))
            Append(c);
        if (_count == _ends.Length)
            Array.Resize(ref _ends, Math.Max(4, _count * 2));
        _ends[_count] = _length;
        return _count++;
    }

    private void Append(char c)
    {
        // A pair was written as two three-byte surrogates: the second one makes it the four bytes of one character.
        if (
            char.IsLowSurrogate(c)
            && _length - (_count == 0 ? 0 : _ends[_count - 1]) >= 3
            && Bytes[_length - 3] == 0xED
            && Bytes[_length - 2] is >= 0xA0 and <= 0xAF
        )
        {
            var high = 0xD000 | ((Bytes[_length - 2] & 0x3F) << 6) | (Bytes[_length - 1] & 0x3F);
            var point = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
            _length -= 3;
            Put(
                0xF0 | (point >> 18),
                0x80 | ((point >> 12) & 0x3F),
                0x80 | ((point >> 6) & 0x3F),
                0x80 | (point & 0x3F)
            );
        }
        else if (c < 0x80)
            Put(c);
        else if (c < 0x800)
            Put(0xC0 | (c >> 6), 0x80 | (c & 0x3F));
        else
            Put(0xE0 | (c >> 12), 0x80 | ((c >> 6) & 0x3F), 0x80 | (c & 0x3F));
    }

    private void Put(params int[] bytes)
    {
        foreach (var b in bytes)
            Bytes[_length++] = (byte)b;
    }

    private static byte[] Grown(byte[] bytes, int size)
    {
        Array.Resize(ref bytes, size);
        return bytes;
    }
}
