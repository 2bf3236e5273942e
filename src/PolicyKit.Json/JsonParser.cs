namespace PolicyKit.Json;

/// <summary>Reads a JSON text into nodes, without recursion: depth is bounded by an option, never by the stack.</summary>
internal sealed class JsonParser
{
    private static readonly MessageCatalog Messages = new(typeof(JsonParser));
    private static readonly bool[] NumberEnd = NumberEnds();

    private readonly byte[] _utf8;
    private readonly JsonReadOptions _options;
    private readonly int _first;
    private readonly List<int> _duplicates = new();
    private readonly Stack<int> _open = new();
    private JsonText.Node[] _nodes = new JsonText.Node[64];
    private int _count;
    private int _at;
    private (string Key, object[] Arguments, int Offset)? _error;

    public JsonParser(byte[] utf8, JsonReadOptions options)
    {
        (_utf8, _options) = (utf8, options);
        _first = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        _at = _first;
    }

    public JsonText Parse()
    {
        if (_utf8.Length > _options.MaxBytes)
            Fail("json.too-large", 0, _options.MaxBytes);
        else if (_utf8.Length >= 2 && ((_utf8[0] == 0xFF && _utf8[1] == 0xFE) || (_utf8[0] == 0xFE && _utf8[1] == 0xFF)))
            Fail("json.utf-16", 0);
        else if (ReadValues())
        {
            SkipWhiteSpace();
            if (_at < _utf8.Length) Fail("json.trailing-content", _at, Shown());
        }

        Array.Resize(ref _nodes, _error is null ? _count : 0);
        if (_error is not { } e) return new JsonText(_utf8, _first, _nodes, SortedDuplicates());
        return new JsonText(_utf8, _first, _nodes, lines => new JsonSyntaxError(Messages.Message(e.Key, e.Arguments), e.Offset, lines.At(e.Offset)));
    }

    private int[] SortedDuplicates()
    {
        _duplicates.Sort();
        return _duplicates.ToArray();
    }

