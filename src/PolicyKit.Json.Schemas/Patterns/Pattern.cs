using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// A compiled <c>pattern</c>: an automaton where it can be one, and a backtracking expression with a time limit where
/// not.
/// </summary>
internal sealed class Pattern
{
    private PatternNode? _parsed;
    private PatternAutomaton? _automaton;
    private Regex? _regex;

    private Pattern(string text, PatternNode? parsed, Regex? regex) => (Text, _parsed, _regex) = (text, parsed, regex);

    public string Text { get; }

    /// <summary>The pattern; null when the text is not a regular expression of ECMA-262.</summary>
    public static Pattern? Compile(string text)
    {
        if (PatternParser.Parse(text) is { } parsed)
            return new Pattern(text, parsed, null);
        return EcmaRegex.Compile(text) is { } regex ? new Pattern(text, null, regex) : null;
    }

    /// <summary>Whether the pattern is found in a string; null when that took too long to tell.</summary>
    public bool? IsMatch(in JsonText.Slice slice, Scratch scratch)
    {
        // Made when it is first used. Two threads may make it twice; both work.
        if (_parsed is { } parsed)
        {
            _automaton ??= PatternAutomaton.Make(parsed);
            if (_automaton is null)
                _parsed = null;
        }

        if (_automaton?.IsMatch(slice) is { } found)
            return found;
        var regex = _regex ??= EcmaRegex.Compile(Text)!;
        try
        {
            var (buffer, length) = scratch.Decode(slice);
#if NET
            return regex.IsMatch(buffer.AsSpan(0, length));
#else
            return regex.IsMatch(new string(buffer, 0, length));
#endif
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
