using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas;

/// <summary>A compiled <c>pattern</c>.</summary>
internal sealed class Pattern
{
    private readonly Regex _regex;

    private Pattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    /// <summary>The pattern; null when the text is no regular expression of ECMA-262.</summary>
    public static Pattern? Compile(string text) => EcmaRegex.Compile(text) is { } regex ? new Pattern(text, regex) : null;

    /// <summary>Whether the pattern is found in a string; null when that took too long to tell.</summary>
    public bool? IsMatch(in JsonText.Slice slice, Scratch scratch)
    {
        try
        {
            var (buffer, length) = scratch.Decode(slice);
#if NET
            return _regex.IsMatch(buffer.AsSpan(0, length));
#else
            return _regex.IsMatch(new string(buffer, 0, length));
#endif
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
