using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// Reads patterns of ECMA-262 (flag <c>u</c>) that are regular expressions in the strict sense: no look-around, no
/// back-references, no word boundaries.
/// Those can be decided in one pass over the bytes (<see cref="PatternAutomaton"/>); all others, and what is no
/// pattern, are null here and left to <see cref="EcmaRegex"/>.
/// </summary>
internal sealed partial class PatternParser
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
