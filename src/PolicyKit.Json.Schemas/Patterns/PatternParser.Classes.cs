using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <content>Classes of characters and escapes.</content>
internal sealed partial class PatternParser
{
    // Behind the bracket that opens it.
    private CharacterSet Class()
    {
        var set = new CharacterSet { IsNegated = Take('^') };
        while (!_failed && !AtEnd && _text[_at] != ']')
        {
            var (from, many) = ClassAtom();
            if (many is not null)
                set.Add(many);
            if (AtEnd || _text[_at] != '-' || _at + 1 >= _text.Length || _text[_at + 1] == ']')
            {
                if (many is null)
                    set.Add(from, from);
                continue;
            }

            _at++;
            var (to, others) = ClassAtom();
            if (many is null && others is null)
            {
                if (to < from)
                    Fail();
                set.Add(from, to);
                continue;
            }

            // `[\w-.]`: a class begins no range, and the hyphen is itself (ECMA-262 annex B).
            set.Add('-', '-');
            if (many is null)
                set.Add(from, from);
            if (others is null)
                set.Add(to, to);
            else
                set.Add(others);
        }

        if (!Take(']'))
            Fail();
        return set;
    }

    private (int Point, CharacterSet? Set) ClassAtom()
    {
        if (!Take('\\'))
            return (Point(), null);
        return EscapedSet() is { } set ? (0, set) : (EscapedPoint(inClass: true), null);
    }

    // Behind a backslash: a class of characters; null, and nothing read, when it is one character.
    private CharacterSet? EscapedSet()
    {
        if (AtEnd)
            return null;
        var letter = _text[_at];
        CharacterSet? set = char.ToLowerInvariant(letter) switch
        {
            'd' => CharacterSet.Digit,
            'w' => CharacterSet.Word,
            's' => CharacterSet.Space,
            _ => null,
        };
        if (set is not null)
            _at++;
        else if (
            letter is 'p' or 'P'
            && _at + 1 < _text.Length
            && _text[_at + 1] == '{'
            && _text.IndexOf('}', _at) is var close and > 0
        )
        {
            set = CharacterSet.Property(_text.Substring(_at + 2, close - _at - 2));
            if (set is null)
                Fail();
            _at = close + 1;
        }

        return set is not null && char.IsUpper(letter) ? set.Not() : set;
    }

    private int EscapedPoint(bool inClass)
    {
        if (AtEnd)
            return FailPoint();
        var c = _text[_at++];
        switch (c)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'f':
                return '\f';
            case 'v':
                return '\v';
            case 'b' when inClass:
                return '\b';
            case '0' when AtEnd || _text[_at] is < '0' or > '9':
                return 0;
            case 'c' when !AtEnd && char.ToUpperInvariant(_text[_at]) is >= 'A' and <= 'Z':
                return _text[_at++] % 32;
            case 'x':
                return Hexadecimal(2);
            case 'u' when Take('{'):
                var digits = _text.IndexOf('}', _at) - _at;
                if (digits is < 1 or > 8)
                    return FailPoint();
                var point = Hexadecimal(digits);
                return Take('}') && point <= CharacterSet.MaxPoint ? point : FailPoint();
            case 'u':
                var high = Hexadecimal(4);
                // Two escapes that make a pair are one character.
                if (
                    high is < 0xD800 or > 0xDBFF
                    || _at + 6 > _text.Length
                    || _text[_at] != '\\'
                    || _text[_at + 1] != 'u'
                )
                    return high;
                var back = _at;
                _at += 2;
                var low = Hexadecimal(4);
                if (low is >= 0xDC00 and <= 0xDFFF)
                    return char.ConvertToUtf32((char)high, (char)low);
                _at = back;
                return high;
            default:
                // Without the u flag any escaped punctuation is itself, and schemas that people publish write `\-`
                // and `\@`.
                return c is > ' ' and < (char)0x7F && !char.IsLetterOrDigit(c) ? c : FailPoint();
        }
    }

    private int Hexadecimal(int digits)
    {
        if (
            _at + digits > _text.Length
            || !int.TryParse(
                _text.Substring(_at, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return FailPoint();
        _at += digits;
        return value;
    }

    private int Point()
    {
        if (AtEnd)
            return FailPoint();
        var c = _text[_at++];
        return char.IsHighSurrogate(c) && !AtEnd && char.IsLowSurrogate(_text[_at])
            ? char.ConvertToUtf32(c, _text[_at++])
            : c;
    }
}
