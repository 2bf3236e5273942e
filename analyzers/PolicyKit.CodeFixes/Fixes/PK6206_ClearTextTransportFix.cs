using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>Switches encryption on where a setting switched it off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6206_ClearTextTransportFix() : PolicyFix("PK6206", "暗号化を有効にする", "Switch encryption on")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at) =>
        at.Node switch
        {
            AssignmentExpressionSyntax { Right: { RawKind: (int)SyntaxKind.FalseLiteralExpression } off } => (
                off,
                True.WithTriviaFrom(off)
            ),
            BaseObjectCreationExpressionSyntax creation when at.TypeOf(creation)?.Name == "SmtpClient" => (
                creation,
                With(creation, "EnableSsl", True)
            ),
            _ => null,
        };
}
