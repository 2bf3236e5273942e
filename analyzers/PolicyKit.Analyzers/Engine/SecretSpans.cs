using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Findings;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>The parts of a file that hold the secret of a finding.</summary>
internal static class SecretSpans
{
    /// <summary>
    /// In code: the parts whose shape is known, else what is between the quotes of the strings at the location, else
    /// all of it.
    /// </summary>
    public static ImmutableArray<TextSpan> InCode(Microsoft.CodeAnalysis.Location location)
    {
        var (tree, span) = (location.SourceTree!, location.SourceSpan);
        if (KnownShapes(tree.GetText(), span) is { Length: > 0 } known)
            return known;
        var strings = tree.GetRoot()
            .DescendantTokens(span)
            .Where(t => span.Contains(t.Span) && IsString(t.Kind()))
            .Select(t => BetweenQuotes(t.Text, t.SpanStart))
            .ToImmutableArray();
        return strings.IsEmpty ? WithoutQuotes(tree.GetText(), span) : strings;
    }

    /// <summary>
    /// In a configuration file: the parts of the value whose shape is known, else the value without its quotes.
    /// </summary>
    public static ImmutableArray<TextSpan> InText(SourceText text, TextSpan span)
    {
        if (KnownShapes(text, span) is { Length: > 0 } known)
            return known;
        return WithoutQuotes(text, span);
    }

    private static ImmutableArray<TextSpan> WithoutQuotes(SourceText text, TextSpan span)
    {
        var isQuoted = span.Length > 1 && text[span.Start] == '"' && text[span.End - 1] == '"';
        return ImmutableArray.Create(isQuoted ? new TextSpan(span.Start + 1, span.Length - 2) : span);
    }

    // A connection string keeps its harmless parts.
    private static ImmutableArray<TextSpan> KnownShapes(SourceText text, TextSpan span) =>
        SecretShapes
            .Find(text.ToString(span))
            .Select(shape => new TextSpan(span.Start + shape.Start, shape.Length))
            .ToImmutableArray();

    private static TextSpan BetweenQuotes(string token, int start)
    {
        var (first, last) = (token.IndexOf('"'), token.LastIndexOf('"'));
        if (first < 0)
            return new TextSpan(start, token.Length);
        while (first < token.Length && token[first] == '"')
            first++;
        while (last > first && token[last - 1] == '"')
            last--;
        return TextSpan.FromBounds(start + first, start + Math.Max(first, last));
    }

    private static bool IsString(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
