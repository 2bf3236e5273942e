using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Cases of the Juliet suite: one or several files, whose members called Bad… should be reported and whose members called Good… should not.</summary>
internal static class CaseFiles
{
    private static readonly Regex Variant = new(
        @"_(?<number>\d\d)(?:[a-z]|_bad|_base|_good\w*)?\.cs$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The cases among the files, each with the files of the suite that it uses.</summary>
    public static IEnumerable<Snippet> In(IEnumerable<string> files, IReadOnlyList<string> support)
    {
        foreach (var group in files.Where(f => Variant.IsMatch(f)).GroupBy(f => Variant.Replace(f, "_${number}")))
            yield return new(
                Path.GetFileName(group.Key),
                group.Concat(support).Select(f => (f, File.ReadAllText(f))).ToList(),
                null
            );
    }

    /// <summary>Whether a finding stands in a bad member, in a good one, or in neither.</summary>
    public static bool? IsBad(Location finding)
    {
        var names = finding
            .SourceTree!.GetRoot()
            .FindNode(finding.SourceSpan)
            .AncestorsAndSelf()
            .Select(n =>
                n switch
                {
                    MethodDeclarationSyntax method => method.Identifier.Text,
                    VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.Text,
                    ClassDeclarationSyntax type => Variant.Match(finding.SourceTree.FilePath) is { Success: true } file
                        ? file.Value + type.Identifier.Text
                        : type.Identifier.Text,
                    _ => "",
                }
            );
        foreach (var name in names)
            if (name.StartsWith("Bad", StringComparison.OrdinalIgnoreCase) || name.Contains("_bad"))
                return true;
            else if (name.StartsWith("Good", StringComparison.OrdinalIgnoreCase) || name.Contains("_good"))
                return false;
        return null;
    }
}
