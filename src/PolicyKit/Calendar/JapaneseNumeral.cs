using System.Globalization;

namespace PolicyKit.Calendar;

/// <summary>Numbers as legal texts write them: 8, ８, 八, 二十一.</summary>
internal static class JapaneseNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number; null when the text is none, or greater than 9999.</summary>
    public static int? Parse(string text)
    {
        text = Calendar.JapaneseText.Fold(text);
        if (text.Length is 0 or > 7)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            return plain;
        var (total, digit) = (0, -1);
        foreach (var c in text)
        {
            var unit = c switch
            {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                _ => 0,
            };
            if (unit > 0)
            {
                total += unit * (digit < 0 ? 1 : digit);
                digit = -1;
            }
            else if (Digits.IndexOf(c) is var d and >= 0)
                digit = digit < 0 ? d : (digit * 10) + d;
            else
                return null;
        }

        return total + Math.Max(digit, 0);
    }
}
