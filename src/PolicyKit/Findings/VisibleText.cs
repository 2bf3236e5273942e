using System.Globalization;
using System.Text;

namespace PolicyKit.Findings;

/// <summary>
/// Text of a checked file, made fit for a terminal or a report: nothing in it can move the cursor, set colours or turn
/// the reading direction.
/// </summary>
public static class VisibleText
{
    /// <summary>
    /// The text with control characters, line separators, unpaired surrogates and invisible format characters written
    /// as <c>\u{1B}</c>. Tabs become a space.
    /// </summary>
    public static string Of(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\t')
                result.Append(' ');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Surrogate
                || IsNoCharacter(c)
            )
                result.Append("\\u{").Append(((int)c).ToString("X", CultureInfo.InvariantCulture)).Append('}');
            else
                result.Append(c);
        }

        return result.ToString();
    }

    // Code points that are not characters: XML 1.0 cannot hold the last two.
    private static bool IsNoCharacter(char c) => c is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF');
}
