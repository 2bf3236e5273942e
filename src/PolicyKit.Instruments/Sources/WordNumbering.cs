using System.Globalization;
using System.Xml;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>The numbers that Word makes by itself: its lists, their levels and how far each has counted.</summary>
internal sealed class WordNumbering
{
    private static readonly Dictionary<string, NumeralScript> Formats = new(StringComparer.Ordinal)
    {
        ["decimal"] = NumeralScript.Arabic,
        ["decimalFullWidth"] = NumeralScript.FullWidth,
        ["decimalFullWidth2"] = NumeralScript.FullWidth,
        ["decimalEnclosedCircle"] = NumeralScript.Circled,
        ["decimalEnclosedParen"] = NumeralScript.Bracketed,
        ["japaneseCounting"] = NumeralScript.Kanji,
        ["ideographDigital"] = NumeralScript.Kanji,
        ["japaneseDigitalTenThousand"] = NumeralScript.Kanji,
        ["aiueoFullWidth"] = NumeralScript.Aiueo,
        ["aiueo"] = NumeralScript.HalfWidthAiueo,
        ["irohaFullWidth"] = NumeralScript.Iroha,
        ["iroha"] = NumeralScript.HalfWidthIroha,
        ["lowerLetter"] = NumeralScript.Letters,
        ["lowerRoman"] = NumeralScript.RomanLetters,
        ["upperRoman"] = NumeralScript.Roman,
    };

    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), Level> _levels = [];
    private readonly Dictionary<(string List, int Level), int> _counts = [];

    public static WordNumbering None => new();

    public static WordNumbering Read(XmlReader xml)
    {
        var made = new WordNumbering();
        var (shape, list, level) = ("", "", 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var value = Attribute(xml, "val");
            switch (xml.LocalName)
            {
                case "abstractNum":
                    shape = Attribute(xml, "abstractNumId");
                    break;
                case "lvl":
                    level = Number(Attribute(xml, "ilvl")) ?? 0;
                    made._levels[(shape, level)] = new Level(1, "decimal", "");
                    break;
                case "start" when made._levels.TryGetValue((shape, level), out var known):
                    made._levels[(shape, level)] = known with { Start = Number(value) ?? 1 };
                    break;
                case "numFmt" when made._levels.TryGetValue((shape, level), out var known):
                    made._levels[(shape, level)] = known with { Format = value };
                    break;
                case "lvlText" when made._levels.TryGetValue((shape, level), out var known):
                    made._levels[(shape, level)] = known with { Text = value };
                    break;
                case "num":
                    list = Attribute(xml, "numId");
                    break;
                case "abstractNumId":
                    made._lists[list] = value;
                    break;
                default:
                    break;
            }
        }

        return made;
    }

    /// <summary>
    /// The number of the next paragraph of a list; null when the list has none or a script that is not known.
    /// </summary>
    public string? Next(string list, int level)
    {
        if (!_lists.TryGetValue(list, out var shape) || !_levels.TryGetValue((shape, level), out var own))
            return null;
        _counts[(list, level)] = _counts.TryGetValue((list, level), out var last) ? last + 1 : own.Start;
        for (var deeper = level + 1; deeper < 9; deeper++)
            _counts.Remove((list, deeper));
        var text = own.Text;
        for (var i = 0; i <= level; i++)
        {
            var mark = "%" + (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!text.Contains(mark, StringComparison.Ordinal))
                continue;
            if (!_levels.TryGetValue((shape, i), out var shown) || !Formats.TryGetValue(shown.Format, out var script))
                return null;
            var count = _counts.TryGetValue((list, i), out var reached) ? reached : shown.Start;
            if (NumeralScripts.Write(script, count) is not { } numeral)
                return null;
            text = text.Replace(mark, numeral, StringComparison.Ordinal);
        }

        return text.Length == 0 ? null : text;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main") ?? "";

    private sealed record Level(int Start, string Format, string Text);
}
