using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>
/// What to say of a number that is written with its unit, or of a year by its era, where a plain number is due: 「1年」 of
/// months, 「令和8年度」.
/// </summary>
internal static class NumberWords
{
    // How many of what the member counts one of the unit is; by what the name of the member ends with.
    private static readonly (string Member, string Units, int Times)[] Units =
    [
        ("Months", "か月|ヶ月|ケ月|カ月|箇月|ヵ月|月", 1),
        ("Months", "年間|年", 12),
        ("Days", "日間|日", 1),
        ("Days", "週間|週", 7),
        ("Hours", "時間", 1),
        ("Hours", "日間|日", 24),
        ("Minutes", "分間|分", 1),
        ("Minutes", "時間", 60),
        ("Bits", "ビット|bits|bit", 1),
        ("", "人|名|件|回|個|世代|台|文字", 1),
    ];

    private const int Longest = 20;
    private const int LastYearOfEra = 40;
    private const int YearBeforeReiwa = 2018;

    /// <summary>What to say; null where the text is not a number with a unit.</summary>
    public static LocalizedMessage? Explain(SchemaError error)
    {
        var pointer = error.Instance.Pointer;
        var member = pointer.Substring(pointer.LastIndexOf('/') + 1);
        if (error.Keyword == "minimum" && member.EndsWith("Year", StringComparison.Ordinal))
            return OfEra(error.Instance.RawText);
        if (error.Keyword != "type" || error.Instance.Kind != JsonKind.String || !AsksForNumber(error.Schema))
            return null;
        var text = error.Instance.GetString();
        var folded = JapaneseText.Fold(text).Trim();
        // A unit is a word, and a number with one is short: a key or a connection string is neither.
        if (folded.Length > Longest || !folded.Any(char.IsLetter))
            return null;
        if (!folded.Any(char.IsDigit) || double.TryParse(folded, NumberStyles.Any, CultureInfo.InvariantCulture, out _))
            return null;
        var shown = SecretShapes.Masked(text);
        return (YearIn(folded, member) ?? CountIn(folded, member)) is { } number
            ? ComplianceMessages.Say("schema.type#words", shown, number.ToString(CultureInfo.InvariantCulture))
            : ComplianceMessages.Say("schema.type#unit", shown);
    }

    // 8 where 令和8年度 is meant.
    private static LocalizedMessage? OfEra(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1 and <= LastYearOfEra
            ? ComplianceMessages.Say(
                "schema.minimum#era",
                written,
                (YearBeforeReiwa + year).ToString(CultureInfo.InvariantCulture)
            )
            : null;

    private static bool AsksForNumber(JsonValue type) =>
        type.Kind == JsonKind.String && type.GetString() is "integer" or "number";

    private static int? YearIn(string text, string member) =>
        member.EndsWith("Year", StringComparison.Ordinal)
        && JapaneseDate.Parse(text.TrimEnd('度') + "12月31日").Date is { } day
            ? day.Year
            : null;

    private static int? CountIn(string text, string member)
    {
        foreach (var (ending, units, times) in Units)
        {
            var found = Regex.Match(text, $"^([0-9]{{1,6}})\\s*({units})$", RegexOptions.IgnoreCase);
            if (found.Success && member.EndsWith(ending, StringComparison.Ordinal))
                return times * int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        return null;
    }
}
