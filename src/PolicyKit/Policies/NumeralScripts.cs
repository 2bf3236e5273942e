using System.Globalization;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>
/// The table of the scripts: which characters a numeral is made of, what it reads as, how it is written.
/// </summary>
internal static class NumeralScripts
{
    private const string Kanji = "〇一二三四五六七八九十百千";
    private const string Iroha =
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private const string Aiueo =
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string HalfWidthAiueo = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private const string HalfWidthIroha = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳ";
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
    private const string Bracketed = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
    private const string SmallRoman = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ";
    private const string Roman = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string FullWidthLetters = "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ";
    private static readonly string[] RomanLetters =
    {
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
    };

    /// <summary>The scripts that a numeral of this script could also be read in, the likelier first.</summary>
    public static NumeralScript[] Readings(NumeralScript script) =>
        script switch
        {
            NumeralScript.Aiueo or NumeralScript.Iroha => new[] { NumeralScript.Aiueo, NumeralScript.Iroha },
            NumeralScript.HalfWidthAiueo or NumeralScript.HalfWidthIroha => new[]
            {
                NumeralScript.HalfWidthAiueo,
                NumeralScript.HalfWidthIroha,
            },
            NumeralScript.Letters or NumeralScript.RomanLetters => new[]
            {
                NumeralScript.Letters,
                NumeralScript.RomanLetters,
            },
            _ => new[] { script },
        };

    /// <summary>Whether a character may stand in a numeral of the script.</summary>
    public static bool Has(NumeralScript script, char c) =>
        script switch
        {
            NumeralScript.Arabic => c is >= '0' and <= '9',
            NumeralScript.FullWidth => c is >= '０' and <= '９',
            NumeralScript.Kanji => Kanji.IndexOf(c) >= 0,
            NumeralScript.RomanLetters => c is 'i' or 'v' or 'x',
            _ => Glyphs(script).IndexOf(c) >= 0,
        };

    /// <summary>The value of a numeral; null when it is none of the script.</summary>
    public static int? Read(NumeralScript script, string numeral)
    {
        switch (script)
        {
            case NumeralScript.Arabic or NumeralScript.FullWidth or NumeralScript.Kanji:
                return JapaneseNumeral.Parse(numeral);
            case NumeralScript.RomanLetters:
                return Array.IndexOf(RomanLetters, numeral) is var at and >= 0 ? at + 1 : null;
            default:
                var index = numeral.Length == 1 ? Glyphs(script).IndexOf(numeral[0]) : -1;
                return index < 0 ? null : index + 1;
        }
    }

    /// <summary>The numeral of a value; null when the script does not reach so far.</summary>
    public static string? Write(NumeralScript script, int value)
    {
        if (value < 0)
            return null;
        switch (script)
        {
            case NumeralScript.Arabic:
                return value.ToString(CultureInfo.InvariantCulture);
            case NumeralScript.FullWidth:
                return Widened(value.ToString(CultureInfo.InvariantCulture));
            case NumeralScript.Kanji:
                return InKanji(value);
            case NumeralScript.RomanLetters:
                return value > 0 && value <= RomanLetters.Length ? RomanLetters[value - 1] : null;
            default:
                var glyphs = Glyphs(script);
                return value > 0 && value <= glyphs.Length ? glyphs[value - 1].ToString() : null;
        }
    }

    private static string Glyphs(NumeralScript script) =>
        script switch
        {
            NumeralScript.Circled => Circled,
            NumeralScript.Bracketed => Bracketed,
            NumeralScript.Iroha => Iroha,
            NumeralScript.Aiueo => Aiueo,
            NumeralScript.HalfWidthAiueo => HalfWidthAiueo,
            NumeralScript.HalfWidthIroha => HalfWidthIroha,
            NumeralScript.SmallRoman => SmallRoman,
            NumeralScript.Roman => Roman,
            NumeralScript.Letters => Letters,
            NumeralScript.FullWidthLetters => FullWidthLetters,
            _ => "",
        };

    private static string Widened(string digits)
    {
        var wide = digits.ToCharArray();
        for (var i = 0; i < wide.Length; i++)
            wide[i] = (char)(wide[i] - '0' + '０');
        return new string(wide);
    }

    private static string? InKanji(int value)
    {
        if (value is 0 or > 9999)
            return value == 0 ? "〇" : null;
        var text = "";
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = value / unit % 10;
            if (digit == 0)
                continue;
            text += (digit == 1 && unit > 1 ? "" : Kanji[digit].ToString()) + name;
        }

        return text;
    }
}
