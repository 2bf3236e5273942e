using System.Globalization;
using System.Text;

namespace PolicyKit.Forms.Workbooks;

/// <summary>
/// Text in a cell (ST_Xstring, ECMA-376 part 1, 22.9.2.19): a character that XML cannot hold is written <c>_x0001_</c>,
/// and a text that looks like that has its low line written so.
/// </summary>
internal static class CellText
{
    /// <summary>The most characters that a cell holds (Excel specifications and limits).</summary>
    public const int Longest = 32_767;

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                encoded.Append(c).Append(text[++i]);
            else if ((c == '_' && IsEscape(text, i)) || !IsXml(c))
                encoded.Append("_x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            else
                encoded.Append(c);
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase))
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '_' && IsEscape(text, i))
            {
                decoded.Append(
                    (char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 6;
            }
            else
                decoded.Append(text[i]);
        return decoded.ToString();
    }

    // A carriage return is XML, but XML readers make a line feed of it.
    private static bool IsXml(char c) => c is '\t' or '\n' or (>= ' ' and < '\ud800') or (> '\udfff' and < '\ufffe');

    private static bool IsEscape(string text, int at) =>
        at + 6 < text.Length
        && text[at + 1] is 'x' or 'X'
        && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2])
        && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);
}
