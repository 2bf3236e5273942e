using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Validators that say yes to everything: they return true, give the issuer back, or read the token where they should
/// check its signature.
/// </summary>
internal static class TokenValidators
{
    private static readonly string[] Equality = { "equal" };

    /// <summary>Whether a value for a property of TokenValidationParameters is such a validator.</summary>
    public static bool IsEmpty(string property, IOperation value)
    {
        if (FunctionOf(value) is not { } function)
            return false;
        if (
            property
            is "LifetimeValidator"
                or "AudienceValidator"
                or "IssuerSigningKeyValidator"
                or "TokenReplayValidator"
        )
            return CallbackVerdict.Accepts(function, -1);
        if (AnswersOf(function) is not { Count: > 0 } answers)
            return false;
        return property switch
        {
            "IssuerValidator" => answers.All(a =>
                a is IdentifierNameSyntax name && name.Identifier.ValueText == FirstParameter(function)
            ) && !Refuses(function),
            "SignatureValidator" => answers.All(a => OnlyReads(a, function)) && !Refuses(function),
            _ => false,
        };
    }

    private static SyntaxNode? FunctionOf(IOperation value)
    {
        return value.UnwrapConversions() switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => function.Syntax,
            IDelegateCreationOperation
            {
                Target: IMethodReferenceOperation { Method.DeclaringSyntaxReferences: { Length: 1 } declared }
            } => declared[0].GetSyntax(),
            _ => null,
        };
    }

    private static List<ExpressionSyntax> AnswersOf(SyntaxNode function)
    {
        var body = function switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.ExpressionBody?.Expression ?? local.Body,
            _ => null,
        };
        return body is ExpressionSyntax expression
            ? new List<ExpressionSyntax> { expression }
            : Own(body).OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>().ToList();
    }

    private static string? FirstParameter(SyntaxNode function) =>
        function switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax lambda => lambda
                .ParameterList.Parameters.FirstOrDefault()
                ?.Identifier.ValueText,
            BaseMethodDeclarationSyntax method => method
                .ParameterList.Parameters.FirstOrDefault()
                ?.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
            _ => null,
        };

    // new JwtSecurityToken(token), handler.ReadJwtToken(token), or a local that is one of them.
    private static bool OnlyReads(ExpressionSyntax answer, SyntaxNode function)
    {
        while (answer is CastExpressionSyntax cast)
            answer = cast.Expression;
        switch (answer)
        {
            case ObjectCreationExpressionSyntax { Type: { } created }:
                return created.GetLastToken().ValueText.EndsWith("Token", StringComparison.Ordinal);
            case ImplicitObjectCreationExpressionSyntax:
                return true;
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } called }
            }:
                return called is "ReadJwtToken" or "ReadToken" or "ReadJsonWebToken";
            case IdentifierNameSyntax { Identifier.ValueText: { } name }:
                var given = Own(function)
                    .OfType<VariableDeclaratorSyntax>()
                    .FirstOrDefault(v => v.Identifier.ValueText == name)
                    ?.Initializer?.Value;
                return given is not null and not IdentifierNameSyntax && OnlyReads(given, function);
            default:
                return false;
        }
    }

    // What throws, checks elsewhere or looks at a key may refuse.
    private static bool Refuses(SyntaxNode function) =>
        Own(function)
            .Any(n =>
                n is ThrowStatementSyntax or ThrowExpressionSyntax && !IsOfNothing(n)
                || (
                    n is InvocationExpressionSyntax { Expression: { } called }
                    && called.GetLastToken().ValueText is { } name
                    && (
                        IdentifierWords.StartsWithWord(name, "Verify", "Validate", "Check")
                        || IdentifierWords.HasWord(name, Equality)
                    )
                )
            );

    // if (token == null) throw …: what is not there is refused, and all else taken.
    private static bool IsOfNothing(SyntaxNode thrown) =>
        thrown.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition switch
        {
            BinaryExpressionSyntax { OperatorToken.ValueText: "==" } asked => asked.Left.ToString() == "null"
                || asked.Right.ToString() == "null",
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var asked } } => asked.ToString()
                == "null",
            InvocationExpressionSyntax { Expression: { } called } => called.GetLastToken().ValueText
                is "IsNullOrEmpty"
                    or "IsNullOrWhiteSpace",
            _ => false,
        };

    private static IEnumerable<SyntaxNode> Own(SyntaxNode? node) =>
        node?.DescendantNodes() ?? Enumerable.Empty<SyntaxNode>();
}
