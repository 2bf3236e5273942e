using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// The values of expressions in a function that validates a certificate, where its errors have one value and all else
/// is unknown.
/// </summary>
internal sealed class CallbackValues(string? errors, int value, int remaining)
{
    // A function that calls itself is followed a few times and no more.
    private const int CostOfCall = 10;

    private static readonly Dictionary<string, int> Errors = new(StringComparer.Ordinal)
    {
        ["None"] = 0,
        ["RemoteCertificateNotAvailable"] = 1,
        ["RemoteCertificateNameMismatch"] = 2,
        ["RemoteCertificateChainErrors"] = 4,
    };

    /// <summary>What locals hold; null where it is not known.</summary>
    public Dictionary<string, object?> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of an expression: a bool, an int, or null where it is not known.</summary>
    public object? Of(ExpressionSyntax? expression, int depth)
    {
        if (depth == 0)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Of(inner.Expression, depth - 1);
            case CastExpressionSyntax cast:
                return Of(cast.Expression, depth - 1);
            case LiteralExpressionSyntax { Token.Value: bool or int } literal:
                return literal.Token.Value;
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                if (Locals.TryGetValue(name, out var known))
                    return known;
                return name == errors ? value : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: { } owner }:
                return owner.GetLastToken().ValueText == "SslPolicyErrors" && Errors.TryGetValue(member, out var bits)
                    ? bits
                    : null;
            case PrefixUnaryExpressionSyntax unary:
                return Unary(unary, depth);
            // Whoever comes shows a certificate and a chain: that there is one says nothing about it.
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } asked when IsThere(asked):
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } asked when IsThere(asked):
                return false;
            case IsPatternExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: var held } there,
                Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var nothing } }
            } when nothing.IsKind(SyntaxKind.NullLiteralExpression) && IsOther(held, there):
                return true;
            case BinaryExpressionSyntax binary:
                return Binary(binary, depth);
            case ConditionalExpressionSyntax conditional:
                return Of(conditional.Condition, depth - 1) switch
                {
                    true => Of(conditional.WhenTrue, depth - 1),
                    false => Of(conditional.WhenFalse, depth - 1),
                    _ => Same(Of(conditional.WhenTrue, depth - 1), Of(conditional.WhenFalse, depth - 1)),
                };
            case IsPatternExpressionSyntax pattern when Of(pattern.Expression, depth - 1) is { } asked:
                return Matches(pattern.Pattern, asked, depth - 1);
            case SwitchExpressionSyntax choice when Of(choice.GoverningExpression, depth - 1) is { } governing:
                return Choose(choice, governing, depth);
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasFlag" } asked,
                ArgumentList.Arguments: { Count: 1 } flags
            }:
                return Of(asked.Expression, depth - 1) is int all && Of(flags[0].Expression, depth - 1) is int flag
                    ? (all & flag) == flag
                    : null;
            case InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: { } called }
            } call:
                return AnswerOf(call, called, depth);
            default:
                return null;
        }
    }

    // chain != null, certificate == null
    private bool IsThere(BinaryExpressionSyntax comparison) =>
        comparison.Right.IsKind(SyntaxKind.NullLiteralExpression)
        && comparison.Left is IdentifierNameSyntax { Identifier.ValueText: var name } asked
        && IsOther(name, asked);

    // A parameter beside the errors, of the function that the expression stands in.
    private bool IsOther(string name, SyntaxNode node) =>
        errors is not null
        && name != errors
        && !Locals.ContainsKey(name)
        && node.Ancestors().Select(CallbackVerdict.ParametersOf).FirstOrDefault(p => p.Count > 0) is { } parameters
        && parameters.Any(p => p.Identifier.ValueText == name);

    // What the function of that name in the same type says, where there is one alone.
    private object? AnswerOf(InvocationExpressionSyntax call, string name, int depth)
    {
        var functions = call.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ?.DescendantNodes()
            .Where(n =>
                n is MethodDeclarationSyntax { Identifier.ValueText: var method } && method == name
                || n is LocalFunctionStatementSyntax { Identifier.ValueText: var local } && local == name
            )
            .Take(2)
            .ToList();
        if (functions is not { Count: 1 })
            return null;
        var at = errors is null
            ? -1
            : call.ArgumentList.Arguments.IndexOf(a =>
                a.Expression is IdentifierNameSyntax { Identifier.ValueText: var handed } && handed == errors
            );
        var parameters = CallbackVerdict.ParametersOf(functions[0]);
        var inner = at >= 0 && at < parameters.Count ? parameters[at].Identifier.ValueText : null;
        return CallbackVerdict.Answers(functions[0], inner, value, Math.Min(depth - 1, remaining - CostOfCall))
            ? true
            : null;
    }

    private object? Unary(PrefixUnaryExpressionSyntax unary, int depth) =>
        (unary.Kind(), Of(unary.Operand, depth - 1)) switch
        {
            (SyntaxKind.LogicalNotExpression, bool b) => !b,
            (SyntaxKind.BitwiseNotExpression, int i) => ~i,
            _ => null,
        };

    private object? Binary(BinaryExpressionSyntax binary, int depth)
    {
        var left = Of(binary.Left, depth - 1);
        var right = Of(binary.Right, depth - 1);
        return (binary.Kind(), left, right) switch
        {
            (SyntaxKind.LogicalOrExpression, true, _) or (SyntaxKind.LogicalOrExpression, _, true) => true,
            (SyntaxKind.LogicalOrExpression, false, false) => false,
            (SyntaxKind.LogicalAndExpression, false, _) or (SyntaxKind.LogicalAndExpression, _, false) => false,
            (SyntaxKind.LogicalAndExpression, true, true) => true,
            (SyntaxKind.BitwiseAndExpression, int a, int b) => a & b,
            (SyntaxKind.BitwiseOrExpression, int a, int b) => a | b,
            (SyntaxKind.ExclusiveOrExpression, int a, int b) => a ^ b,
            (SyntaxKind.BitwiseAndExpression, bool a, bool b) => a & b,
            (SyntaxKind.BitwiseOrExpression, bool a, bool b) => a | b,
            (SyntaxKind.EqualsExpression, not null, not null) => Equals(left, right),
            (SyntaxKind.NotEqualsExpression, not null, not null) => !Equals(left, right),
            (SyntaxKind.GreaterThanExpression, int a, int b) => a > b,
            (SyntaxKind.LessThanExpression, int a, int b) => a < b,
            _ => null,
        };
    }

    private object? Choose(SwitchExpressionSyntax choice, object governing, int depth)
    {
        foreach (var arm in choice.Arms)
        {
            if (arm.WhenClause is not null)
                return null;
            switch (Matches(arm.Pattern, governing, depth - 1))
            {
                case true:
                    return Of(arm.Expression, depth - 1);
                case null:
                    return null;
            }
        }

        return null;
    }

    private object? Matches(PatternSyntax pattern, object asked, int depth)
    {
        switch (pattern)
        {
            case DiscardPatternSyntax:
                return true;
            case ConstantPatternSyntax constant:
                return Of(constant.Expression, depth) is { } value ? Equals(value, asked) : null;
            case ParenthesizedPatternSyntax inner:
                return Matches(inner.Pattern, asked, depth);
            case UnaryPatternSyntax not:
                return Matches(not.Pattern, asked, depth) is bool matched ? !matched : null;
            case BinaryPatternSyntax either when either.IsKind(SyntaxKind.OrPattern):
                var (left, right) = (Matches(either.Left, asked, depth), Matches(either.Right, asked, depth));
                if (left is true || right is true)
                    return true;
                return left is false && right is false ? false : null;
            default:
                return null;
        }
    }

    private static object? Same(object? a, object? b) => Equals(a, b) ? a : null;
}