    // INVARIANT: at the top of the loop a value is expected; after a value, containers that end here are closed.
    private bool ReadValues()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (_at >= _utf8.Length) return Fail("json.expected-value", _at, End());
            var opened = _utf8[_at] is (byte)'{' or (byte)'[';
            if (opened ? !Open() : !ReadScalar()) return false;
            if (!opened && !AfterValue()) return false;
            if (_error is not null) return false;
            if (_open.Count == 0) return true;
        }
    }

    private bool Open()
    {
        if (_open.Count >= _options.MaxDepth) return Fail("json.too-deep", _at, _options.MaxDepth);
        var isObject = _utf8[_at] == '{';
        _open.Push(Add(isObject ? JsonKind.Object : JsonKind.Array, _at, _at + 1));
        _at++;
        SkipWhiteSpace();
        if (_at < _utf8.Length && _utf8[_at] == (isObject ? '}' : ']'))
        {
            Close();
            return AfterValue();
        }

        return !isObject || ReadName();
    }

    private bool AfterValue()
    {
        while (_open.Count > 0)
        {
            var isObject = _nodes[_open.Peek()].Kind == JsonKind.Object;
            SkipWhiteSpace();
            if (_at >= _utf8.Length)
                return Fail(isObject ? "json.expected-comma-or-brace" : "json.expected-comma-or-bracket", _at, End());
            if (_utf8[_at] == ',')
            {
                var comma = _at++;
                SkipWhiteSpace();
                if (_at < _utf8.Length && _utf8[_at] is (byte)'}' or (byte)']') return Fail("json.trailing-comma", comma);
                return !isObject || ReadName();
            }

            if (_utf8[_at] != (isObject ? '}' : ']'))
                return Fail(isObject ? "json.expected-comma-or-brace" : "json.expected-comma-or-bracket", _at, Shown());
            Close();
        }

        return true;
    }

    private void Close()
    {
        _at++;
        var index = _open.Pop();
        _nodes[index].End = _at;
        _nodes[index].Next = _count;
        if (_nodes[index].Kind == JsonKind.Object && _nodes[index].Count > 1) FindDuplicates(index);
    }

    private void FindDuplicates(int container)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new JsonText(_utf8, _first, _nodes, Array.Empty<int>());
        for (var i = container + 1; i < _count; i = _nodes[i + 1].Next)
            if (!seen.Add(text.Decode(_nodes[i])))
                _duplicates.Add(i);
    }

    private bool ReadName()
    {
        SkipWhiteSpace();
        if (_at >= _utf8.Length) return Fail("json.expected-name", _at, End());
        if (_utf8[_at] != '"') return Fail("json.expected-name", _at, Shown());
        if (!ReadString(isName: true)) return false;
        SkipWhiteSpace();
        if (_at >= _utf8.Length) return Fail("json.expected-colon", _at, End());
        if (_utf8[_at] != ':') return Fail("json.expected-colon", _at, Shown());
        _at++;
        return true;
    }

    private bool ReadScalar()
    {
        switch (_utf8[_at])
        {
            case (byte)'"': return ReadString(isName: false);
            case (byte)'t': return ReadLiteral("true", JsonKind.True);
            case (byte)'f': return ReadLiteral("false", JsonKind.False);
            case (byte)'n': return ReadLiteral("null", JsonKind.Null);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return ReadNumber();
            case (byte)'\'': return Fail("json.single-quote", _at);
            case (byte)'/': return Fail("json.comment", _at);
            default: return Fail("json.expected-value", _at, Shown());
        }
    }

    private bool ReadLiteral(string literal, JsonKind kind)
    {
        for (var i = 0; i < literal.Length; i++)
            if (_at + i >= _utf8.Length || _utf8[_at + i] != literal[i])
                return Fail("json.bad-literal", _at, literal);
        Add(kind, _at, _at + literal.Length);
        _at += literal.Length;
        return true;
    }

    private bool ReadNumber()
    {
        var start = _at;
        if (_utf8[_at] == '-') _at++;
        if (!Digits(out var first, out var length)) return Fail("json.bad-number", start);
        if (first == '0' && length > 1) return Fail("json.leading-zero", start);
        if (_at < _utf8.Length && _utf8[_at] == '.')
        {
            _at++;
            if (!Digits(out _, out _)) return Fail("json.bad-number", start);
        }

        if (_at < _utf8.Length && _utf8[_at] is (byte)'e' or (byte)'E')
        {
            _at++;
            if (_at < _utf8.Length && _utf8[_at] is (byte)'+' or (byte)'-') _at++;
            if (!Digits(out _, out _)) return Fail("json.bad-number", start);
        }

        if (_at < _utf8.Length && !NumberEnd[_utf8[_at]]) return Fail("json.bad-number", start);
        Add(JsonKind.Number, start, _at);
        return true;
    }

    private bool Digits(out byte first, out int length)
    {
        var start = _at;
        while (_at < _utf8.Length && _utf8[_at] is >= (byte)'0' and <= (byte)'9') _at++;
        length = _at - start;
        first = length > 0 ? _utf8[start] : (byte)0;
        return length > 0;
    }

    private bool ReadString(bool isName)
    {
        var start = _at++;
        var escapes = false;
        while (_at < _utf8.Length)
        {
            var b = _utf8[_at];
            if (b == '"')
            {
                _at++;
                var index = Add(JsonKind.String, start, _at, isName);
                _nodes[index].HasEscapes = escapes;
                return true;
            }

            if (b < 0x20) return Fail(b is (byte)'\n' or (byte)'\r' ? "json.line-break-in-string" : "json.control-character", _at, Hex(b));
            if (b == '\\')
            {
                escapes = true;
                if (!SkipEscape()) return false;
            }
            else if (b < 0x80) _at++;
            else
            {
                var length = Utf8.SequenceLength(_utf8, _at);
                if (length == 0) return Fail("json.invalid-utf-8", _at, Hex(b));
                _at += length;
            }
        }

        return Fail("json.unterminated-string", start);
    }

    private bool SkipEscape()
    {
        var start = _at++;
        if (_at >= _utf8.Length) return Fail("json.bad-escape", start);
        if (_utf8[_at] != 'u')
        {
            if ("\"\\/bfnrt".IndexOf((char)_utf8[_at]) < 0) return Fail("json.bad-escape", start);
            _at++;
            return true;
        }

        for (var i = 1; i <= 4; i++)
            if (_at + i >= _utf8.Length || !IsHex(_utf8[_at + i]))
                return Fail("json.bad-escape", start);
        _at += 5;
        return true;
    }

    private int Add(JsonKind kind, int start, int end, bool isName = false)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        var parent = _open.Count > 0 ? _open.Peek() : 0;
        _nodes[_count] = new JsonText.Node { Kind = kind, IsName = isName, Start = start, End = end, Parent = parent, Next = _count + 1 };
        // INVARIANT: an object counts its names, an array its items, so that Count is the same notion for both.
        if (_open.Count > 0 && (isName || _nodes[parent].Kind == JsonKind.Array)) _nodes[parent].Count++;
        return _count++;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _utf8.Length && _utf8[_at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') _at++;
    }

    private bool Fail(string key, int offset, params object[] arguments)
    {
        _error ??= (key, arguments, offset);
        return false;
    }

    private LocalizedMessage Shown() => Utf8.SequenceLength(_utf8, _at) is var n and > 0 && _utf8[_at] >= 0x20
        ? Messages.Message("json.shown", System.Text.Encoding.UTF8.GetString(_utf8, _at, n))
        : Messages.Message("json.shown", Hex(_utf8[_at]));

    private static LocalizedMessage End() => Messages.Message("json.end");
    private static string Hex(byte b) => "0x" + b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
    private static bool IsHex(byte b) => b is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');

    private static bool[] NumberEnds()
    {
        var ends = new bool[256];
        foreach (var c in " \t\r\n,]}") ends[c] = true;
        return ends;
    }
}
