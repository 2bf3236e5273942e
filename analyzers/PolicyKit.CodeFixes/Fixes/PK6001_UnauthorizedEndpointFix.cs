using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>[Authorize] on an action or a page, RequireAuthorization on a mapped endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6001_UnauthorizedEndpointFix() : PolicyFix("PK6001", "認可を求める", "Require authorization")
{
    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        switch (at.Node)
        {
            case MethodDeclarationSyntax or ClassDeclarationSyntax:
                var member = (MemberDeclarationSyntax)at.Node;
                var attribute = SyntaxFactory
                    .AttributeList(
                        SyntaxFactory.SingletonSeparatedList(
                            SyntaxFactory.Attribute(
                                SyntaxFactory.ParseName("Microsoft.AspNetCore.Authorization.Authorize")
                            )
                        )
                    )
                    .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
                var bare = member.WithoutLeadingTrivia();
                return (
                    member,
                    bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute))
                        .WithLeadingTrivia(member.GetLeadingTrivia())
                );
            case SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } }:
                return (
                    call,
                    SyntaxFactory
                        .InvocationExpression(
                            SyntaxFactory.MemberAccessExpression(
                                SyntaxKind.SimpleMemberAccessExpression,
                                call.WithoutTrivia(),
                                SyntaxFactory.IdentifierName("RequireAuthorization")
                            )
                        )
                        .WithTriviaFrom(call)
                );
            default:
                return null;
        }
    }
}
