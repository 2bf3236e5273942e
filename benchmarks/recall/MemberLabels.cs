using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Labels counted by the member that they stand in: sets of which the authors mark the use where a rule points at the value, or the other way round.</summary>
internal static class MemberLabels
{
    /// <summary>The same labels, each on the first line of its member; a member with a line to report is one to report.</summary>
    public static LabelledFile Of(LabelledFile file)
    {
        var starts = StartsOf(file.Path);
        var positive = file.Positive.Select(l => starts(l)).ToHashSet();
        var open = file.Open.Select(l => starts(l)).Where(l => !positive.Contains(l)).ToHashSet();
        var negative = file.Negative.Select(l => starts(l)).Where(l => !positive.Contains(l) && !open.Contains(l));
        return new(file.Path, positive, negative.ToHashSet(), open);
    }

    /// <summary>From a line to the first line of the member that it is in.</summary>
    public static Func<int, int> StartsOf(string path)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path));
        var members = tree.GetRoot()
            .DescendantNodes()
            .Where(n => n is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
            .Select(n =>
                (
                    First: tree.GetLineSpan(n.FullSpan).StartLinePosition.Line + 1,
                    Start: tree.GetLineSpan(n.Span).StartLinePosition.Line + 1,
                    End: tree.GetLineSpan(n.Span).EndLinePosition.Line + 1
                )
            )
            .ToList();
        return line =>
            members.LastOrDefault(m => m.First <= line && line <= m.End) is { Start: > 0 } member ? member.Start : line;
    }
}
