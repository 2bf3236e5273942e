using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>What authorization asks beyond that somebody is signed in: a role, a policy, a claim.</summary>
internal sealed class RoleDemands(RuleContext rule, AuthorizationModel model)
{
    private readonly INamedTypeSymbol? _authorize = rule.Type("Microsoft.AspNetCore.Authorization.AuthorizeAttribute");

    // What a handler asks itself about the one who calls.
    private static readonly string[] Questions =
    {
        "IsInRole",
        "IsInRoleAsync",
        "HasClaim",
        "FindFirst",
        "AuthorizeAsync",
        "EvaluateAsync",
        "HasPermission",
        "CheckPermission",
        "IsAdmin",
        "IsAdministrator",
    };

    /// <summary>
    /// Whether attributes ask for nothing but that somebody is signed in; null when they say nothing at all, false
    /// when they ask for more or let everybody in.
    /// </summary>
    public bool? IsPlain(IEnumerable<ISymbol> symbols)
    {
        bool? plain = null;
        foreach (var attribute in symbols.SelectMany(s => s.GetAttributes()))
            if (attribute.AttributeClass is not { } type)
                continue;
            else if (SymbolEqualityComparer.Default.Equals(type, _authorize))
            {
                if (Asks(attribute))
                    return false;
                plain = true;
            }
            else if (IsOther(type))
                return false;
        return plain;
    }

    /// <summary>The same of a call in the chain of an endpoint; null for one that says nothing about it.</summary>
    public bool? IsPlain(IInvocationOperation convention)
    {
        var method = convention.TargetMethod;
        if (method.Name == "RequireAuthorization" && Namespaces.IsFramework(method.ContainingType))
            return convention
                .Arguments.Where(a => a.Parameter?.Ordinal > 0)
                .All(a => IsNothing(a.Value) || IsPlainPolicy(a.Value.Syntax));
        if (
            method.Name is "AllowAnonymous" or "WithMetadata"
            || method.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
        )
            return false;
        // A helper of the system or of another library may ask for anything.
        return
            !Namespaces.IsFramework(method.ContainingType)
            && RouteChain.ReceiverExpression(convention)?.Type is { } receiver
            && receiver.AllInterfaces.Prepend(receiver).Any(t => t.Name == "IEndpointConventionBuilder")
            ? false
            : null;
    }

    /// <summary>Whether what builds a policy asks for nothing but that somebody is signed in.</summary>
    public static bool IsPlainPolicy(SyntaxNode policy)
    {
        var calls = policy
            .DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Select(c => (c.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText)
            .ToList();
        return calls.Contains("RequireAuthenticatedUser")
            && calls.All(c => c is "RequireAuthenticatedUser" or "Build" or "AddAuthenticationSchemes");
    }

    /// <summary>Whether a handler asks for more itself, or refuses somebody.</summary>
    public static bool AreIn(SyntaxNode? body) =>
        body is not null && (EndpointHandler.Names(body, Questions) || OwnAuthorization.Asks(body));

    private static bool Asks(AttributeData attribute) =>
        attribute.NamedArguments.Any(a => a.Key is "Policy" or "Roles" && a.Value is { IsNull: false, Value: not "" })
        || attribute.ConstructorArguments.Any(a => a is { Kind: TypedConstantKind.Primitive, Value: string });

    // An attribute that derives from AuthorizeAttribute, a filter, [AllowAnonymous], whatever else may refuse.
    private bool IsOther(INamedTypeSymbol type) =>
        model.IsDecision(type)
        || type.Name is "TypeFilterAttribute" or "ServiceFilterAttribute"
        || type.AllInterfaces.Any(i => i.Name is "IFilterMetadata" && Namespaces.IsFramework(i))
            && !Namespaces.IsFramework(type)
        || IdentifierWords.HasWord(type.Name, new[] { "authorize", "permission", "role", "privilege" });

    // RequireAuthorization() is given an empty list of policies.
    private static bool IsNothing(IOperation argument) =>
        argument is IArrayCreationOperation { Initializer: null or { ElementValues.Length: 0 } };
}
