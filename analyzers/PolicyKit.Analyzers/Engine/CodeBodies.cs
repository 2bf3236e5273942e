using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The pieces of code in a file that are bound by themselves: bodies of members, initializers, default values,
/// attributes, the statements of a program.
/// </summary>
internal static class CodeBodies
{
    /// <summary>
    /// The pieces of code beneath a node, in the order of the file. What stands inside another piece is not given
    /// again.
    /// </summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax unit && unit.Members.Any(m => m is GlobalStatementSyntax))
        {
            if (root.SyntaxTree.Options.Kind == SourceCodeKind.Regular)
                yield return unit;
            else
                foreach (var statement in unit.Members.OfType<GlobalStatementSyntax>())
                    yield return statement.Statement;
        }

        foreach (
            var node in root.DescendantNodes(n =>
                n
                    is not (
                        StatementSyntax
                        or ExpressionSyntax
                        or ArrowExpressionClauseSyntax
                        or EqualsValueClauseSyntax
                        or GlobalStatementSyntax
                        or AttributeSyntax
                    )
            )
        )
            switch (node)
            {
                case BaseMethodDeclarationSyntax { Body: not null }
                or BaseMethodDeclarationSyntax { ExpressionBody: not null }
                or ConstructorDeclarationSyntax:
                case AccessorDeclarationSyntax { Body: not null }
                or AccessorDeclarationSyntax { ExpressionBody: not null }:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: not EnumMemberDeclarationSyntax }:
                case PrimaryConstructorBaseTypeSyntax:
                case AttributeSyntax { ArgumentList: not null }:
                    yield return node;
                    break;
            }
    }

    /// <summary>The member that a piece of code belongs to.</summary>
    public static ISymbol? OwnerOf(SyntaxNode body, SemanticModel model, CancellationToken cancellation)
    {
        for (SyntaxNode? node = body; node is not null; node = node.Parent)
            switch (node)
            {
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property }:
                    return (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod;
                case CompilationUnitSyntax unit:
                    return model.GetDeclaredSymbol(unit, cancellation) ?? (ISymbol)model.Compilation.Assembly;
                case MemberDeclarationSyntax
                or AccessorDeclarationSyntax
                or VariableDeclaratorSyntax when model.GetDeclaredSymbol(node, cancellation) is { } symbol:
                    return symbol;
            }

        return null;
    }
}
