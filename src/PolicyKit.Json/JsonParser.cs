using PolicyKit.Messages;

namespace PolicyKit.Json;

/// <summary>
/// Reads a JSON text into nodes, without recursion: depth is bounded by an option, never by the stack.
/// </summary>
internal sealed partial class JsonParser
{
    private static readonly MessageCatalog Messages = new(typeof(JsonParser));

    private readonly byte[] _utf8;
    private readonly JsonReadOptions _options;
    private readonly int _first;
    private List<int>? _duplicates;
    private int[] _open = new int[32];
    private int _depth;
    private JsonText.Node[] _nodes;
    private int _count;
    private readonly UnescapedStrings _unescaped = new();
    private int[] _names = Array.Empty<int>();
    private (string Key, object[] Arguments, int Offset)? _error;

    public JsonParser(byte[] utf8, JsonReadOptions options)
    {
        (_utf8, _options) = (utf8, options);
        _first = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        // Real documents have a value or a name for every 8 to 20 bytes.
        _nodes = new JsonText.Node[Math.Min(16 + (utf8.Length / 12), 1 << 20)];
    }

    public JsonText Parse()
    {
        if (_utf8.Length > _options.MaxBytes)
            Fail("json.too-large", 0, _options.MaxBytes);
        else if (
            _utf8.Length >= 2
            && ((_utf8[0] == 0xFF && _utf8[1] == 0xFE) || (_utf8[0] == 0xFE && _utf8[1] == 0xFF))
        )
            Fail("json.utf-16", 0);
        else
        {
            var at = SkipWhiteSpace(_first);
            if (at >= _utf8.Length)
                Fail("json.empty", at);
            else if (ReadValue(ref at))
            {
                at = SkipWhiteSpace(at);
                if (at < _utf8.Length)
                    Unexpected("json.trailing-content", at);
            }
        }

        if (_error is not { } e)
            return new JsonText(_utf8, _first, _options.FirstLine, _nodes, _count, _unescaped, SortedDuplicates());
        return new JsonText(
            _utf8,
            _first,
            _options.FirstLine,
            lines => new JsonSyntaxError(
                Messages.Message(
                    e.Key,
                    Array.ConvertAll(e.Arguments, a => a is LineOf line ? lines.At(line.Offset).Line : a)
                ),
                e.Offset,
                lines.At(e.Offset)
            )
        );
    }

    private int[] SortedDuplicates()
    {
        if (_duplicates is null)
            return Array.Empty<int>();
        _duplicates.Sort();
        return _duplicates.ToArray();
    }

    // INVARIANT: at the top of the loop a value is expected; after a value, containers that end here are closed.
    private bool ReadValue(ref int position)
    {
        var (utf8, at) = (_utf8, position);
        while (true)
        {
            at = SkipWhiteSpace(at);
            if (at >= utf8.Length)
                return Unexpected("json.expected-value", at);
            var isObject = utf8[at] == '{';
            if (isObject || utf8[at] == '[')
            {
                if (_depth >= _options.MaxDepth)
                    return Fail("json.too-deep", at, _options.MaxDepth);
                if (_depth == _open.Length)
                    Array.Resize(ref _open, _depth * 2);
                _open[_depth] = Add(isObject ? JsonKind.Object : JsonKind.Array, at, at + 1);
                _depth++;
                at = SkipWhiteSpace(at + 1);
                if (at >= utf8.Length || utf8[at] != (isObject ? '}' : ']'))
                {
                    if (isObject && !ReadName(ref at))
                        return false;
                    continue;
                }
            }
            else if (!ReadScalar(ref at))
                return false;

            if (!AfterValue(ref at))
                return false;
            if (_depth == 0)
            {
                position = at;
                return true;
            }
        }
    }

    // Closes what ends here; true when a further value follows or nothing is open.
    private bool AfterValue(ref int at)
    {
        while (_depth > 0)
        {
            var isObject = _nodes[_open[_depth - 1]].Kind == JsonKind.Object;
            at = SkipWhiteSpace(at);
            if (at >= _utf8.Length)
                return FailUnclosed(at);
            // The place is behind an opening bracket when the container is empty: then there is no comma to expect.
            if (_utf8[at] == ',')
            {
                var comma = at;
                at = SkipWhiteSpace(at + 1);
                if (at < _utf8.Length && _utf8[at] is (byte)'}' or (byte)']')
                {
                    if (!_options.AllowTrailingCommas)
                        return Fail("json.trailing-comma", comma);
                    continue;
                }

                return !isObject || ReadName(ref at);
            }

            if (_utf8[at] != (isObject ? '}' : ']'))
                return NoComma(isObject, at);
            at++;
            Close(at);
        }

        return true;
    }

