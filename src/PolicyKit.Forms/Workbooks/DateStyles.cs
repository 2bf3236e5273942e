using System.Globalization;
using System.Xml;

namespace PolicyKit.Forms.Workbooks;

/// <summary>Which formats of cells show a number as a date.</summary>
internal static class DateStyles
{
    /// <summary>The indexes of the formats that do.</summary>
    public static HashSet<int> Read(PackageParts parts, string part)
    {
        var (codes, dates) = (new Dictionary<int, string>(), new HashSet<int>());
        using var xml = parts.Open(part);
        var (inFormats, index) = (false, 0);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } id)
                codes[id] = xml.GetAttribute("formatCode") ?? "";
            else if (inFormats && xml.LocalName == "xf")
            {
                if (Number(xml.GetAttribute("numFmtId")) is { } format && IsDate(format, codes))
                    dates.Add(index);
                index++;
            }
        }

        return dates;
    }

    // ECMA-376 part 1, 18.8.30: the numbers of built-in dates; 27–36 and 50–58 are those of Japanese.
    private static bool IsDate(int format, Dictionary<int, string> codes) =>
        format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        || (codes.TryGetValue(format, out var code) && IsDate(code));

    // Letters of dates outside of quotes, brackets and escapes.
    private static bool IsDate(string code)
    {
        for (var i = 0; i < code.Length; i++)
            switch (code[i])
            {
                case '"':
                    i = EndOf(code, '"', i);
                    break;
                case '[':
                    i = EndOf(code, ']', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' or 'g' or 'h' or 'H':
                    // "General" has a g and an e.
                    if (!code.Contains("General", StringComparison.OrdinalIgnoreCase))
                        return true;
                    break;
            }

        return false;
    }

    private static int EndOf(string code, char mark, int from) =>
        code.IndexOf(mark, from + 1) is var end and >= 0 ? end : code.Length;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
