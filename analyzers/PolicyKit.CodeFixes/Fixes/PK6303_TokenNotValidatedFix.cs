using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>Switches a validation of tokens on again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6303_TokenNotValidatedFix() : PolicyFix("PK6303", "検証を有効にする", "Switch the validation on")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at) =>
        at.Node is AssignmentExpressionSyntax { Right: { RawKind: (int)SyntaxKind.FalseLiteralExpression } off }
            ? (off, True.WithTriviaFrom(off))
            : null;
}
