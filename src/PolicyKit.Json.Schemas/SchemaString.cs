using System.Text;

namespace PolicyKit.Json.Schemas;

/// <summary>A string of a schema as bytes, to be found in instances without decoding them.</summary>
internal readonly struct SchemaString
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly ulong _firstWord;
    private readonly ulong _lastWord;

    public SchemaString(string text)
    {
        Text = text;
        // A lone surrogate cannot be UTF-8; an instance keeps it in three bytes, and so does the reader of escapes
        // here.
        var bytes = HasSurrogate(text) ? Escaped(text) : Encoding.UTF8.GetBytes(text);
        // Eight bytes more than needed, so that a comparison may read whole words.
        (_bytes, _length) = (new byte[bytes.Length + 8], bytes.Length);
        bytes.CopyTo(_bytes, 0);
        Hash = Utf8.Hash(_bytes, 0, _length);
        _firstWord = Utf8.Word(_bytes, 0);
        _lastWord = _length >= 8 ? Utf8.Word(_bytes, _length - 8) : 0;
    }

    public string Text { get; }

    public uint Hash { get; }

    public bool Is(in JsonText.Slice slice) => Is(slice.Bytes, slice.Start, slice.End);

    /// <summary>
    /// Whether the bytes are this string. Names of up to 16 bytes, nearly all, are compared without a loop.
    /// </summary>
    public bool Is(byte[] bytes, int start, int end)
    {
        if (end - start != _length)
            return false;
        if (_length >= 8)
            return Utf8.Word(bytes, start) == _firstWord
                && Utf8.Word(bytes, end - 8) == _lastWord
                && (_length <= 16 || Utf8.Same(bytes, start, end, _bytes, 0, _length));
        // What lies behind the name is masked out; behind a schema's own stand zeros.
        return start + 8 <= bytes.Length
            ? (Utf8.Word(bytes, start) & ((1UL << (8 * _length)) - 1)) == _firstWord
            : Utf8.Same(bytes, start, end, _bytes, 0, _length);
    }

    /// <summary>The index of the member of this name in an object; -1 when it has none.</summary>
    public int FindName(JsonText text, int instance)
    {
        var nodes = text.Nodes;
        for (var at = instance + 1; at < nodes[instance].Next; at = nodes[at + 1].Next)
            if (nodes[at].Hash == Hash && Is(text.SliceOf(at)))
                return at;
        return -1;
    }

    private static bool HasSurrogate(string text)
    {
        foreach (var c in text)
            if (char.IsSurrogate(c))
                return true;
        return false;
    }

    private static byte[] Escaped(string text)
    {
        var json = string.Concat(
            text.Select(c => "\\u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture))
        );
        var slice = JsonText.Read("\"" + json + "\"").SliceOf(0);
        return slice.Bytes.Skip(slice.Start).Take(slice.End - slice.Start).ToArray();
    }
}
