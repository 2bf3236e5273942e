using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// What a function that validates a certificate answers to an error, read from its syntax alone, because it may stand in any file: the parameter
/// for the errors is given a value, and everything else is unknown. Only what is shown counts: unknown is never taken for yes.
/// </summary>
internal sealed class CallbackVerdict
{
    private const int MaxDepth = 32;

    private static readonly Dictionary<string, int> Errors = new(StringComparer.Ordinal)
    {
        ["None"] = 0,
        ["RemoteCertificateNotAvailable"] = 1,
        ["RemoteCertificateNameMismatch"] = 2,
        ["RemoteCertificateChainErrors"] = 4,
    };

    // What checks elsewhere may refuse by throwing: authenticator.ValidateToken(token).
    private static readonly string[] Checks =
    {
        "Validate",
        "Verify",
        "Check",
        "Ensure",
        "Assert",
        "Authenticate",
        "Throw",
    };

    private readonly string? _errors;
    private readonly int _value;
    private readonly Dictionary<string, object?> _locals = new(StringComparer.Ordinal);

    private CallbackVerdict(string? errors, int value) => (_errors, _value) = (errors, value);

    /// <summary>Whether a function says yes to some error, or to all of them.</summary>
    /// <param name="function">The lambda, method or local function.</param>
    /// <param name="errorsAt">Which parameter holds the errors; -1 when none does.</param>
    public static bool Accepts(SyntaxNode function, int errorsAt)
    {
        var parameters = ParametersOf(function);
        var errors = errorsAt >= 0 && errorsAt < parameters.Count ? parameters[errorsAt].Identifier.ValueText : null;
        if (errors is null)
            return new CallbackVerdict(null, 0).Answers(function);
        // Every set of errors there is: the name, the chain, both, no certificate at all.
        for (var value = 1; value < 8; value++)
            if (new CallbackVerdict(errors, value).Answers(function))
                return true;
        return false;
    }

    private static IReadOnlyList<ParameterSyntax> ParametersOf(SyntaxNode function) =>
        function switch
        {
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
            SimpleLambdaExpressionSyntax lambda => new[] { lambda.Parameter },
            AnonymousMethodExpressionSyntax { ParameterList.Parameters: var parameters } => parameters,
            BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters,
            _ => Array.Empty<ParameterSyntax>(),
        };

