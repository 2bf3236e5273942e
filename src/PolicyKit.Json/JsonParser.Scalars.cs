namespace PolicyKit.Json;

/// <content>Names, strings, numbers and literals.</content>
internal sealed partial class JsonParser
{
    private bool ReadScalar(ref int at)
    {
        switch (_utf8[at])
        {
            case (byte)'"':
                return ReadString(ref at, isName: false);
            case (byte)'t':
                return ReadLiteral("true", JsonKind.True, ref at);
            case (byte)'f':
                return ReadLiteral("false", JsonKind.False, ref at);
            case (byte)'n':
                return ReadLiteral("null", JsonKind.Null, ref at);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber(ref at);
            default:
                return NoValue(at);
        }
    }

    // Behind a comma that divides thousands a name is figures.
    private bool NoName(int at) =>
        _utf8[at] is >= (byte)'0' and <= (byte)'9'
        && at >= 2
        && _utf8[at - 1] == ','
        && _utf8[at - 2] is >= (byte)'0' and <= (byte)'9'
            ? Fail("json.bad-number#separator", at)
            : Unexpected("json.expected-name", at);

    private bool NoValue(int at)
    {
        foreach (var literal in new[] { "true", "false", "null" })
            if ((_utf8[at] | 0x20) == literal[0] && at + 1 < _utf8.Length && (_utf8[at + 1] | 0x20) == literal[1])
                return Fail("json.bad-literal", at, literal);
        foreach (var word in new[] { "NaN", "Infinity", "undefined" })
            if (Is(at, word))
                return Fail("json.not-finite", at, word);
        return _utf8[at] is (byte)'+' or (byte)'.' ? FailNumber(at) : Unexpected("json.expected-value", at);
    }

    private bool Is(int at, string character)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(character);
        return at + bytes.Length <= _utf8.Length && Utf8.Same(_utf8, at, at + bytes.Length, bytes, 0, bytes.Length);
    }

    private bool ReadLiteral(string literal, JsonKind kind, ref int at)
    {
        for (var i = 0; i < literal.Length; i++)
            if (at + i >= _utf8.Length || _utf8[at + i] != literal[i])
                return Fail("json.bad-literal", at, literal);
        Add(kind, at, at + literal.Length);
        at += literal.Length;
        return true;
    }

    private bool ReadNumber(ref int position)
    {
        var (utf8, start, at) = (_utf8, position, position);
        if (utf8[at] == '-')
            at++;
        var digits = at;
        at = SkipDigits(at);
        if (at == digits)
            return FailNumber(start);
        if (utf8[digits] == '0' && at > digits + 1)
            return Fail("json.leading-zero", start);
        var isPlain = true;
        if (at < utf8.Length && utf8[at] == '.')
        {
            (isPlain, digits) = (false, ++at);
            at = SkipDigits(at);
            if (at == digits)
                return FailNumber(start);
        }

        if (at < utf8.Length && utf8[at] is (byte)'e' or (byte)'E')
        {
            (isPlain, at) = (false, at + 1);
            if (at < utf8.Length && utf8[at] is (byte)'+' or (byte)'-')
                at++;
            digits = at;
            at = SkipDigits(at);
            if (at == digits)
                return FailNumber(start);
        }

        if (
            at < utf8.Length
            && utf8[at]
                is not ((byte)',' or (byte)'\n' or (byte)'\r' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\t')
        )
            return SlipAt(at) is { } slip ? Fail(slip, at, Shown(at)) : FailNumber(start);
        var index = Add(JsonKind.Number, start, at);
        if (isPlain)
            _nodes[index].Flags = JsonText.NodeFlags.IsPlainInteger;
        position = at;
        return true;
    }

    private int SkipDigits(int at)
    {
        while (at < _utf8.Length && _utf8[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at;
    }

    private bool ReadString(ref int position, bool isName)
    {
        var (utf8, start, at) = (_utf8, position, position + 1);
        var escapes = false;
        while (true)
        {
            at = Utf8.SkipPlain(utf8, at);
            if (at >= utf8.Length)
                return Fail("json.unterminated-string", start);
            var b = utf8[at];
            if (b == '"')
                break;
            if (b < 0x20)
                return Fail(
                    b is (byte)'\n' or (byte)'\r' ? "json.line-break-in-string" : "json.control-character",
                    at,
                    Hex(b)
                );
            if (b == '\\')
            {
                escapes = true;
                if (!SkipEscape(ref at))
                    return false;
                continue;
            }

            do
            {
                var length = Utf8.SequenceLength(utf8, at);
                if (length == 0)
                    return Fail("json.invalid-utf-8", at, Hex(utf8[at]));
                at += length;
            } while (at < utf8.Length && utf8[at] >= 0x80);
        }

        position = at + 1;
        var index = Add(JsonKind.String, start, at + 1, isName);
        ref var node = ref _nodes[index];
        if (escapes)
        {
            node.Flags |= JsonText.NodeFlags.HasEscapes;
            var entry = _unescaped.Add(utf8, start + 1, at);
            if (isName)
                node.Next = entry;
            else
                node.Count = entry;
        }

        if (isName)
        {
            var name = JsonText.Slice.Of(utf8, _unescaped, node);
            node.Hash = Utf8.Hash(name.Bytes, name.Start, name.End);
        }

        return true;
    }

    private bool SkipEscape(ref int at)
    {
        var start = at++;
        if (at >= _utf8.Length)
            return Fail("json.bad-escape", start);
        if (_utf8[at] != 'u')
        {
            if ("\"\\/bfnrt".IndexOf((char)_utf8[at]) < 0)
                return Fail("json.bad-escape", start);
            at++;
            return true;
        }

        for (var i = 1; i <= 4; i++)
            if (at + i >= _utf8.Length || !IsHex(_utf8[at + i]))
                return Fail("json.bad-escape", start);
        at += 5;
        return true;
    }
}
