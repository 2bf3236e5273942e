using System.Globalization;
using System.Text;

namespace PolicyKit.Json;

internal static class JsonString
{
    /// <summary>The text between the quotes with its escapes resolved. The parser has checked every escape.</summary>
    public static string Unescape(byte[] utf8, int start, int end)
    {
        var text = Encoding.UTF8.GetString(utf8, start, end - start);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                result.Append(
                    (char)int.Parse(text.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 4;
            }
            else
                result.Append(Simple(text[i]));
        }

        return result.ToString();
    }

    private static char Simple(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
}
