using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// ECMA-262 patterns with the <c>u</c> flag, translated once to .NET: those that <see cref="PatternParser"/> leaves,
/// with look-around, back-references or word boundaries.
/// Every class is spelled out as the code points that it holds, so that it means what the automaton makes of it,
/// beyond U+FFFF too.
/// A time limit keeps any pattern from hanging a build.
/// </summary>
internal static class EcmaRegex
{
    private const string Word = "[A-Za-z0-9_]";

    private const string Boundary = $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))";
    private const string NoBoundary = $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The expression; null when the pattern is none.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            return Translate(pattern) is { } translated
                ? new Regex(translated, RegexOptions.CultureInvariant, Limit)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsPattern(string pattern) =>
        PatternParser.Parse(pattern) is not null || Compile(pattern) is not null;

    private static string? Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        for (var at = 0; at < pattern.Length; )
        {
            if (pattern[at] == '[' || (pattern[at] == '\\' && !IsAssertionOrReference(pattern, at + 1)))
            {
                if (PatternParser.SetAt(pattern, ref at) is not { } set)
                    return null;
                Append(result, set);
            }
            else if (pattern[at] == '\\')
                Reference(pattern, ref at, result);
            else if (!Other(pattern, ref at, result))
                return null;
        }

        return result.ToString();
    }

    private static bool IsAssertionOrReference(string pattern, int at) =>
        at < pattern.Length && pattern[at] is 'b' or 'B' or 'k' or (>= '1' and <= '9');

    private static void Reference(string pattern, ref int at, StringBuilder result)
    {
        var letter = pattern[at + 1];
        if (letter is 'b' or 'B')
            result.Append(letter == 'b' ? Boundary : NoBoundary);
        else
            result.Append('\\').Append(letter);
        at += 2;
    }

    // What stands outside classes and escapes; false where it is none of ECMA-262.
    private static bool Other(string pattern, ref int at, StringBuilder result)
    {
        var c = pattern[at++];
        switch (c)
        {
            case '.':
                Append(result, CharacterSet.LineEnd.Not());
                return true;
            case '$':
                result.Append(@"\z");
                return true;
            case '(' when at < pattern.Length && pattern[at] == '?' && !IsGroup(pattern, at + 1):
                return false;
            case ']' or '}' or '{' when !IsQuantifier(pattern, at - 1):
                result.Append('\\').Append(c);
                return true;
            case '{':
                var end = pattern.IndexOf('}', at) + 1;
                result.Append(pattern, at - 1, end - at + 1);
                at = end;
                return true;
            // With the u flag a letter outside the BMP is one: a quantifier after it means the pair.
            case >= '\ud800' and <= '\udbff' when at < pattern.Length && char.IsLowSurrogate(pattern[at]):
                result.Append("(?:").Append(c).Append(pattern[at++]).Append(')');
                return true;
            case '#' or ' ':
                result.Append('\\').Append(c);
                return true;
            default:
                result.Append(c);
                return true;
        }
    }

    private static bool IsQuantifier(string pattern, int at)
    {
        if (pattern[at] != '{')
            return false;
        var digits = ++at;
        while (at < pattern.Length && pattern[at] is >= '0' and <= '9')
            at++;
        if (at == digits)
            return false;
        if (at < pattern.Length && pattern[at] == ',')
            at++;
        while (at < pattern.Length && pattern[at] is >= '0' and <= '9')
            at++;
        return at < pattern.Length && pattern[at] == '}';
    }

    // .NET has more kinds of group (comments, flags, balancing) than ECMA-262.
    private static bool IsGroup(string pattern, int at) =>
        at < pattern.Length
        && (
            pattern[at] is ':' or '=' or '!'
            || (
                pattern[at] == '<'
                && at + 1 < pattern.Length
                && (pattern[at + 1] is '=' or '!' || char.IsLetter(pattern[at + 1]) || pattern[at + 1] is '_' or '$')
                && pattern.IndexOf('>', at) is var end
                && (end < 0 || pattern.IndexOf('-', at, end - at) < 0)
            )
        );

    private static void Append(StringBuilder result, CharacterSet set)
    {
        var (ranges, parts) = (set.Ranges(), new List<string>());
        if (Class(ranges) is { Length: > 2 } within)
            parts.Add(within);
        parts.AddRange(BeyondBmp(ranges));
        result.Append(
            parts.Count == 0 ? "(?!)"
            : parts.Count == 1 && parts[0][0] == '[' && parts[0].IndexOf(']') == parts[0].Length - 1 ? parts[0]
            : "(?:" + string.Join("|", parts) + ")"
        );
    }

    // The part of a set within the BMP and outside the surrogates, as a class of .NET.
    private static string Class(List<int> ranges)
    {
        var result = new StringBuilder("[");
        for (var i = 0; i < ranges.Count; i += 2)
        {
            Add(result, ranges[i], Math.Min(ranges[i + 1], 0xD7FF));
            Add(result, Math.Max(ranges[i], 0xE000), Math.Min(ranges[i + 1], 0xFFFF));
        }

        return result.Append(']').ToString();
    }

    // Pairs of surrogates; a surrogate that stands alone is a character of its own.
    private static IEnumerable<string> BeyondBmp(List<int> ranges)
    {
        for (var i = 0; i < ranges.Count; i += 2)
        {
            if (ranges[i] <= 0xD800 && ranges[i + 1] >= 0xDFFF)
                yield return @"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]";
            for (var from = Math.Max(ranges[i], 0x10000); from <= ranges[i + 1]; )
            {
                // As many whole blocks of one high surrogate as there are, else the part of one.
                var block = (from | 0x3FF) <= ranges[i + 1] && (from & 0x3FF) == 0;
                var to = block ? ((ranges[i + 1] + 1) & ~0x3FF) - 1 : Math.Min(from | 0x3FF, ranges[i + 1]);
                yield return Range(High(from), High(to)) + (block ? @"[\uDC00-\uDFFF]" : Range(Low(from), Low(to)));
                from = to + 1;
            }
        }
    }

    private static int High(int point) => 0xD800 + ((point - 0x10000) >> 10);

    private static int Low(int point) => 0xDC00 + (point & 0x3FF);

    private static string Range(int from, int to) => Add(new StringBuilder("["), from, to).Append(']').ToString();

    private static StringBuilder Add(StringBuilder result, int from, int to)
    {
        if (from <= to)
            result.Append(Escape(from));
        if (from < to)
            result.Append('-').Append(Escape(to));
        return result;
    }

    private static string Escape(int unit) => @"\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
