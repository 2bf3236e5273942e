using System.Globalization;
using System.Text;

namespace PolicyKit.Calendar;

/// <summary>
/// Text folded for matching, never for display or hashing: full-width ASCII, circled and bracketed numbers, the dash
/// family and the ideographic space.
/// The framework's NFKC needs ICU and does nothing under invariant globalization, so the part of it that official texts
/// use stands here.
/// </summary>
internal static class JapaneseText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u3000' or '\u00A0':
                    folded.Append(' ');
                    break;
                case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－' or '─':
                    folded.Append('-');
                    break;
                case >= '！' and <= '～':
                    folded.Append((char)(c - '！' + '!'));
                    break;
                case >= '①' and <= '⑳':
                    folded.Append((c - '①' + 1).ToString(CultureInfo.InvariantCulture));
                    break;
                case >= '⑴' and <= '⒇':
                    folded.Append('(').Append((c - '⑴' + 1).ToString(CultureInfo.InvariantCulture)).Append(')');
                    break;
                default:
                    folded.Append(c);
                    break;
            }
        }

        return folded.ToString();
    }
}
