using System.Globalization;
using System.Text;

namespace PolicyKit.Reading;

/// <summary>
/// Writes JSON as people keep it in a repository: two spaces, LF, Japanese as it is. Same value, same bytes.
/// </summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public void Open(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
    }

    public void Close(char bracket)
    {
        _depth--;
        if (!_isFirst)
            Line();
        _text.Append(bracket);
        _isFirst = false;
    }

    public void Name(string name)
    {
        Next();
        Text(name);
        _text.Append(": ");
    }

    /// <summary>Begins an item of an array.</summary>
    public void Next()
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        Line();
    }

    public void Text(string text)
    {
        _text.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _text.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '"' or '\\':
                    _text.Append('\\').Append(c);
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case '\r':
                    _text.Append("\\r");
                    break;
                case '\t':
                    _text.Append("\\t");
                    break;
                // A lone surrogate is not text in UTF-8, and line separators break what reads JSON as JavaScript.
                case < ' ' or '\u007f' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                    Unit(c);
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }

        _text.Append('"');
    }

    public void Raw(string json) => _text.Append(json);

    public override string ToString() => _text.ToString() + "\n";

    private void Unit(char c) => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    private void Line() => _text.Append('\n').Append(' ', _depth * 2);
}
