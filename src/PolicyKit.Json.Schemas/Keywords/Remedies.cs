using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// How a string becomes right by a change that keeps what its author meant: width, white space, case.
/// </summary>
internal static class Remedies
{
    /// <summary>
    /// The sentence that says how to mend a string, or null where none of the changes makes it right.
    /// </summary>
    public static LocalizedMessage? Of(string text, Func<string, bool> isRight, Func<string, string>? mask)
    {
        foreach (var (key, mended) in Candidates(text))
            if (mended != text && mended.Length > 0 && isRight(mended))
                return Wording.Message(key, Shown.Shortened(mask is null ? mended : mask(mended)));
        return null;
    }

    /// <summary>Full-width letters, digits and signs as those of ASCII; the ideographic space as a space.</summary>
    public static string Folded(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(
                c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
                : c == '\u3000' ? ' '
                : c
            );
        return result.ToString();
    }

    private static IEnumerable<(string Key, string Mended)> Candidates(string text)
    {
        var folded = Folded(text);
        yield return ("schema.mend.space", text.Trim());
        yield return ("schema.mend.width", folded);
        yield return ("schema.mend.case", text.ToLowerInvariant());
        yield return ("schema.mend.case", text.ToUpperInvariant());
        if (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            yield return ("schema.mend.host", uri.Host);
        yield return ("schema.mend.other", folded.Trim());
        yield return ("schema.mend.other", folded.Trim().ToLowerInvariant());
        yield return ("schema.mend.other", folded.Trim().ToUpperInvariant());
    }
}
