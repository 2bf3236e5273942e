using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// What a function that validates a certificate answers to an error, read from its syntax alone, because it may stand
/// in any file: the parameter
/// for the errors is given a value, and everything else is unknown. Only what is shown counts: unknown is never taken
/// for yes.
/// </summary>
internal sealed class CallbackVerdict
{
    private const int MaxDepth = 32;

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

    private readonly CallbackValues _values;
    private readonly int _depth;

    private CallbackVerdict(string? errors, int value, int depth) =>
        (_values, _depth) = (new CallbackValues(errors, value, depth), depth);

    /// <summary>Whether a function says yes to some error, or to all of them.</summary>
    /// <param name="function">The lambda, method or local function.</param>
    /// <param name="errorsAt">Which parameter holds the errors; -1 when none does.</param>
    public static bool Accepts(SyntaxNode function, int errorsAt)
    {
        var parameters = ParametersOf(function);
        var errors = errorsAt >= 0 && errorsAt < parameters.Count ? parameters[errorsAt].Identifier.ValueText : null;
        if (errors is null)
            return new CallbackVerdict(null, 0, MaxDepth).Answers(function);
        // Every set of errors there is: the name, the chain, both, no certificate at all.
        for (var value = 1; value < 8; value++)
            if (new CallbackVerdict(errors, value, MaxDepth).Answers(function))
                return true;
        return false;
    }

    /// <summary>Whether a function that another calls says yes.</summary>
    public static bool Answers(SyntaxNode function, string? errors, int value, int depth) =>
        depth > 0 && new CallbackVerdict(errors, value, depth).Answers(function);

    public static IReadOnlyList<ParameterSyntax> ParametersOf(SyntaxNode function) =>
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
            AnonymousFunctionExpressionSyntax { Block: { } block } => Run(block, _depth) is true,
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            MethodDeclarationSyntax { Body: { } body } => Run(body, _depth) is true,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            LocalFunctionStatementSyntax { Body: { } body } => Run(body, _depth) is true,
            _ => false,
        };

    private bool IsTrue(ExpressionSyntax expression) => _values.Of(expression, _depth) is true;

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
                return _values.Of(returned, depth - 1) is bool decided ? decided : Unknown;
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
        switch (_values.Of(conditional.Condition, depth - 1))
        {
            case true:
                return Run(conditional.Statement, depth - 1);
            case false:
                return conditional.Else is { } other ? Run(other.Statement, depth - 1) : null;
        }

        // Nobody knows which way it goes: what both ways say counts, and where neither ends it goes on.
        var kept = new Dictionary<string, object?>(_values.Locals, StringComparer.Ordinal);
        var yes = Run(conditional.Statement, depth - 1);
        Restore(kept);
        var no = conditional.Else is { } otherwise ? Run(otherwise.Statement, depth - 1) : null;
        Restore(kept);
        foreach (var name in kept.Keys.Where(name => IsSetIn(conditional, name)).ToList())
            _values.Locals[name] = null;
        if (Equals(yes, no))
            return yes;
        // One way says yes and the other goes on: the rest has to say yes, too.
        return (yes, no) is (true, null) or (null, true) ? null : Unknown;
    }

    private void Restore(Dictionary<string, object?> kept)
    {
        _values.Locals.Clear();
        foreach (var pair in kept)
            _values.Locals[pair.Key] = pair.Value;
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
            _values.Locals[variable.Identifier.ValueText] = variable.Initializer is { } initializer
                ? _values.Of(initializer.Value, depth - 1)
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
            _values.Locals[name] = set.IsKind(SyntaxKind.SimpleAssignmentExpression)
                ? _values.Of(set.Right, depth - 1)
                : null;
        return null;
    }

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
        return IdentifierWords.StartsWithWord(name, Checks);
    }
}
