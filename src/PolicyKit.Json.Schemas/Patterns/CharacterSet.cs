using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>A set of code points: ranges, general categories, and sets that are taken in whole or in complement.</summary>
internal sealed class CharacterSet
{
    public const int MaxPoint = 0x10FFFF;

    public static readonly CharacterSet Digit = new CharacterSet().Add('0', '9');
    public static readonly CharacterSet Word = new CharacterSet()
        .Add('a', 'z')
        .Add('A', 'Z')
        .Add('0', '9')
        .Add('_', '_');

    // ECMA-262 WhiteSpace and LineTerminator, U+3000 among them.
    public static readonly CharacterSet Space = new CharacterSet()
        .Add(0x09, 0x0D)
        .Add(0x20, 0x20)
        .Add(0xA0, 0xA0)
        .Add(0x1680, 0x1680)
        .Add(0x2000, 0x200A)
        .Add(0x2028, 0x2029)
        .Add(0x202F, 0x202F)
        .Add(0x205F, 0x205F)
        .Add(0x3000, 0x3000)
        .Add(0xFEFF, 0xFEFF);

    public static readonly CharacterSet LineEnd = new CharacterSet()
        .Add('\n', '\n')
        .Add('\r', '\r')
        .Add(0x2028, 0x2029);

    // From and to in turn.
    private readonly IntList _ranges = new();
    private readonly List<CharacterSet> _sets = new();
    private int _categories;

    public bool IsNegated { get; set; }

    /// <summary>Equal for sets that were written alike.</summary>
    public string Key =>
        (IsNegated ? "^" : "")
        + string.Join(",", Enumerable.Range(0, _ranges.Count).Select(i => _ranges[i]))
        + ":"
        + _categories
        + "("
        + string.Join(",", _sets.Select(s => s.Key))
        + ")";

    public CharacterSet Add(int from, int to)
    {
        _ranges.Add(from);
        _ranges.Add(to);
        return this;
    }

    public CharacterSet Add(CharacterSet set)
    {
        _sets.Add(set);
        return this;
    }

    public CharacterSet Not() => new CharacterSet { IsNegated = true }.Add(this);

    public bool Contains(int point)
    {
        for (var i = 0; i < _ranges.Count; i += 2)
            if (point >= _ranges[i] && point <= _ranges[i + 1])
                return !IsNegated;
        if (_categories != 0 && (_categories >> (int)CategoryOf(point) & 1) != 0)
            return !IsNegated;
        foreach (var set in _sets)
            if (set.Contains(point))
                return !IsNegated;
        return IsNegated;
    }

    /// <summary>Whether two code points beyond ASCII can fare differently. (Without that, one look tells for all of them.)</summary>
    public bool? AllBeyondAscii()
    {
        if (_categories != 0)
            return null;
        var any = false;
        for (var i = 0; i < _ranges.Count; i += 2)
        {
            if (_ranges[i + 1] < 0x80)
                continue;
            if (_ranges[i] > 0x80 || _ranges[i + 1] < MaxPoint)
                return null;
            any = true;
        }

        foreach (var set in _sets)
        {
            if (set.AllBeyondAscii() is not { } all)
                return null;
            any |= all;
        }

        return any != IsNegated;
    }

    /// <summary>The set of <c>\p{name}</c>: general categories, three scripts of Japanese text, ASCII and Any; null for others.</summary>
    public static CharacterSet? Property(string name)
    {
        var key =
            name.StartsWith("General_Category=", StringComparison.Ordinal) ? name.Substring(17)
            : name.StartsWith("gc=", StringComparison.Ordinal) ? name.Substring(3)
            : name;
        if (PropertyTable.Categories.TryGetValue(key, out var categories))
            return new CharacterSet { _categories = categories };
        foreach (var prefix in new[] { "Script=", "sc=" })
            if (
                name.StartsWith(prefix, StringComparison.Ordinal)
                && PropertyTable.Scripts.TryGetValue(name.Substring(prefix.Length), out var ranges)
            )
                return ranges.Aggregate(new CharacterSet(), (set, range) => set.Add(range.From, range.To));
        return name switch
        {
            "ASCII" => new CharacterSet().Add(0, 0x7F),
            "Any" => new CharacterSet().Add(0, MaxPoint),
            _ => null,
        };
    }

    private static UnicodeCategory CategoryOf(int point) =>
        point is >= 0xD800 and <= 0xDFFF ? UnicodeCategory.Surrogate
        : point <= 0xFFFF ? CharUnicodeInfo.GetUnicodeCategory((char)point)
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(point), 0);

    // Apart, so that a pattern without properties does not make it.
    private static class PropertyTable
    {
        public static readonly Dictionary<string, int> Categories = MakeCategories();

        private static Dictionary<string, int> MakeCategories()
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
                all[shortName] = all[longName] = one.Where(c => c.Short[0] == shortName[0])
                    .Sum(c => 1 << (int)c.Category);
            all["LC"] = all["Cased_Letter"] = all["Lu"] | all["Ll"] | all["Lt"];
            (all["digit"], all["punct"], all["cntrl"], all["Combining_Mark"]) = (
                all["Nd"],
                all["P"],
                all["Cc"],
                all["M"]
            );
            return all;
        }

        // Scripts.txt of Unicode 15.1, the three of Japanese text.
        public static readonly Dictionary<string, (int From, int To)[]> Scripts = new(StringComparer.Ordinal)
        {
            ["Han"] = new[]
            {
                (0x2E80, 0x2E99),
                (0x2E9B, 0x2EF3),
                (0x2F00, 0x2FD5),
                (0x3005, 0x3005),
                (0x3007, 0x3007),
                (0x3021, 0x3029),
                (0x3038, 0x303B),
                (0x3400, 0x4DBF),
                (0x4E00, 0x9FFF),
                (0xF900, 0xFA6D),
                (0xFA70, 0xFAD9),
                (0x16FE2, 0x16FE3),
                (0x16FF0, 0x16FF1),
                (0x20000, 0x2A6DF),
                (0x2A700, 0x2B739),
                (0x2B740, 0x2B81D),
                (0x2B820, 0x2CEA1),
                (0x2CEB0, 0x2EBE0),
                (0x2EBF0, 0x2EE5D),
                (0x2F800, 0x2FA1D),
                (0x30000, 0x3134A),
                (0x31350, 0x323AF),
            },
            ["Hiragana"] = new[]
            {
                (0x3041, 0x3096),
                (0x309D, 0x309F),
                (0x1B001, 0x1B11F),
                (0x1B132, 0x1B132),
                (0x1B150, 0x1B152),
                (0x1F200, 0x1F200),
            },
            ["Katakana"] = new[]
            {
                (0x30A1, 0x30FA),
                (0x30FD, 0x30FF),
                (0x31F0, 0x31FF),
                (0x32D0, 0x32FE),
                (0x3300, 0x3357),
                (0xFF66, 0xFF6F),
                (0xFF71, 0xFF9D),
                (0x1AFF0, 0x1AFF3),
                (0x1AFF5, 0x1AFFB),
                (0x1AFFD, 0x1AFFE),
                (0x1B000, 0x1B000),
                (0x1B120, 0x1B122),
                (0x1B155, 0x1B155),
                (0x1B164, 0x1B167),
            },
        };
    }
}
