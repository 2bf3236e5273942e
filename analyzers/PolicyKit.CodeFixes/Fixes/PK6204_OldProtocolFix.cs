using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>Leaves the versions of TLS to the operating system, which knows what is safe today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6204_OldProtocolFix()
    : PolicyFix("PK6204", "TLSの版をOSに任せる", "Leave the version of TLS to the operating system")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        if (at.Node is not ExpressionSyntax whole)
            return null;
        var type = at.Node switch
        {
            MemberAccessExpressionSyntax member => member.Expression.ToString(),
            CastExpressionSyntax cast => cast.Type.ToString(),
            _ => null,
        };
        while (
            whole.Parent
                is ParenthesizedExpressionSyntax
                    or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression }
        )
            whole = (ExpressionSyntax)whole.Parent;
        // With |= the rest of the value stands elsewhere.
        if (
            type is null
            || (
                whole.Parent
                    is AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } assignment
                && assignment.Right == whole
            )
        )
            return null;
        return (
            whole,
            Expression(type + (at.TypeOf(at.Node)?.Name == "SecurityProtocolType" ? ".SystemDefault" : ".None"))
                .WithTriviaFrom(whole)
        );
    }
}
