using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Handlers of the system that let everybody in, where they are registered: an authentication handler that succeeds
/// without looking at the request, an authorization handler that grants every requirement.
/// </summary>
internal static class FakeSignIn
{
    // What an authentication handler can look at.
    private static readonly string[] Request =
    {
        "Request",
        "Context",
        "HttpContext",
        "Options",
        "AuthenticateAsync",
        "ValidateToken",
        "ValidateTokenAsync",
    };

    /// <summary>
    /// The handler that a call registers and that lets everybody in; null where it registers no such one.
    /// </summary>
    public static INamedTypeSymbol? Registered(IInvocationOperation call)
    {
        if (!Namespaces.IsFramework(call.TargetMethod.ContainingType))
            return null;
        var types = call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>();
        return call.TargetMethod.Name switch
        {
            "AddScheme" => types.FirstOrDefault(AlwaysSignsIn),
            "AddSingleton" or "AddScoped" or "AddTransient" or "TryAddEnumerable" => types.FirstOrDefault(GrantsAll),
            _ => null,
        };
    }

    private static bool AlwaysSignsIn(INamedTypeSymbol type)
    {
        var body = type.GetMembers("HandleAuthenticateAsync")
            .OfType<IMethodSymbol>()
            .Select(EndpointHandler.BodyOf)
            .FirstOrDefault();
        return body is not null
            && EndpointHandler.Names(body, "Success")
            && !EndpointHandler.Names(body, Request)
            && !body.DescendantNodesAndSelf()
                .Any(n =>
                    n
                        is IfStatementSyntax
                            or ConditionalExpressionSyntax
                            or SwitchStatementSyntax
                            or SwitchExpressionSyntax
                );
    }

    // foreach (var requirement in context.PendingRequirements) context.Succeed(requirement);
    private static bool GrantsAll(INamedTypeSymbol type)
    {
        if (!type.AllInterfaces.Any(i => i.Name == "IAuthorizationHandler" && Namespaces.IsFramework(i)))
            return false;
        var body = type.GetMembers("HandleAsync")
            .OfType<IMethodSymbol>()
            .Select(EndpointHandler.BodyOf)
            .FirstOrDefault();
        var loop = body
            ?.DescendantNodes()
            .OfType<ForEachStatementSyntax>()
            .FirstOrDefault(f => EndpointHandler.Names(f.Expression, "PendingRequirements", "Requirements"));
        return loop is not null
            && EndpointHandler.Names(loop.Statement, "Succeed")
            && !body!
                .DescendantNodes()
                .Any(n =>
                    n is IfStatementSyntax or SwitchStatementSyntax or ContinueStatementSyntax
                    || n.IsKind(SyntaxKind.ConditionalExpression)
                );
    }
}
