using System.Text.RegularExpressions;

namespace PolicyKit.Instruments.Structure;

/// <summary>Marks of emphasis within a line of Markdown: they are of the layout, not of the text.</summary>
internal static partial class Emphasis
{
    /// <summary>A piece with its marks apart.</summary>
    public static IEnumerable<Token> Split(Token token)
    {
        if (token.Part is not ("text" or "heading") || !token.Value.Contains('*', StringComparison.Ordinal))
            return [token];
        var (pieces, at) = (new List<Token>(), 0);
        foreach (Match match in Strong().Matches(token.Value))
        {
            var inner = match.Groups["inner"];
            pieces.Add(token with { Value = token.Value[at..match.Index] });
            pieces.Add(Token.Literal(token.Value[match.Index..inner.Index]));
            pieces.Add(token with { Value = inner.Value });
            at = match.Index + match.Length;
            pieces.Add(Token.Literal(token.Value[(inner.Index + inner.Length)..at]));
        }

        pieces.Add(token with { Value = token.Value[at..] });
        return pieces;
    }

    [GeneratedRegex(@"(?<mark>\*{1,2})(?<inner>[^*\s](?:[^*]*[^*\s])?)\k<mark>")]
    private static partial Regex Strong();
}
