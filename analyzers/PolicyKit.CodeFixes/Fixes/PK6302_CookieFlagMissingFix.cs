using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>Sets the flag that a cookie lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK6302_CookieFlagMissingFix()
    : PolicyFix("PK6302", "Cookieの属性を設定する", "Set the flag of the cookie")
{
    private const string Http = "Microsoft.AspNetCore.Http.";

    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        if (at.Aspect is not { } flag)
            return null;
        if (
            at.Node is AssignmentExpressionSyntax assignment
            && at.Model.GetSymbolInfo(assignment.Left, at.CancellationToken).Symbol is IPropertySymbol property
        )
            return (assignment.Right, Value(flag, property.Type.Name).WithTriviaFrom(assignment.Right));
        if (
            at.Node is SimpleNameSyntax
            {
                Identifier.ValueText: "Append",
                Parent: MemberAccessExpressionSyntax
                {
                    Parent: InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 2 } list }
                }
            }
        )
            return (
                list,
                list.AddArguments(
                    SyntaxFactory.Argument(
                        Expression(
                            $"new {Http}CookieOptions {{ Secure = true, HttpOnly = true, SameSite = {Http}SameSiteMode.Lax }}"
                        )
                    )
                )
            );
        if (
            at.Ancestor<BaseObjectCreationExpressionSyntax>() is not { } creation
            || at.TypeOf(creation) is not { } type
            || type.ContainingNamespace?.ToString() != "Microsoft.AspNetCore.Http"
        )
            return null;
        return (
            creation,
            With(
                creation,
                type.Name == "CookieBuilder" && flag == "Secure" ? "SecurePolicy" : flag,
                Value(flag, type.Name == "CookieBuilder" && flag == "Secure" ? "CookieSecurePolicy" : "")
            )
        );
    }

    private static ExpressionSyntax Value(string flag, string type) =>
        flag == "SameSite" ? Expression(Http + "SameSiteMode.Lax")
        : type == "CookieSecurePolicy" ? Expression(Http + "CookieSecurePolicy.Always")
        : True;
}
