using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Findings;

namespace PolicyKit.Checking;

/// <summary>
/// The lines that findings of one compilation point at. No output repeats a secret: what any rule found to be one is
/// masked in every excerpt that shows the line,
/// whichever rule the excerpt belongs to.
/// </summary>
internal sealed class Excerpts
{
    private readonly ILookup<object, TextSpan> _secrets;
    private readonly RuleInputs _inputs;

    public Excerpts(IEnumerable<RuleFinding> found, RuleInputs inputs)
    {
        _inputs = inputs;
        _secrets = found
            .SelectMany(f => f.SecretSpans.Select(span => (File: FileOf(f.Location), Span: span)))
            .ToLookup(s => s.File, s => s.Span);
    }

    /// <summary>The line of a finding, its secrets masked; null when the file is not at hand.</summary>
    public Excerpt? Of(RuleFinding finding) => Of(finding.Location, _ => []);

    /// <summary>The line that another analyzer points at: what its literals say is nothing that it needs.</summary>
    public Excerpt? Of(Microsoft.CodeAnalysis.Location location) =>
        Of(location, line => location.SourceTree is { } tree ? TextsIn(tree, line) : []);

    private Excerpt? Of(Microsoft.CodeAnalysis.Location location, Func<TextSpan, IEnumerable<TextSpan>> more)
    {
        var lines = location.GetLineSpan();
        if (!lines.IsValid || TextOf(location) is not { } text || lines.Span.Start.Line >= text.Lines.Count)
            return null;
        var line = text.Lines[lines.Span.Start.Line];
        var secrets = _secrets[FileOf(location)]
            .Concat(more(line.Span))
            .Select(s => s.Intersection(line.Span))
            .OfType<TextSpan>()
            .Select(s => (s.Start - line.Start, s.Length));
        var isOneLine = lines.Span.End.Line == lines.Span.Start.Line;
        return Excerpt.Of(
            line.ToString(),
            lines.Span.Start.Character,
            isOneLine ? lines.Span.End.Character : line.Span.Length,
            secrets
        );
    }

    private static IEnumerable<TextSpan> TextsIn(SyntaxTree tree, TextSpan line) =>
        tree.GetRoot()
            .DescendantTokens(line)
            .Where(t => IsText(t.Kind()) && t.Span.IntersectsWith(line))
            .Select(t => t.Span);

    private static bool IsText(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static object FileOf(Microsoft.CodeAnalysis.Location location) =>
        location.SourceTree ?? (object)location.GetLineSpan().Path;

    private SourceText? TextOf(Microsoft.CodeAnalysis.Location location)
    {
        if (location.SourceTree is { } tree)
            return tree.GetText();
        var path = location.GetLineSpan().Path;
        if (_inputs.Configuration.FirstOrDefault(file => file.Path == path) is { } configuration)
            return configuration.Text;
        return _inputs.Pack.Files.FirstOrDefault(file => file.Path == path) is { } document
            ? SourceText.From(document.Content)
            : null;
    }
}
