using System.Text;
using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// ECMA-262 patterns with the <c>u</c> flag, translated once to .NET: those that <see cref="PatternParser"/> leaves,
/// with look-around, back-references or word boundaries.
/// A time limit keeps any pattern from hanging a build. .NET's classes see two halves of a character beyond U+FFFF; the automaton does not.
/// </summary>
internal static class EcmaRegex
{
    // ECMA-262 WhiteSpace and LineTerminator, U+3000 among them.
    private const string Space = @"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L",
        ["Lowercase_Letter"] = "Ll",
        ["Uppercase_Letter"] = "Lu",
        ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo",
        ["Mark"] = "M",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["digit"] = "Nd",
        ["Letter_Number"] = "Nl",
        ["Other_Number"] = "No",
        ["Punctuation"] = "P",
        ["punct"] = "P",
        ["Symbol"] = "S",
        ["Separator"] = "Z",
        ["Space_Separator"] = "Zs",
        ["Other"] = "C",
        ["Control"] = "Cc",
        ["cntrl"] = "Cc",
        ["Format"] = "Cf",
        ["Currency_Symbol"] = "Sc",
        ["Math_Symbol"] = "Sm",
        ["Script=Han"] = "IsCJKUnifiedIdeographs",
        ["Script=Hiragana"] = "IsHiragana",
        ["Script=Katakana"] = "IsKatakana",
        ["Script=Cyrillic"] = "IsCyrillic",
        ["Script=Greek"] = "IsGreek",
    };

    /// <summary>The expression; null when the pattern is none.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(Translate(pattern), RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsPattern(string pattern) => Compile(pattern) is not null;

    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                i = Escape(pattern, i + 1, inClass, result);
            else if (c == '[' && !inClass)
            {
                inClass = true;
                result.Append('[');
                if (i + 1 < pattern.Length && pattern[i + 1] == '^')
                    result.Append(pattern[++i]);
                // ECMA's [] matches nothing and [^] everything.
                if (i + 1 < pattern.Length && pattern[i + 1] == ']')
                {
                    result.Length -= result[result.Length - 1] == '^' ? 2 : 1;
                    result.Append(pattern[i] == '^' ? @"[\s\S]" : "(?!)");
                    inClass = false;
                    i++;
                }
            }
            else if (c == '[')
                result.Append(@"\[");
            else if (
                c == '('
                && !inClass
                && i + 1 < pattern.Length
                && pattern[i + 1] == '?'
                && !IsGroup(pattern, i + 2)
            )
                throw new ArgumentException("no such group");
            else if (c == ']' && inClass)
            {
                inClass = false;
                result.Append(']');
            }
            else if (inClass)
                result.Append(c);
            // With the u flag a letter outside the BMP is one: a quantifier after it means the pair.
            else if (char.IsHighSurrogate(c) && i + 1 < pattern.Length && char.IsLowSurrogate(pattern[i + 1]))
                result.Append("(?:").Append(c).Append(pattern[++i]).Append(')');
            else if (c == '.')
                result.Append(@"(?:[\ud800-\udbff][\udc00-\udfff]|[^\n\r\u2028\u2029])");
            else if (c == '$')
                result.Append(@"(?!\n)\z");
            else
                result.Append(c);
        }

        return result.ToString();
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

    private static int Escape(string pattern, int i, bool inClass, StringBuilder result)
    {
        switch (pattern[i])
        {
            case 'd':
                result.Append(inClass ? "0-9" : "[0-9]");
                return i;
            case 'D':
                result.Append(inClass ? @"\u0000-/:-\uffff" : "[^0-9]");
                return i;
            case 'w':
                result.Append(inClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]");
                return i;
            case 'W':
                result.Append(inClass ? @"\u0000-/:-@\[-\^`{-\uffff" : "[^a-zA-Z0-9_]");
                return i;
            case 's':
                result.Append(inClass ? Space : "[" + Space + "]");
                return i;
            case 'S':
                result.Append(inClass ? @"\S" : "[^" + Space + "]");
                return i;
            case 'c' when i + 1 < pattern.Length && char.ToUpperInvariant(pattern[i + 1]) is >= 'A' and <= 'Z':
                result
                    .Append(@"\x")
                    .Append((pattern[i + 1] % 32).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
                return i + 1;
            case 'u' when i + 1 < pattern.Length && pattern[i + 1] == '{' && pattern.IndexOf('}', i) is var end and > 0:
                var point = int.Parse(
                    pattern.Substring(i + 2, end - i - 2),
                    System.Globalization.NumberStyles.HexNumber,
                    System.Globalization.CultureInfo.InvariantCulture
                );
                result.Append(Regex.Escape(char.ConvertFromUtf32(point)));
                return end;
            case 'p'
            or 'P' when i + 1 < pattern.Length && pattern[i + 1] == '{' && pattern.IndexOf('}', i) is var close and > 0:
                var name = pattern
                    .Substring(i + 2, close - i - 2)
                    .Replace("General_Category=", "")
                    .Replace("gc=", "")
                    .Replace("sc=", "Script=")
                    .Replace("scx=", "Script=")
                    .Replace("Script_Extensions=", "Script=");
                result.Append(
                    name == "ASCII"
                        ? (
                            inClass ? @"\u0000-\u007f"
                            : pattern[i] == 'p' ? @"[\u0000-\u007f]"
                            : @"[^\u0000-\u007f]"
                        )
                        : $@"\{pattern[i]}{{{(Properties.TryGetValue(name, out var known) ? known : name)}}}"
                );
                return close;
            case 'a' or 'e' or 'A' or 'Z' or 'z' or 'G':
                // Escapes of .NET that ECMA-262 does not have.
                throw new ArgumentException("no such escape");
            default:
                result.Append('\\').Append(pattern[i]);
                return i;
        }
    }
}
