using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Authorization that a system writes itself: helpers that call RequireAuthorization, filters that refuse, actions
/// that begin by asking. Read from syntax: it may stand in any file.
/// </summary>
internal static class OwnAuthorization
{
    // What a filter says to those it does not let in, or asks before.
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        "Unauthorized",
        "UnauthorizedResult",
        "UnauthorizedObjectResult",
        "HttpUnauthorizedResult",
        "UnauthorizedHttpResult",
        "Forbid",
        "ForbidResult",
        "Challenge",
        "ChallengeResult",
        "ChallengeAsync",
        "ForbidAsync",
        "IsAuthenticated",
        "AuthorizeAsync",
        "AuthenticateAsync",
        "Status401Unauthorized",
        "Status403Forbidden",
    };

    /// <summary>
    /// Whether a method of the system decides about the builder that it is given, or, where that is asked for, about
    /// the one that it gives back.
    /// </summary>
    public static bool Decides(IMethodSymbol method, Func<string, bool> isDecidingCall, bool orWhatItReturns)
    {
        method = method.ReducedFrom ?? method;
        if (method.Parameters.Length == 0 || method.DeclaringSyntaxReferences.Length != 1)
            return false;
        var declaration = method.DeclaringSyntaxReferences[0].GetSyntax();
        return declaration
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } access
                && isDecidingCall(name)
                && IsOn(access.Expression, method.Parameters[0].Name, orWhatItReturns && IsReturned(call))
            );
    }

    // group.WithTags("a").RequireAuthorization() is about the group; group.MapGet(…).RequireAuthorization() about one
    // endpoint of it.
    private static bool IsOn(ExpressionSyntax receiver, string parameter, bool mayBeMapped)
    {
        while (true)
            switch (receiver)
            {
                case IdentifierNameSyntax { Identifier.ValueText: { } name }:
                    return name == parameter;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } called } inner
                }:
                    if (called.StartsWith("Map", StringComparison.Ordinal) && !mayBeMapped)
                        return false;
                    receiver = inner.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    receiver = parenthesized.Expression;
                    break;
                default:
                    return false;
            }
    }

    private static bool IsReturned(SyntaxNode call)
    {
        var node = call;
        while (node.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            node = node.Parent;
        return node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;
    }

    /// <summary>Whether a type of the system refuses somebody: a filter, an attribute.</summary>
    public static bool Refuses(ITypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantTokens())
            .Any(t => t.IsKind(SyntaxKind.IdentifierToken) && Refusals.Contains(t.ValueText));

    /// <summary>Whether anything in a piece of code asks who is there, or refuses somebody.</summary>
    public static bool Asks(SyntaxNode code) =>
        code.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && Refusals.Contains(t.ValueText));
}
