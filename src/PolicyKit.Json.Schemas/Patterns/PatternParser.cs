using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// Reads patterns of ECMA-262 (flag <c>u</c>) that are regular expressions in the strict sense: no look-around, no
/// back-references, no word boundaries.
/// Those can be decided in one pass over the bytes (<see cref="PatternAutomaton"/>); all others, and what is no
/// pattern, are null here and left to <see cref="EcmaRegex"/>.
/// </summary>
internal sealed class PatternParser
{
    private const int MaxNesting = 100;

    private readonly string _text;
    private int _at;
    private int _nesting;
    private bool _failed;

    private PatternParser(string text) => _text = text;

    private bool AtEnd => _at >= _text.Length;

    public static PatternNode? Parse(string text)
    {
        var parser = new PatternParser(text);
        var node = parser.Alternatives();
        return parser._failed || !parser.AtEnd ? null : node;
    }

    /// <summary>
    /// The set of characters that one atom stands for, a class or an escape; null when there is none at the place.
    /// The place moves behind it.
    /// </summary>
    public static CharacterSet? SetAt(string text, ref int at)
    {
        var parser = new PatternParser(text) { _at = at };
        var set =
            parser.Take('[') ? parser.Class()
            : parser.Take('\\') ? parser.EscapedSet() ?? One(parser.EscapedPoint(inClass: false))
            : null;
        at = parser._at;
        return parser._failed ? null : set;
    }

    private PatternNode Alternatives()
    {
        var parts = new List<PatternNode> { Sequence() };
        while (Take('|'))
            parts.Add(Sequence());
        return parts.Count == 1 ? parts[0] : new PatternNode.Alternatives(parts);
    }

    private PatternNode.Sequence Sequence()
    {
        var parts = new List<PatternNode>();
        while (!_failed && !AtEnd && _text[_at] is not ('|' or ')'))
        {
            var part = Term();
            if (part is not (PatternNode.Begin or PatternNode.End))
                part = Quantified(part);
            parts.Add(part);
        }

        return new PatternNode.Sequence(parts);
    }

    private PatternNode Term()
    {
        switch (_text[_at])
        {
            case '^':
                _at++;
                return new PatternNode.Begin();
            case '$':
                _at++;
                return new PatternNode.End();
            case '(':
                return Group();
            case '[':
                _at++;
                return new PatternNode.Characters(Class());
            case '.':
                _at++;
                return new PatternNode.Characters(CharacterSet.LineEnd.Not());
            case '\\':
                _at++;
                return new PatternNode.Characters(EscapedSet() ?? One(EscapedPoint(inClass: false)));
            case '*' or '+' or '?' or '{' or '}' or ']':
                return Fail();
            default:
                return new PatternNode.Characters(One(Point()));
        }
    }

    private PatternNode Group()
    {
        _at++;
        if (Take('?'))
        {
            if (Take('<') && !AtEnd && _text[_at] is not ('=' or '!'))
            {
                // A name that nothing refers back to is of no consequence.
                while (!AtEnd && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$'))
                    _at++;
                if (!Take('>'))
                    return Fail();
            }
            else if (!Take(':'))
                return Fail();
        }

        if (++_nesting > MaxNesting)
            return Fail();
        var inner = Alternatives();
        _nesting--;
        return Take(')') ? inner : Fail();
    }

    private PatternNode Quantified(PatternNode part)
    {
        if (AtEnd || _failed)
            return part;
        (int Minimum, int? Maximum)? bounds = _text[_at] switch
        {
            '*' => (0, null),
            '+' => (1, null),
            '?' => (0, 1),
            _ => null,
        };
        if (bounds is not null)
            _at++;
        else if (_text[_at] == '{')
        {
            _at++;
            if (Number() is not { } minimum)
                return Fail();
            int? maximum = minimum;
            if (Take(','))
                maximum = Number();
            if (!Take('}') || maximum < minimum)
                return Fail();
            bounds = (minimum, maximum);
        }
        else
            return part;

        // A lazy quantifier finds a match exactly where a greedy one does.
        Take('?');
        return new PatternNode.Repeat(part, bounds.Value.Minimum, bounds.Value.Maximum);
    }

    private int? Number()
    {
        var start = _at;
        while (!AtEnd && _text[_at] is >= '0' and <= '9')
            _at++;
        return int.TryParse(
            _text.Substring(start, _at - start),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

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

    private bool Take(char c)
    {
        if (AtEnd || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private static CharacterSet One(int point) => new CharacterSet().Add(point, point);

    private PatternNode Fail()
    {
        (_failed, _at) = (true, _text.Length);
        return new PatternNode.Begin();
    }

    private int FailPoint()
    {
        Fail();
        return 0;
    }
}
