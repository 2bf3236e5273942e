using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>The general categories of Unicode by their names, each a bit; and which code points have them.</summary>
internal static class GeneralCategories
{
    private static readonly Dictionary<string, int> ByName = Make();
    private static readonly Dictionary<int, int[]> RangesByMask = new();

    /// <summary>The categories that a name stands for, a bit for each; 0 when there is no such name.</summary>
    public static int Find(string name) => ByName.TryGetValue(name, out var mask) ? mask : 0;

    public static UnicodeCategory Of(int point) =>
        point is >= 0xD800 and <= 0xDFFF ? UnicodeCategory.Surrogate
        : point <= 0xFFFF ? CharUnicodeInfo.GetUnicodeCategory((char)point)
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(point), 0);

    /// <summary>The ranges of code points in any of the categories, from and to in turn.</summary>
    public static int[] Ranges(int mask)
    {
        lock (RangesByMask)
        {
            if (!RangesByMask.TryGetValue(mask, out var ranges))
                RangesByMask.Add(mask, ranges = Scan(mask));
            return ranges;
        }
    }

    private static int[] Scan(int mask)
    {
        var ranges = new List<int>();
        var start = -1;
        for (var point = 0; point <= CharacterSet.MaxPoint + 1; point++)
        {
            var isIn = point <= CharacterSet.MaxPoint && (mask >> (int)Of(point) & 1) != 0;
            if (isIn && start < 0)
                start = point;
            if (isIn || start < 0)
                continue;
            ranges.Add(start);
            ranges.Add(point - 1);
            start = -1;
        }

        return ranges.ToArray();
    }

    private static Dictionary<string, int> Make()
    {
        var one = new (string Short, string Long, UnicodeCategory Category)[]
        {
            ("Lu", "Uppercase_Letter", UnicodeCategory.UppercaseLetter),
            ("Ll", "Lowercase_Letter", UnicodeCategory.LowercaseLetter),
            ("Lt", "Titlecase_Letter", UnicodeCategory.TitlecaseLetter),
            ("Lm", "Modifier_Letter", UnicodeCategory.ModifierLetter),
            ("Lo", "Other_Letter", UnicodeCategory.OtherLetter),
            ("Mn", "Nonspacing_Mark", UnicodeCategory.NonSpacingMark),
            ("Mc", "Spacing_Mark", UnicodeCategory.SpacingCombiningMark),
            ("Me", "Enclosing_Mark", UnicodeCategory.EnclosingMark),
            ("Nd", "Decimal_Number", UnicodeCategory.DecimalDigitNumber),
            ("Nl", "Letter_Number", UnicodeCategory.LetterNumber),
            ("No", "Other_Number", UnicodeCategory.OtherNumber),
            ("Zs", "Space_Separator", UnicodeCategory.SpaceSeparator),
            ("Zl", "Line_Separator", UnicodeCategory.LineSeparator),
            ("Zp", "Paragraph_Separator", UnicodeCategory.ParagraphSeparator),
            ("Cc", "Control", UnicodeCategory.Control),
            ("Cf", "Format", UnicodeCategory.Format),
            ("Cs", "Surrogate", UnicodeCategory.Surrogate),
            ("Co", "Private_Use", UnicodeCategory.PrivateUse),
            ("Pc", "Connector_Punctuation", UnicodeCategory.ConnectorPunctuation),
            ("Pd", "Dash_Punctuation", UnicodeCategory.DashPunctuation),
            ("Ps", "Open_Punctuation", UnicodeCategory.OpenPunctuation),
            ("Pe", "Close_Punctuation", UnicodeCategory.ClosePunctuation),
            ("Pi", "Initial_Punctuation", UnicodeCategory.InitialQuotePunctuation),
            ("Pf", "Final_Punctuation", UnicodeCategory.FinalQuotePunctuation),
            ("Po", "Other_Punctuation", UnicodeCategory.OtherPunctuation),
            ("Sm", "Math_Symbol", UnicodeCategory.MathSymbol),
            ("Sc", "Currency_Symbol", UnicodeCategory.CurrencySymbol),
            ("Sk", "Modifier_Symbol", UnicodeCategory.ModifierSymbol),
            ("So", "Other_Symbol", UnicodeCategory.OtherSymbol),
            ("Cn", "Unassigned", UnicodeCategory.OtherNotAssigned),
        };
        var groups = new (string Short, string Long)[]
        {
            ("L", "Letter"),
            ("M", "Mark"),
            ("N", "Number"),
            ("P", "Punctuation"),
            ("S", "Symbol"),
            ("Z", "Separator"),
            ("C", "Other"),
        };
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (shortName, longName, category) in one)
            all[shortName] = all[longName] = 1 << (int)category;
        foreach (var (shortName, longName) in groups)
            all[shortName] = all[longName] = one.Where(c => c.Short[0] == shortName[0]).Sum(c => 1 << (int)c.Category);
        all["LC"] = all["Cased_Letter"] = all["Lu"] | all["Ll"] | all["Lt"];
        (all["digit"], all["punct"], all["cntrl"], all["Combining_Mark"]) = (all["Nd"], all["P"], all["Cc"], all["M"]);
        return all;
    }
}
