using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Analyzers.Topics.Transport;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Functions that are asked whether an origin is allowed, and that say yes to all there are: always, or to whatever is
/// an address. Read from syntax, because they may stand in any file.
/// </summary>
internal static class OriginPredicates
{
    public static bool AcceptAll(SyntaxNode function) =>
        CallbackVerdict.Accepts(function, -1) || (ResultOf(function) is { } result && IsOfEveryOrigin(result));

    private static ExpressionSyntax? ResultOf(SyntaxNode function) =>
        function switch
        {
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } expression } => expression,
            AnonymousFunctionExpressionSyntax { Block: { } block } => OnlyReturn(block),
            MethodDeclarationSyntax method => method.ExpressionBody?.Expression ?? OnlyReturn(method.Body),
            LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression ?? OnlyReturn(local.Body),
            _ => null,
        };

    private static ExpressionSyntax? OnlyReturn(BlockSyntax? block) =>
        block is { Statements: { Count: 1 } statements }
        && statements[0] is ReturnStatementSyntax { Expression: { } all }
            ? all
            : null;

    // An origin is never empty, and always begins with a scheme.
    private static bool IsOfEveryOrigin(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax inner => IsOfEveryOrigin(inner.Expression),
            PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => NameOf(not.Operand)
                is "IsNullOrEmpty"
                    or "IsNullOrWhiteSpace",
            BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => IsOfEveryOrigin(both.Left)
                && IsOfEveryOrigin(both.Right),
            BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => IsOfEveryOrigin(
                either.Left
            ) || IsOfEveryOrigin(either.Right),
            BinaryExpressionSyntax unequal when unequal.IsKind(SyntaxKind.NotEqualsExpression) => IsNothing(
                unequal.Right
            ),
            BinaryExpressionSyntax more when more.IsKind(SyntaxKind.GreaterThanExpression) => more.Left
                is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }
                && more.Right.ToString() == "0",
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } =>
                IsNothing(constant.Expression),
            InvocationExpressionSyntax call when NameOf(call) == "StartsWith" => call
                .ArgumentList.Arguments.First()
                .Expression
                is LiteralExpressionSyntax { Token.Value: "http" or "http://" or "https" or "https://" },
            // example.jp ends evilexample.jp, too.
            InvocationExpressionSyntax call when NameOf(call) == "EndsWith" => call
                .ArgumentList.Arguments.First()
                .Expression
                is LiteralExpressionSyntax { Token.Value: string { Length: > 0 } end }
                && end[0] != '.'
                && end.IndexOf("://", StringComparison.Ordinal) < 0,
            InvocationExpressionSyntax call when NameOf(call) == "Contains" => call.Expression
                is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }
                && call.ArgumentList.Arguments.First().Expression is LiteralExpressionSyntax { Token.Value: string },
            InvocationExpressionSyntax call => NameOf(call) is "TryCreate" or "IsWellFormedUriString",
            _ => false,
        };

    private static bool IsNothing(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.NullLiteralExpression)
        || value is LiteralExpressionSyntax { Token.Value: "" }
        || value.ToString() == "string.Empty";

    private static string NameOf(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name } }
            ? name.Identifier.ValueText
            : "";
}
