using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The operations of a program that are for administrators by their names, and that everybody who is signed in may
/// use. Concurrent; read it when the compilation ends.
/// </summary>
internal sealed class PrivilegedOperations(
    RuleContext rule,
    AuthorizationModel model,
    PrivilegedNames names,
    RoleDemands demands
)
{
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "MapGet",
        "MapPost",
        "MapPut",
        "MapDelete",
        "MapPatch",
        "MapMethods",
        "Map",
        "MapHub",
        "MapGrpcService",
    };

    private readonly ConcurrentBag<(Location Place, string Operation)> _open = new();
    private readonly ConcurrentBag<(Location Place, string Operation)> _byDefault = new();
    private readonly RouteChain _chain = new(model);
    private volatile bool _defaultAsks;
    private volatile bool _fallsBack;

    public void Register()
    {
        rule.RegisterOperationAction(See, OperationKind.Invocation, OperationKind.SimpleAssignment);
        rule.RegisterTypes(See);
    }

    /// <summary>What everybody who is signed in may use.</summary>
    public IEnumerable<(Location Place, string Operation)> Found() =>
        _defaultAsks
            ? Enumerable.Empty<(Location Place, string Operation)>()
            : _open
                .Concat(_fallsBack ? _byDefault : Enumerable.Empty<(Location Place, string Operation)>())
                .OrderBy(f => f.Operation, StringComparer.Ordinal);

    private void See(OperationContext context)
    {
        switch (context.Operation)
        {
            case ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property: { } property }
            } assignment
                when property
                    is {
                        Name: "DefaultPolicy" or "FallbackPolicy",
                        ContainingType: { Name: "AuthorizationOptions", IsFramework: true }
                    }:
                SeeDefault(property.Name == "FallbackPolicy", assignment.Value.Syntax);
                break;
            case IInvocationOperation { TargetMethod.Name: "SetDefaultPolicy" or "SetFallbackPolicy" } call:
                SeeDefault(call.TargetMethod.Name == "SetFallbackPolicy", call.Syntax);
                break;
            case IInvocationOperation
            {
                TargetMethod.Name: "AuthorizeFolder" or "AuthorizePage" or "AuthorizeAreaFolder" or "AuthorizeAreaPage"
            } call:
                SeeConvention(call);
                break;
            case IInvocationOperation { TargetMethod.Name: "AddPolicy" } call:
                SeePolicy(call);
                break;
            case IInvocationOperation
            {
                TargetMethod.Name: "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute"
            } call when EndpointConventions.Of(call).Any(c => demands.IsPlain(c) == true):
                _fallsBack = true;
                break;
            case IInvocationOperation call when Maps.Contains(call.TargetMethod.Name):
                SeeMapped(call);
                break;
        }
    }

    // A default that asks for a role speaks of every [Authorize]; a fallback speaks of what says nothing.
    private void SeeDefault(bool isFallback, SyntaxNode policy)
    {
        if (!RoleDemands.IsPlainPolicy(policy))
            _defaultAsks |= !isFallback || policy.ToString().IndexOf("Require", StringComparison.Ordinal) >= 0;
        else if (isFallback)
            _fallsBack = true;
    }

    // AddPolicy("Admin", p => p.RequireAuthenticatedUser())
    private void SeePolicy(IInvocationOperation call)
    {
        var name = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "name")?.Value.ConstantValue;
        if (
            name is { HasValue: true, Value: string text }
            && names.AreIn(text)
            && Namespaces.IsFramework(call.TargetMethod.ContainingType)
            && call.Arguments.Any(a => a.Parameter?.Name != "name" && RoleDemands.IsPlainPolicy(a.Value.Syntax))
        )
            _open.Add((OperationFacts.NameOf(call).GetLocation(), text));
    }

    private void SeeConvention(IInvocationOperation call)
    {
        var path = string.Join(
            "/",
            call.Arguments.Select(a => a.Value.ConstantValue).Select(v => v.HasValue ? v.Value as string : null)
        );
        if (
            Namespaces.IsFramework(call.TargetMethod.ContainingType)
            && call.Arguments.All(a => a.Parameter?.Name != "policy")
            && names.AreInRoute(path)
        )
            _open.Add((OperationFacts.NameOf(call).GetLocation(), path.Trim('/')));
    }

    private void SeeMapped(IInvocationOperation map)
    {
        if (
            RouteChain.ReceiverExpression(map) is not { } receiver
            || !model.IsRouteBuilder(receiver.Type)
            || !Namespaces.IsFramework(map.TargetMethod.ContainingType)
        )
            return;
        var pattern = map.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern")?.Value.ConstantValue;
        var route = RouteChain.Join(
            _chain.ReceiverOf(receiver).Prefix,
            pattern is { HasValue: true, Value: string text } ? text : ""
        );
        var hub = map.TargetMethod.TypeArguments.FirstOrDefault();
        var handler = EndpointHandler.Of(map);
        var isChange = map.TargetMethod.Name is not ("MapGet" or "MapHub" or "MapGrpcService");
        if (!names.AreInRoute(route) && !names.AreIn(hub?.Name) && !(isChange && IsOperation(handler, route)))
            return;
        var symbols = new ISymbol?[] { handler, hub }.OfType<ISymbol>();
        var asked = EndpointConventions.Of(map).Select(demands.IsPlain).Append(demands.IsPlain(symbols)).ToList();
        if (
            asked.Contains(true)
            && !asked.Contains(false)
            && (handler is null || !RoleDemands.AreIn(EndpointHandler.BodyOf(handler)))
        )
            _open.Add((OperationFacts.NameOf(map).GetLocation(), route));
    }

    private void See(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.DeclaredAccessibility != Accessibility.Public)
            return;
        if (type.BaseType.InheritsFrom(model.PageModel))
            SeePage(type);
        else if (type.BaseType.SelfAndBaseTypes().Any(t => t.Name == "Hub" && Namespaces.IsFramework(t)))
            SeeHub(type);
        else if (type.BaseType.InheritsFrom(model.ControllerBase) || ControllerRoutes.IsPlainController(type))
            SeeController(type);
    }

    private void SeePage(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToString() ?? "";
        var at = space.LastIndexOf(".Pages", StringComparison.Ordinal);
        if (demands.IsPlain(type.SelfAndBaseTypes()) != true || AskedIn(type))
            return;
        if (names.AreIn(type.Name) || (at >= 0 && names.AreIn(space.Substring(at))))
            _open.Add((type.Locations[0], type.Name));
        else if (
            type.GetMembers()
                .OfType<IMethodSymbol>()
                .FirstOrDefault(m => IsChangingHandler(m) && IsOperation(m, null)) is
            { } handler
        )
            _open.Add((handler.Locations[0], $"{type.Name}.{handler.Name}"));
    }

    // The methods of a hub are operations by themselves.
    private void SeeHub(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (
                method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
                && IsOperation(method, null)
                && demands.IsPlain(type.SelfAndBaseTypes().Concat<ISymbol>(new[] { method })) == true
                && !RoleDemands.AreIn(EndpointHandler.BodyOf(method))
            )
                _open.Add((method.Locations[0], $"{type.Name}.{method.Name}"));
    }

    private static bool IsChangingHandler(IMethodSymbol method) =>
        method.Name.StartsWith("OnP", StringComparison.Ordinal)
        || method.Name.StartsWith("OnDelete", StringComparison.Ordinal);

    // By its own name, by its route, or by what it calls.
    private bool IsOperation(IMethodSymbol? handler, string? route) =>
        names.AreOperation(handler?.Name)
        || (route is not null && route.Split('/').Any(part => part.IndexOf('{') < 0 && names.AreOperation(part)))
        || (
            handler is not null
            && EndpointHandler.BodyOf(handler) is { } body
            && body.DescendantNodesAndSelf()
                .OfType<InvocationExpressionSyntax>()
                .Any(call => names.AreOperation(NameOf(call)))
        );

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };

    private void SeeController(INamedTypeSymbol type)
    {
        var bases = type.SelfAndBaseTypes().ToList();
        foreach (
            var action in bases
                .TakeWhile(t => t.DeclaringSyntaxReferences.Length > 0)
                .SelectMany(ControllerRoutes.ActionsOf)
        )
        {
            var (verb, route) = ControllerRoutes.Of(type, action).FirstOrDefault();
            var isChange = !string.Equals(verb, "GET", StringComparison.OrdinalIgnoreCase);
            if (
                !names.AreIn(type.Name)
                && !names.AreInRoute(route)
                && !names.AreIn(AreaOf(bases))
                && !(isChange && IsOperation(action, null))
            )
                continue;
            var asked = demands.IsPlain(bases.Concat<ISymbol>(new[] { action }));
            if (asked == false || RoleDemands.AreIn(EndpointHandler.BodyOf(action)))
                continue;
            var display = route is null ? $"{type.Name}.{action.Name}" : $"{verb} {route}";
            (asked == true ? _open : _byDefault).Add((action.Locations[0], display));
        }
    }

    private static string? AreaOf(IEnumerable<INamedTypeSymbol> bases) =>
        bases
            .SelectMany(t => t.GetAttributes())
            .Where(a => a.AttributeClass?.Name == "AreaAttribute" && Namespaces.IsFramework(a.AttributeClass))
            .Select(a => a.ConstructorArguments.FirstOrDefault().Value as string)
            .FirstOrDefault();

    private static bool AskedIn(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(m => RoleDemands.AreIn(EndpointHandler.BodyOf(m)));
}
