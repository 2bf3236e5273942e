using System.Text;
using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Topics.TestData;

/// <summary>
/// Texts that look like the personal data of somebody: numbers with the right check digit, phones, addresses.
/// </summary>
internal static class PersonalDataShapes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Regex TwelveDigits = new(
        @"(?<![\p{L}\p{N}_.-])\d{4}(?<gap>[ -]?)\d{4}\k<gap>\d{4}(?![\p{L}\p{N}_-]|\.\d)",
        RegexOptions.CultureInvariant,
        Limit
    );

    // yyyyMMddHHmm
    private static readonly Regex Moment = new(
        @"^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d$",
        RegexOptions.CultureInvariant,
        Limit
    );

    private static readonly Regex Phone = new(
        @"(?<![\p{L}\p{N}_.-])(?<area>0\d{1,4}|\+81[- ]?\d{1,4})"
            + @"[-(](?<middle>\d{1,4})[-)](?<last>\d{4})(?![\p{L}\p{N}_-])",
        RegexOptions.CultureInvariant,
        Limit
    );

    private static readonly Regex Mobile = new(
        @"^(?<area>0[789]0)(?<middle>\d{4})(?<last>\d{4})$",
        RegexOptions.CultureInvariant,
        Limit
    );

    private static readonly Regex Address = new(
        @"(?:(?<prefecture>北海道|東京都|(?:大阪|京都)府|[\u4e00-\u9fff]{2,3}県)\s*)?"
            + @"(?<city>[\u3040-\u30ff\u4e00-\u9fff]{1,8}[市区町村郡])"
            + @"[\u3040-\u30ff\u4e00-\u9fff々ヶケ\s]{0,24}?"
            + @"(?<numbers>(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:丁目|番地の?|番|号|[-‐‑–—−ーの]|\s)*\d{1,5}(?:[-‐‑–—−ー号番地の丁目\d]*)"
            + @"|\d{1,5}(?:番地|番|号))",
        RegexOptions.CultureInvariant,
        Limit
    );

    private static readonly string[] Placeholders =
    {
        "架空",
        "テスト",
        "サンプル",
        "ダミー",
        "見本",
        "○",
        "〇",
        "●",
        "×",
        "△",
        "□",
        "ほげ",
        "例示",
    };

    /// <summary>Whether a text holds an individual number (個人番号) with the right check digit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isNamed">Whether its name says that it is one.</param>
    public static bool HoldsIndividualNumber(string text, bool isNamed) =>
        TwelveDigits
            .Matches(HalfWidth(text))
            .OfType<Match>()
            .Select(match => new string(match.Value.Where(char.IsDigit).ToArray()))
            .Any(digits => IsIndividualNumber(digits) && (isNamed || !Moment.IsMatch(digits)));

    /// <summary>
    /// Whether the last of twelve digits is the check digit of the others (行政手続における特定の個人を識別するための番号の利用等
    /// に関する法律による通知カード及び個人番号カード等に関する命令 第5条).
    /// </summary>
    public static bool IsIndividualNumber(string digits)
    {
        if (digits.Length != 12 || digits.Distinct().Count() == 1)
            return false;
        var sum = 0;
        for (var n = 1; n <= 11; n++)
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        var check = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return digits[11] - '0' == check;
    }

    /// <summary>Whether a text holds a phone number that somebody may have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isNamed">Whether its name says that it is one.</param>
    public static bool HoldsPhone(string text, bool isNamed)
    {
        var plain = HalfWidth(text);
        return Phone.Matches(plain).OfType<Match>().Any(IsPhone)
            || (isNamed && Mobile.Match(plain) is { Success: true } mobile && IsPhone(mobile));
    }

    /// <summary>Whether a text holds an address that somebody may live at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isNamed">Whether its name says that it is one.</param>
    public static bool HoldsAddress(string text, bool isNamed)
    {
        if (Placeholders.Any(text.Contains))
            return false;
        return Address
            .Matches(HalfWidth(text))
            .OfType<Match>()
            .Any(match => (isNamed || match.Groups["prefecture"].Success) && !IsMadeUp(match.Groups["numbers"].Value));
    }

    // Free calls and the like belong to nobody; 0000, 1111 and 1234-5678 are what people write who mean none.
    private static bool IsPhone(Match match)
    {
        var area = new string(match.Groups["area"].Value.Replace("+81", "0").Where(char.IsDigit).ToArray());
        var rest = match.Groups["middle"].Value + match.Groups["last"].Value;
        var length = area.Length + rest.Length;
        var isMobile = area is "050" or "070" or "080" or "090" or "060";
        if (length != (isMobile ? 11 : 10) || area is "0120" or "0800" or "0570" or "0990" || area[1] == '0')
            return false;
        return rest.Distinct().Count() > 2
            && !IsRising(rest)
            && match.Groups["middle"].Value.Trim('0').Length > 0
            && match.Groups["last"].Value.Distinct().Count() > 1;
    }

    // 1-1-1, 1-2-3, 0-0-0, 9-9-9
    private static bool IsMadeUp(string numbers)
    {
        var parts = Regex.Matches(numbers, @"\d+").OfType<Match>().Select(m => m.Value.TrimStart('0')).ToList();
        if (parts.Count == 0)
            return false;
        var digits = string.Concat(parts);
        return digits.Distinct().Count() <= 1 && parts.Count > 1
            || (parts.Count > 2 && parts.All(p => p.Length == 1) && IsRising(digits));
    }

    private static bool IsRising(string digits)
    {
        for (var i = 1; i < digits.Length; i++)
            if ((digits[i] - '0' + 10 - (digits[i - 1] - '0')) % 10 != 1)
                return false;
        return true;
    }

    private static string HalfWidth(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(
                c switch
                {
                    >= '\uff10' and <= '\uff19' => (char)(c - '\uff10' + '0'),
                    '\uff0d' or '\u2212' or '\u2010' or '\u2011' or '\u2013' => '-',
                    '\uff08' => '(',
                    '\uff09' => ')',
                    '\u3000' => ' ',
                    _ => c,
                }
            );
        return plain.ToString();
    }
}
