using System.Text.RegularExpressions;
using PolicyKit.Calendar;

namespace PolicyKit.Policies;

/// <summary>Printed numbers as integers, for order and gaps: 第2条の2 is 2, 2; ① is 1; イ is 2.</summary>
public static class ProvisionNumber
{
    private const string Katakana =
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

    /// <summary>The integers of a printed number; null when it holds none.</summary>
    public static ValueList<int>? Parse(string printed)
    {
        // Structure first, folding after: folding alone would turn ① into 1 without a trace.
        var text = JapaneseText.Fold(printed ?? throw new ArgumentNullException(nameof(printed)));
        var numbers = Regex
            .Matches(text, "[0-9]+|[〇一二三四五六七八九十百千]+")
            .Cast<Match>()
            .Select(m => JapaneseNumeral.Parse(m.Value))
            .OfType<int>()
            .ToValueList();
        if (numbers.Count > 0)
            return numbers;
        var kana = text.Trim('(', ')', '.', ' ');
        return kana.Length == 1 && Katakana.IndexOf(kana[0]) is var i and >= 0 ? ValueList.Create(i + 1) : null;
    }
}
