using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The code that answers a mapped endpoint.</summary>
internal static class EndpointHandler
{
    /// <summary>The method or lambda that a call of Map… is given; null when it is not known.</summary>
    public static IMethodSymbol? Of(IInvocationOperation map) =>
        map
            .Arguments.Select(a => a.Value.UnwrapConversions())
            .OfType<IDelegateCreationOperation>()
            .Select(d =>
                d.Target switch
                {
                    IAnonymousFunctionOperation lambda => lambda.Symbol,
                    IMethodReferenceOperation reference => reference.Method,
                    _ => null,
                }
            )
            .LastOrDefault(m => m is not null);

    /// <summary>What is written in a handler or an action; null for what other assemblies hold.</summary>
    public static SyntaxNode? BodyOf(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
            switch (reference.GetSyntax())
            {
                case BaseMethodDeclarationSyntax declared
                    when ((SyntaxNode?)declared.Body ?? declared.ExpressionBody) is { } body:
                    return body;
                case LocalFunctionStatementSyntax local
                    when ((SyntaxNode?)local.Body ?? local.ExpressionBody) is { } body:
                    return body;
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.Body;
            }

        return null;
    }

    /// <summary>Whether a piece of code names a member or a type, as far as its text shows.</summary>
    public static bool Names(SyntaxNode? code, params string[] names) =>
        code is not null
        && code.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Any(n => Array.IndexOf(names, n.Identifier.ValueText) >= 0);
}