    private bool Answers(SyntaxNode function) =>
        function switch
        {
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } expression } => IsTrue(expression),
            AnonymousFunctionExpressionSyntax { Block: { } block } => Run(block, MaxDepth) is true,
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            MethodDeclarationSyntax { Body: { } body } => Run(body, MaxDepth) is true,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            LocalFunctionStatementSyntax { Body: { } body } => Run(body, MaxDepth) is true,
            _ => false,
        };

    private bool IsTrue(ExpressionSyntax expression) => Value(expression, MaxDepth) is true;

    private static readonly object Unknown = new();

    // The answer of a statement: true, false, Unknown, or null where it goes on to the next.
    private object? Run(StatementSyntax statement, int depth)
    {
        if (depth == 0)
            return Unknown;
        switch (statement)
        {
            case BlockSyntax block:
                foreach (var inner in block.Statements)
                    if (Run(inner, depth - 1) is { } answer)
                        return answer;
                return null;
            case ReturnStatementSyntax { Expression: { } returned }:
                return Value(returned, depth - 1) is bool decided ? decided : Unknown;
            case ThrowStatementSyntax:
                return false;
            case IfStatementSyntax conditional:
                return Branch(conditional, depth);
            case LocalDeclarationStatementSyntax declaration:
                return MayThrow(declaration) ? Unknown : Declare(declaration, depth);
            case UsingStatementSyntax { Statement: { } inner }:
                return Run(inner, depth - 1);
            case LockStatementSyntax { Statement: { } inner }:
                return Run(inner, depth - 1);
            case TryStatementSyntax attempt:
                return Attempt(attempt, depth);
            case LocalFunctionStatementSyntax or EmptyStatementSyntax:
                return null;
            case ExpressionStatementSyntax expression:
                return Set(expression.Expression, depth);
            default:
                // A loop or a switch: it goes on where nothing in it ends the function.
                return OwnNodes(statement).Any(n => n is ReturnStatementSyntax or ThrowStatementSyntax)
                    ? Unknown
                    : null;
        }
    }

    private object? Branch(IfStatementSyntax conditional, int depth)
    {
        if (MayThrow(conditional.Condition))
            return Unknown;
        switch (Value(conditional.Condition, depth - 1))
        {
            case true:
                return Run(conditional.Statement, depth - 1);
            case false:
                return conditional.Else is { } other ? Run(other.Statement, depth - 1) : null;
        }

        // Nobody knows which way it goes: what both ways say counts, and where neither ends it goes on.
        var kept = new Dictionary<string, object?>(_locals, StringComparer.Ordinal);
        var yes = Run(conditional.Statement, depth - 1);
        Restore(kept);
        var no = conditional.Else is { } otherwise ? Run(otherwise.Statement, depth - 1) : null;
        Restore(kept);
        foreach (var name in kept.Keys.Where(name => IsSetIn(conditional, name)).ToList())
            _locals[name] = null;
        if (Equals(yes, no))
            return yes;
        // One way says yes and the other goes on: the rest has to say yes, too.
        return (yes, no) is (true, null) or (null, true) ? null : Unknown;
    }

    private void Restore(Dictionary<string, object?> kept)
    {
        _locals.Clear();
        foreach (var pair in kept)
            _locals[pair.Key] = pair.Value;
    }

    private object? Attempt(TryStatementSyntax attempt, int depth)
    {
        var answer = Run(attempt.Block, depth - 1);
        if (attempt.Finally is { } last && MayThrow(last))
            return Unknown;
        return attempt.Catches.Count == 0 || answer is not null ? answer : null;
    }

    private object? Declare(LocalDeclarationStatementSyntax declaration, int depth)
    {
        foreach (var variable in declaration.Declaration.Variables)
            _locals[variable.Identifier.ValueText] = variable.Initializer is { } initializer
                ? Value(initializer.Value, depth - 1)
                : null;
        return null;
    }

    private object? Set(ExpressionSyntax expression, int depth)
    {
        if (MayThrow(expression) || expression is ThrowExpressionSyntax)
            return Unknown;
        if (
            expression is AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var name }
            } set
        )
            _locals[name] = set.IsKind(SyntaxKind.SimpleAssignmentExpression) ? Value(set.Right, depth - 1) : null;
        return null;
    }

    // The value of an expression: a bool, an int, or null where it is not known.
    private object? Value(ExpressionSyntax? expression, int depth)
    {
        if (depth == 0)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Value(inner.Expression, depth - 1);
            case CastExpressionSyntax cast:
                return Value(cast.Expression, depth - 1);
            case LiteralExpressionSyntax { Token.Value: bool or int } literal:
                return literal.Token.Value;
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                if (_locals.TryGetValue(name, out var known))
                    return known;
                return name == _errors ? _value : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: { } owner }:
                return owner.GetLastToken().ValueText == "SslPolicyErrors" && Errors.TryGetValue(member, out var bits)
                    ? bits
                    : null;
            case PrefixUnaryExpressionSyntax unary:
                return Unary(unary, depth);
            case BinaryExpressionSyntax binary:
                return Binary(binary, depth);
            case ConditionalExpressionSyntax conditional:
                return Value(conditional.Condition, depth - 1) switch
                {
                    true => Value(conditional.WhenTrue, depth - 1),
                    false => Value(conditional.WhenFalse, depth - 1),
                    _ => Same(Value(conditional.WhenTrue, depth - 1), Value(conditional.WhenFalse, depth - 1)),
                };
            case IsPatternExpressionSyntax pattern when Value(pattern.Expression, depth - 1) is { } asked:
                return Matches(pattern.Pattern, asked, depth - 1);
            case SwitchExpressionSyntax choice when Value(choice.GoverningExpression, depth - 1) is { } governing:
                return Choose(choice, governing, depth);
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasFlag" } asked,
                ArgumentList.Arguments: { Count: 1 } flags
            }:
                return
                    Value(asked.Expression, depth - 1) is int all && Value(flags[0].Expression, depth - 1) is int flag
                    ? (all & flag) == flag
                    : null;
            default:
                return null;
        }
    }

    private object? Unary(PrefixUnaryExpressionSyntax unary, int depth) =>
        (unary.Kind(), Value(unary.Operand, depth - 1)) switch
        {
            (SyntaxKind.LogicalNotExpression, bool b) => !b,
            (SyntaxKind.BitwiseNotExpression, int i) => ~i,
            _ => null,
        };

    private object? Binary(BinaryExpressionSyntax binary, int depth)
    {
        var left = Value(binary.Left, depth - 1);
        var right = Value(binary.Right, depth - 1);
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
                    return Value(arm.Expression, depth - 1);
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
                return Value(constant.Expression, depth) is { } value ? Equals(value, asked) : null;
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

    private static bool MayThrow(SyntaxNode node) =>
        OwnNodes(node)
            .Any(n =>
                n is ThrowExpressionSyntax or ThrowStatementSyntax
                || (n is InvocationExpressionSyntax call && IsCheck(call))
            );

    private static bool IsSetIn(SyntaxNode node, string name) =>
        OwnNodes(node)
            .OfType<AssignmentExpressionSyntax>()
            .Any(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: var set } && set == name);

    private static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode node) =>
        node.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static bool IsCheck(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return Array.Exists(Checks, word => name.StartsWith(word, StringComparison.Ordinal));
    }
}
