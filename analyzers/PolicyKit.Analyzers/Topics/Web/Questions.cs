using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Handlers that begin by asking who is there, and refuse those who may not: await authorization.AuthorizeAsync(User,
/// …) whose result decides, if (!User.IsInRole("x")) return Forbid(). Read from syntax: they may stand in any file.
/// </summary>
internal static class Questions
{
    // As many statements may come before the question.
    private const int Beginning = 6;

    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "IsAuthenticated",
        "IsInRole",
        "HasClaim",
        "AuthorizeAsync",
        "AuthenticateAsync",
    };

    private static readonly HashSet<string> Refusing = new(StringComparer.Ordinal)
    {
        "Unauthorized",
        "UnauthorizedResult",
        "UnauthorizedObjectResult",
        "Forbid",
        "ForbidResult",
        "Challenge",
        "ChallengeResult",
        "ChallengeAsync",
        "ForbidAsync",
        "Status401Unauthorized",
        "Status403Forbidden",
        "UnauthorizedAccessException",
    };

    /// <summary>Whether a handler, a method or a lambda, begins by asking.</summary>
    public static bool Begin(SyntaxNode? handler)
    {
        var (body, expression) = handler switch
        {
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody?.Expression),
            LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody?.Expression),
            AnonymousFunctionExpressionSyntax lambda => (lambda.Block, lambda.ExpressionBody),
            _ => (null, null),
        };
        return body is not null
            ? body.Statements.Take(Beginning).Any(s => Asks(s, body))
            : expression is ConditionalExpressionSyntax or SwitchExpressionSyntax && Decides(expression);
    }

    private static bool Asks(StatementSyntax statement, BlockSyntax body) =>
        statement switch
        {
            IfStatementSyntax => Decides(statement),
            ReturnStatementSyntax { Expression: ConditionalExpressionSyntax or SwitchExpressionSyntax } => Decides(
                statement
            ),
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: > 0 } variables } => Names(statement)
                .Any(Asking.Contains) && variables.Any(v => IsDecidedBy(v.Identifier.ValueText, statement, body)),
            // A method of the system's own that refuses by an exception; the framework's needs its result.
            ExpressionStatementSyntax => statement
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(call =>
                    call.Expression
                        is IdentifierNameSyntax { Identifier.ValueText: "AuthorizeAsync" or "CheckAccessAsync" }
                            or MemberAccessExpressionSyntax
                            {
                                Expression: ThisExpressionSyntax,
                                Name.Identifier.ValueText: "AuthorizeAsync"
                            }
                ),
            _ => false,
        };

    private static bool Decides(SyntaxNode code)
    {
        var names = Names(code).ToList();
        return names.Exists(Asking.Contains)
            && (names.Exists(Refusing.Contains) || code.DescendantNodes().Any(IsStatusOrThrow));
    }

    // StatusCode = 403, StatusCode(401), throw …
    private static bool IsStatusOrThrow(SyntaxNode node) =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax or LiteralExpressionSyntax { Token.Value: 401 or 403 };

    // var result = await authorization.AuthorizeAsync(…); if (!result.Succeeded) return Forbid();
    private static bool IsDecidedBy(string variable, StatementSyntax at, BlockSyntax body) =>
        body
            .Statements.SkipWhile(s => s != at)
            .Skip(1)
            .Any(s =>
                s
                    is IfStatementSyntax
                        or ReturnStatementSyntax { Expression: ConditionalExpressionSyntax or SwitchExpressionSyntax }
                && ConditionOf(s) is { } condition
                && Names(condition).Contains(variable)
                && (Names(s).Any(Refusing.Contains) || s.DescendantNodes().Any(IsStatusOrThrow))
            );

    private static SyntaxNode? ConditionOf(StatementSyntax statement) =>
        statement switch
        {
            IfStatementSyntax choice => choice.Condition,
            ReturnStatementSyntax { Expression: ConditionalExpressionSyntax choice } => choice.Condition,
            ReturnStatementSyntax { Expression: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            _ => null,
        };

    private static IEnumerable<string> Names(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText);
}
