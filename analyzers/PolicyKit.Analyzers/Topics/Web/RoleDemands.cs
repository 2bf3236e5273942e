using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>What authorization asks beyond that somebody is signed in: a role, a policy, a claim.</summary>
/// <param name="rule">The rule that asks.</param>
/// <param name="model">What decides about access.</param>
/// <param name="general">The words of roles and policies that everybody has who works with the system.</param>
internal sealed class RoleDemands(RuleContext rule, AuthorizationModel model, IEnumerable<string> general)
{
    private readonly HashSet<string> _general = new(
        general.Select(word => word.ToLowerInvariant()),
        StringComparer.Ordinal
    );

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
                .All(a =>
                    IsNothing(a.Value) || IsPlainPolicy(a.Value.Syntax) || ListedValues.Of(a.Value).All(IsGeneral)
                );
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

    private bool Asks(AttributeData attribute) =>
        attribute
            .NamedArguments.Where(a => a.Key is "Policy" or "Roles")
            .Select(a => a.Value)
            .Concat(attribute.ConstructorArguments)
            .Any(v =>
                v is { Kind: TypedConstantKind.Primitive, Value: string { Length: > 0 } name } && !IsGeneral(name)
            );

    private bool IsGeneral(IOperation policy) =>
        policy.UnwrapConversions().ConstantValue is { HasValue: true, Value: string name } && IsGeneral(name);

    // Roles = "Staff,Clerk" asks for one of them.
    private bool IsGeneral(string names) =>
        names.Split(',').Any(name => IdentifierWords.Split(name).ToList() is { Count: > 0 } w && w.All(IsGeneralWord));

    private bool IsGeneralWord(string word) =>
        _general.Contains(word) || word is "policy" or "role" or "roles" or "only" or "require" or "is" or "all";

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
