namespace PolicyKit.Json.Schemas;

/// <summary>
/// A set of code points: ranges, general categories, and sets that are taken in whole or in complement.
/// </summary>
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
    private int[] _table = Array.Empty<int>();

    public bool IsNegated { get; set; }

    /// <summary>Equal for sets that were written alike.</summary>
    public string Key =>
        (IsNegated ? "^" : "")
        + string.Join(",", Enumerable.Range(0, _ranges.Count).Select(i => _ranges[i]))
        + ":"
        + _categories
        + ":"
        + string.Join(",", _table)
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
        if (_categories != 0 && (_categories >> (int)GeneralCategories.Of(point) & 1) != 0)
            return !IsNegated;
        if (_table.Length > 0 && IsIn(_table, point))
            return !IsNegated;
        foreach (var set in _sets)
            if (set.Contains(point))
                return !IsNegated;
        return IsNegated;
    }

    /// <summary>
    /// Whether two code points beyond ASCII can fare differently. (Without that, one look tells for all of them.)
    /// </summary>
    public bool? AllBeyondAscii()
    {
        if (_categories != 0 || _table.Length > 0)
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

    /// <summary>
    /// The set of <c>\p{name}</c>: general categories, scripts with or without extensions, binary properties; null
    /// when there is no such name.
    /// </summary>
    public static CharacterSet? Property(string name)
    {
        var equals = name.IndexOf('=');
        var (kind, value) = equals < 0 ? ("", name) : (name.Substring(0, equals), name.Substring(equals + 1));
        return kind switch
        {
            "Script" or "sc" => Of(UnicodeProperties.Find("sc", value)),
            "Script_Extensions" or "scx" => Of(UnicodeProperties.Find("scx", value)),
            "General_Category" or "gc" => OfCategories(GeneralCategories.Find(value)),
            "" => value switch
            {
                "ASCII" => new CharacterSet().Add(0, 0x7F),
                "Any" => new CharacterSet().Add(0, MaxPoint),
                _ => OfCategories(GeneralCategories.Find(value)) ?? Of(UnicodeProperties.Find("bin", value)),
            },
            _ => null,
        };
    }

    /// <summary>Every code point of the set, as ranges in order that do not touch: from and to in turn.</summary>
    public List<int> Ranges()
    {
        var pairs = new List<(int From, int To)>();
        void Take(IReadOnlyList<int> ranges)
        {
            for (var i = 0; i < ranges.Count; i += 2)
                pairs.Add((ranges[i], ranges[i + 1]));
        }

        for (var i = 0; i < _ranges.Count; i += 2)
            pairs.Add((_ranges[i], _ranges[i + 1]));
        if (_categories != 0)
            Take(GeneralCategories.Ranges(_categories));
        Take(_table);
        foreach (var set in _sets)
            Take(set.Ranges());
        pairs.Sort();
        var merged = new List<int>();
        foreach (var (from, to) in pairs)
            if (merged.Count > 0 && from <= merged[merged.Count - 1] + 1)
                merged[merged.Count - 1] = Math.Max(merged[merged.Count - 1], to);
            else
            {
                merged.Add(from);
                merged.Add(to);
            }

        return IsNegated ? Complement(merged) : merged;
    }

    private static List<int> Complement(List<int> ranges)
    {
        var (complement, next) = (new List<int>(), 0);
        for (var i = 0; i < ranges.Count; i += 2)
        {
            if (ranges[i] > next)
            {
                complement.Add(next);
                complement.Add(ranges[i] - 1);
            }

            next = ranges[i + 1] + 1;
        }

        if (next <= MaxPoint)
        {
            complement.Add(next);
            complement.Add(MaxPoint);
        }

        return complement;
    }

    private static CharacterSet? OfCategories(int categories) =>
        categories == 0 ? null : new CharacterSet { _categories = categories };

    private static CharacterSet? Of(int[]? ranges) => ranges is null ? null : new CharacterSet { _table = ranges };

    // Ranges in order: a table of a hundred is searched by halves.
    private static bool IsIn(int[] table, int point)
    {
        var (low, high) = (0, (table.Length / 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < table[middle * 2])
                high = middle - 1;
            else if (point > table[(middle * 2) + 1])
                low = middle + 1;
            else
                return true;
        }

        return false;
    }
}
