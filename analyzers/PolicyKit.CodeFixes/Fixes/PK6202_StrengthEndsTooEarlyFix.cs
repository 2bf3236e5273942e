using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>RSA keys of 3072 bits: 128 bits of strength (CRYPTREC LS-0003).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6202_StrengthEndsTooEarlyFix()
    : PolicyFix("PK6202", "RSAの鍵を3072ビットにする", "Use an RSA key of 3072 bits")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        var (owner, size) = at.Node switch
        {
            AssignmentExpressionSyntax assignment => (
                at.Model.GetSymbolInfo(assignment.Left, at.CancellationToken).Symbol?.ContainingType
                    is { Name: "AsymmetricAlgorithm" }
                && assignment.Left is MemberAccessExpressionSyntax left
                    ? at.TypeOf(left.Expression)
                    : null,
                assignment.Right
            ),
            InvocationExpressionSyntax call => (at.TypeOf(call), Number(call.ArgumentList)),
            BaseObjectCreationExpressionSyntax creation => (at.TypeOf(creation), Number(creation.ArgumentList)),
            _ => ((ITypeSymbol?)null, (ExpressionSyntax?)null),
        };
        return
            owner?.Name.StartsWith("RSA", StringComparison.Ordinal) == true
            && size is LiteralExpressionSyntax { Token.Value: int }
            ? (size, Expression("3072").WithTriviaFrom(size))
            : null;
    }

    private static ExpressionSyntax? Number(ArgumentListSyntax? list) =>
        list?.Arguments.Select(a => a.Expression).FirstOrDefault(e => e.IsKind(SyntaxKind.NumericLiteralExpression));
}
