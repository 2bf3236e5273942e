using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>
/// Takes the validation that accepts everything away: what is left is the validation of the platform.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6205_CertificateNotValidatedFix()
    : PolicyFix("PK6205", "検証を止める設定を除く", "Remove what switches validation off")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        if (
            at.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>()
                is not { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || !(assignment.Right.Span.Contains(at.Node.Span) || assignment.Span == at.Node.Span)
        )
            return null;
        return assignment.Parent switch
        {
            InitializerExpressionSyntax initializer => (
                initializer,
                initializer.WithExpressions(initializer.Expressions.Remove(assignment))
            ),
            ExpressionStatementSyntax { Parent: BlockSyntax } statement => (statement, null),
            _ => null,
        };
    }
}
