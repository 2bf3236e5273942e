namespace PolicyKit.Policies;

/// <summary>
/// A printed number taken apart: 第2条の2 is 第, 2, 条の, 2; (1) is (, 1, ); 1―2―3 has three values. Written again it is the
/// same text, character for character.
/// </summary>
/// <remarks>
/// イ is the first of いろは and the second of アイウ: alone it is read as アイウ; <see cref="Numbering"/> reads it among
/// its siblings.
/// </remarks>
/// <param name="Before">What stands before the first numeral.</param>
/// <param name="Values">The values, one or more.</param>
/// <param name="Between">What stands between two values, one fewer than values.</param>
/// <param name="After">What stands after the last numeral.</param>
/// <param name="Script">How the numerals are written.</param>
public sealed record PrintedNumber(
    string Before,
    ValueList<int> Values,
    ValueList<string> Between,
    string After,
    NumeralScript Script
)
{
    private static readonly string[] Joints = { "から", "及び", "並びに", "、", "・", "～", "〜" };
    private static readonly NumeralScript[] Scripts = (NumeralScript[])Enum.GetValues(typeof(NumeralScript));

    /// <summary>Whether the last value is the branch of the one before it (第2条の2, 第3号の2).</summary>
    public bool IsBranch => Between.Count > 0 && Between[Between.Count - 1].EndsWith("の", StringComparison.Ordinal);

    /// <summary>Whether it stands for several numbers (第3条から第5条まで, 第3条及び第4条, (2)～(4)).</summary>
    public bool IsRange => Between.Any(IsJoint);

    /// <summary>The first of several numbers; the number itself where it is one.</summary>
    internal ValueList<int> First => Values.Take(JointAfter(0) + 1).ToValueList();

    /// <summary>The last of several numbers; the number itself where it is one.</summary>
    internal ValueList<int> Last
    {
        get
        {
            var from = 0;
            for (var i = 0; i < Between.Count; i++)
                if (IsJoint(Between[i]))
                    from = i + 1;
            return Values.Skip(from).ToValueList();
        }
    }

    /// <summary>A printed number taken apart; null when it holds no numeral of any script.</summary>
    /// <param name="printed">The number as printed.</param>
    /// <param name="script">The script to read it in; null for the first that fits.</param>
    public static PrintedNumber? Parse(string printed, NumeralScript? script = null)
    {
        if (printed is null)
            throw new ArgumentNullException(nameof(printed));
        if (script is { } wanted)
            return ReadIn(wanted, printed);
        foreach (var candidate in new[] { NumeralScript.Aiueo }.Concat(Scripts))
            if (ReadIn(candidate, printed) is { } read)
                return read;
        return null;
    }

    /// <summary>
    /// The same number with other values, as many as there are; null when the script does not reach so far.
    /// </summary>
    public string? With(ValueList<int> values)
    {
        if ((values ?? throw new ArgumentNullException(nameof(values))).Count != Values.Count)
            throw new ArgumentException($"{Values.Count} values, not {values.Count}", nameof(values));
        var text = Before;
        for (var i = 0; i < values.Count; i++)
        {
            if (NumeralScripts.Write(Script, values[i]) is not { } numeral)
                return null;
            text += (i == 0 ? "" : Between[i - 1]) + numeral;
        }

        return text + After;
    }

    /// <summary>The number as printed.</summary>
    public override string ToString() => With(Values) ?? "";

    /// <summary>The word that joins two numbers: から, 及び, ～; null between the parts of one.</summary>
    internal static string? Joint(string between)
    {
        foreach (var word in Joints)
            if (between.IndexOf(word, StringComparison.Ordinal) >= 0)
                return word;
        // A dash joins two articles, and parts the numbers of an outline: 第3条―第5条, 2―4.
        return between.Length > 1 && between.EndsWith("第", StringComparison.Ordinal) && between.IndexOf('―') >= 0
            ? "―"
            : null;
    }

    private static bool IsJoint(string between) => Joint(between) is not null;

    private int JointAfter(int at)
    {
        while (at < Between.Count && !IsJoint(Between[at]))
            at++;
        return at;
    }

    private static PrintedNumber? ReadIn(NumeralScript script, string printed)
    {
        var (values, between, at) = (new List<int>(), new List<string>(), 0);
        var (before, pending) = ("", "");
        while (at < printed.Length)
        {
            var end = at;
            while (end < printed.Length && NumeralScripts.Has(script, printed[end]))
                end++;
            if (end == at)
            {
                pending += printed[at++];
                continue;
            }

            if (NumeralScripts.Read(script, printed.Substring(at, end - at)) is not { } value)
                return null;
            if (values.Count == 0)
                before = pending;
            else
                between.Add(pending);
            values.Add(value);
            (pending, at) = ("", end);
        }

        if (values.Count == 0 || (!IsOfDigits(script) && !IsPunctuation(before + pending)))
            return null;
        var read = new PrintedNumber(before, values.ToValueList(), between.ToValueList(), pending, script);
        // 01 and 二一 would come back as 1 and 二十一.
        return read.ToString() == printed ? read : null;
    }

    private static bool IsOfDigits(NumeralScript script) => script <= NumeralScript.Bracketed;

    // A letter is a number only where nothing else is: キー is a word.
    private static bool IsPunctuation(string text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c) || c == 'ー')
                return false;
        return true;
    }
}
