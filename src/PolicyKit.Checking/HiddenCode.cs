using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Checking;

/// <summary>Code between <c>#if</c> and <c>#endif</c> that no judged compilation saw.</summary>
internal sealed class HiddenCode
{
    private readonly Dictionary<string, (SourceText Text, List<TextSpan> Hidden)> _files = new(StringComparer.Ordinal);

    /// <summary>Takes a compilation: what it sees is hidden no more.</summary>
    public void Add(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees.Where(t => t.FilePath.Length > 0))
        {
            var hidden = Disabled(tree);
            _files[tree.FilePath] = _files.TryGetValue(tree.FilePath, out var known)
                ? (known.Text, Common(known.Hidden, hidden))
                : (tree.GetText(), hidden);
        }
    }

    /// <summary>The files with such code, and the line where each piece begins.</summary>
    public IEnumerable<(string Path, int Line)> Regions =>
        from file in _files.OrderBy(f => f.Key, StringComparer.Ordinal)
        from span in file.Value.Hidden
        where HoldsCode(file.Value.Text.ToString(span))
        select (file.Key, file.Value.Text.Lines.GetLinePosition(span.Start).Line + 1);

    private static List<TextSpan> Disabled(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        return root.ContainsDirectives
            ? root.DescendantTrivia(descendIntoTrivia: false)
                .Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia))
                .Select(t => t.FullSpan)
                .ToList()
            : [];
    }

    private static List<TextSpan> Common(List<TextSpan> one, List<TextSpan> other) =>
        (
            from a in one
            from b in other
            let common = a.Intersection(b)
            where common is { Length: > 0 }
            select common.Value
        ).ToList();

    // A comment or a directive alone is not code.
    private static bool HoldsCode(string text) =>
        CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantTokens()
            .Any(t => !t.IsKind(SyntaxKind.EndOfFileToken) && !t.IsMissing);
}