    // A value or a name after a value: the comma between them is missing, and it is missing behind the value.
    private bool NoComma(bool isObject, int at)
    {
        var isNext = isObject
            ? _utf8[at] == '"'
            : _utf8[at] is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' or (>= (byte)'0' and <= (byte)'9');
        if (_utf8[at] is (byte)'}' or (byte)']')
            return FailMismatch(at);
        if (!isNext && SlipAt(at) is null && IsBehindText(at))
            return Fail("json.quote-in-string", at);
        if (!isNext)
            return Unexpected(isObject ? "json.expected-comma-or-brace" : "json.expected-comma-or-bracket", at);
        var end = at;
        while (_utf8[end - 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            end--;
        return Fail(
            isObject ? "json.expected-comma-or-brace#missing" : "json.expected-comma-or-bracket#missing",
            end,
            Shown(at)
        );
    }

    private void Close(int end)
    {
        var index = _open[--_depth];
        ref var node = ref _nodes[index];
        node.End = end;
        node.Next = _count;
        if (node.Kind == JsonKind.Object && node.Count > 1)
            FindDuplicates(index, node.Count);
    }

    private bool ReadName(ref int at)
    {
        at = SkipWhiteSpace(at);
        if (at >= _utf8.Length)
            return Unexpected("json.expected-name", at);
        if (_utf8[at] != '"')
            return NoName(at);
        if (!ReadString(ref at, isName: true))
            return false;
        at = SkipWhiteSpace(at);
        if (at >= _utf8.Length)
            return Unexpected("json.expected-colon", at);
        if (_utf8[at] != ':')
            return Is(at, "：")
                ? Fail("json.expected-colon#wide", at, Shown(at))
                : Unexpected("json.expected-colon", at);
        at++;
        return true;
    }

    private int Add(JsonKind kind, int start, int end, bool isName = false)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, _count * 2);
        var nodes = _nodes;
        ref var node = ref nodes[_count];
        node.Kind = kind;
        node.Start = start;
        node.End = end;
        node.Next = _count + 1;
        if (isName)
            node.Flags = JsonText.NodeFlags.IsName;
        if (_depth > 0)
        {
            var parent = _open[_depth - 1];
            node.Parent = parent;
            // INVARIANT: an object counts its names, an array its items, so that Count is the same notion for both.
            if (isName || nodes[parent].Kind == JsonKind.Array)
                nodes[parent].Count++;
        }

        return _count++;
    }

    // Most values stand right behind a colon, a comma or one space.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private int SkipWhiteSpace(int at) =>
        at < _utf8.Length && _utf8[at] is > (byte)' ' and not (byte)'/' ? at : SkipSpaces(at);

    private int SkipSpaces(int at)
    {
        var utf8 = _utf8;
        while (at < utf8.Length)
        {
            if (utf8[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                break;
            at++;
            // Indentation is long in pretty-printed text.
            while (at + 8 <= utf8.Length && Utf8.Word(utf8, at) == 0x2020202020202020)
                at += 8;
        }

        return _options.AllowComments && EndOfComment(at) is var end && end > at ? SkipSpaces(end) : at;
    }

    // Behind a comment that begins here, or here when none does. One that is not closed reaches to the end of the text.
    private int EndOfComment(int at)
    {
        if (at + 1 >= _utf8.Length || _utf8[at] != '/' || _utf8[at + 1] is not ((byte)'/' or (byte)'*'))
            return at;
        var isLine = _utf8[at + 1] == '/';
        for (var i = at + 2; i < _utf8.Length; i++)
            if (isLine ? _utf8[i] == '\n' : _utf8[i] == '/' && _utf8[i - 1] == '*' && i > at + 2)
                return i + 1;
        return _utf8.Length;
    }

    private bool Fail(string key, int offset, params object[] arguments)
    {
        _error ??= (key, arguments, offset);
        return false;
    }

    private LocalizedMessage Shown(int at) =>
        Utf8.SequenceLength(_utf8, at) is var n and > 0 && _utf8[at] >= 0x20
            ? Messages.Message("json.shown", System.Text.Encoding.UTF8.GetString(_utf8, at, n))
            : Messages.Message("json.shown", Hex(_utf8[at]));

    private static LocalizedMessage End() => Messages.Message("json.end");

    private static string Hex(byte b) => "0x" + b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsHex(byte b) =>
        b is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');
}
