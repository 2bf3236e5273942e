using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Collects the endpoints of a program and everything in it that decides about many of them at once. Concurrent; read
/// it when the compilation ends.
/// </summary>
internal sealed class EndpointCollector(AuthorizationModel model)
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["MapGet"] = "GET",
        ["MapPost"] = "POST",
        ["MapPut"] = "PUT",
        ["MapDelete"] = "DELETE",
        ["MapPatch"] = "PATCH",
        ["MapMethods"] = "*",
        ["Map"] = "*",
        ["MapFallback"] = "*",
        ["MapHub"] = "SignalR",
        ["MapGrpcService"] = "gRPC",
        ["MapHealthChecks"] = "GET",
    };

    private readonly RouteChain _chain = new(model);
    private readonly ConcurrentBag<Endpoint> _open = new();
    private readonly ConcurrentBag<Endpoint> _decided = new();
    private readonly ConcurrentBag<Handing> _calls = new();
    private volatile bool _allDecided;
    private volatile bool _pagesDecided;
    private volatile bool _controllersDecided;

    public void Register(RuleContext rule)
    {
        rule.RegisterOperationAction(
            context => OnInvocation((IInvocationOperation)context.Operation),
            OperationKind.Invocation
        );
        rule.RegisterOperationAction(
            context => OnAssignment((ISimpleAssignmentOperation)context.Operation),
            OperationKind.SimpleAssignment
        );
        rule.RegisterTypes(OnType);
    }

    /// <summary>The endpoints about which something in the program decides.</summary>
    public IEnumerable<Endpoint> Decided() =>
        _decided.Concat(
            _open.Where(endpoint =>
                endpoint.Kind switch
                {
                    EndpointKind.Controller => _controllersDecided,
                    EndpointKind.Page => _pagesDecided,
                    _ => endpoint.Parameter is not null
                        && IsReached(
                            endpoint.Parameter,
                            true,
                            new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default)
                        ),
                }
            )
        );

    /// <summary>The endpoints about which nothing in the whole program decides.</summary>
    public IEnumerable<Endpoint> Undecided()
    {
        if (_allDecided)
            return Enumerable.Empty<Endpoint>();
        return _open.Where(endpoint =>
            endpoint.Kind switch
            {
                EndpointKind.Controller => !_controllersDecided,
                EndpointKind.Page => !_pagesDecided,
                _ => endpoint.Parameter is null
                    || IsReached(
                        endpoint.Parameter,
                        false,
                        new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default)
                    ),
            }
        );
    }

    // A method that nobody here calls says nothing about who calls it elsewhere.
    private bool IsReached(IParameterSymbol parameter, bool isDecided, HashSet<IParameterSymbol> seen) =>
        seen.Add(parameter)
        && SameParameter(parameter)
            .Any(same =>
                _calls.Any(call =>
                    SymbolEqualityComparer.Default.Equals(call.Parameter, same)
                    && (
                        isDecided
                            ? call.IsDecided || (call.From is not null && IsReached(call.From, true, seen))
                            : !call.IsDecided && (call.From is null || IsReached(call.From, false, seen))
                    )
                )
            );

    // A call through an interface or a base reaches what implements it.
    private static IEnumerable<IParameterSymbol> SameParameter(IParameterSymbol parameter)
    {
        yield return parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { ContainingType: { } type } method)
            yield break;
        for (var m = method.OverriddenMethod; m is not null; m = m.OverriddenMethod)
            yield return m.OriginalDefinition.Parameters[parameter.Ordinal];
        foreach (var member in type.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)).OfType<IMethodSymbol>())
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                yield return member.OriginalDefinition.Parameters[parameter.Ordinal];
    }

    private void OnInvocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            foreach (
                var argument in call.Arguments.Where(a =>
                    a.Parameter is not null && model.IsRouteBuilder(a.Parameter.Type)
                )
            )
            {
                var receiver = _chain.ReceiverOf(argument.Value);
                _calls.Add(
                    new Handing(
                        argument.Parameter!.OriginalDefinition,
                        IsDecided(receiver) || _chain.IsDecidedAfter(call),
                        receiver.Parameter?.OriginalDefinition
                    )
                );
            }

            return;
        }

        switch (method.Name)
        {
            case "SetFallbackPolicy" when !model.IsAnonymous:
                _allDecided = true;
                break;
            case "AllowAnonymousToPage"
            or "AllowAnonymousToFolder"
            or "AllowAnonymousToAreaPage"
            or "AllowAnonymousToAreaFolder" when model.IsAnonymous:
                if (call.Arguments.LastOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string page })
                    _decided.Add(
                        new Endpoint(page, page, OperationFacts.NameOf(call).GetLocation(), null, EndpointKind.Page)
                    );
                break;
            case "AuthorizeFolder"
            or "AuthorizePage"
            or "AuthorizeAreaFolder"
            or "AuthorizeAreaPage"
            or "AllowAnonymousToPage"
            or "AllowAnonymousToFolder"
            or "AllowAnonymousToAreaPage"
            or "AllowAnonymousToAreaFolder" when !model.IsAnonymous:
                // Which page a class belongs to is not in the compilation: where conventions decide, nothing can be shown.
                _pagesDecided = true;
                break;
            case "MapRazorPages":
                if (_chain.IsDecidedAfter(call) || IsDecided(_chain.ReceiverOf(RouteChain.ReceiverExpression(call))))
                    _pagesDecided = true;
                break;
            case "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapAreaControllerRoute":
                if (_chain.IsDecidedAfter(call) || IsDecided(_chain.ReceiverOf(RouteChain.ReceiverExpression(call))))
                    _controllersDecided = true;
                break;
            case "Add"
                when method.ContainingType.Name is "FilterCollection"
                    || call.Instance?.Type?.Name == "FilterCollection":
                if (
                    method.TypeArguments.Any(model.IsDecision)
                    || call.Arguments.Any(a =>
                        a.Value.DescendantsAndSelf()
                            .Any(o =>
                                o is IObjectCreationOperation or ITypeOfOperation
                                && model.IsDecision(o is ITypeOfOperation t ? t.TypeOperand : o.Type)
                            )
                    )
                )
                    (_controllersDecided, _pagesDecided) = (true, true);
                break;
            default:
                if (
                    Verbs.TryGetValue(method.Name, out var verb)
                    && RouteChain.ReceiverExpression(call) is { } receiver
                    && model.IsRouteBuilder(receiver.Type)
                )
                    OnMapped(call, verb, receiver);
                break;
        }
    }

    private void OnMapped(IInvocationOperation call, string verb, IOperation receiverExpression)
    {
        var receiver = _chain.ReceiverOf(receiverExpression);
        var isDecided =
            IsDecided(receiver)
            || _chain.IsDecidedAfter(call)
            || HandlerDecides(call)
            || call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().Any(model.Decides);
        if (!isDecided && receiver.IsUnknown)
            return;
        var pattern = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern")?.Value.ConstantValue
            is { HasValue: true, Value: string text }
            ? text
            : null;
        var route = pattern is null ? null : RouteChain.Join(receiver.Prefix, pattern);
        var service = call.TargetMethod.TypeArguments.FirstOrDefault()?.Name;
        Add(
            isDecided,
            new Endpoint(
                $"{verb} {route ?? service ?? call.TargetMethod.Name}",
                route,
                OperationFacts.NameOf(call).GetLocation(),
                receiver.Parameter?.OriginalDefinition,
                EndpointKind.Mapped
            )
        );
    }

    private void Add(bool isDecided, Endpoint endpoint)
    {
        if (!isDecided)
            _open.Add(endpoint);
        else if (model.IsAnonymous)
            _decided.Add(endpoint);
    }

    // Of an unknown receiver it is only assumed that somebody decided.
    private bool IsDecided(Receiver receiver) => receiver.IsDecided && !(model.IsAnonymous && receiver.IsUnknown);

    // app.MapGet("/x", [Authorize] () => …) and app.MapGet("/x", Handler) where Handler carries the attribute.
    private bool HandlerDecides(IInvocationOperation call) =>
        call
            .Arguments.SelectMany(a => a.Value.DescendantsAndSelf().Take(4))
            .Any(operation =>
                operation switch
                {
                    IAnonymousFunctionOperation lambda => model.Decides(lambda.Symbol),
                    IMethodReferenceOperation handler => model.Decides(handler.Method)
                        || model.Decides(handler.Method.ContainingType),
                    _ => false,
                }
            );

    private void OnAssignment(ISimpleAssignmentOperation assignment)
    {
        if (
            assignment.Target
                is IPropertyReferenceOperation
                {
                    Property: { Name: "FallbackPolicy", ContainingType.Name: "AuthorizationOptions" }
                }
            && assignment.Value.ConstantValue is not { HasValue: true, Value: null }
        )
            _allDecided = true;
    }

    private void OnType(INamedTypeSymbol type)
    {
        if (
            type.TypeKind != TypeKind.Class
            || type.IsAbstract
            || type.DeclaredAccessibility != Accessibility.Public
            || type.IsGenericType
        )
            return;
        if (
            model.ControllerBase is not null
            && DerivesFrom(type, model.ControllerBase)
            && !HasAttribute(type, "NonControllerAttribute")
        )
            OnController(type);
        else if (model.PageModel is not null && DerivesFrom(type, model.PageModel))
            foreach (
                var handler in Methods(type)
                    .Where(m =>
                        m.Name.StartsWith("On", StringComparison.Ordinal) && !HasAttribute(m, "NonHandlerAttribute")
                    )
                    .Take(1)
            )
                Add(
                    model.Decides(type),
                    new Endpoint("Razor Page " + type.Name, null, type.Locations[0], null, EndpointKind.Page)
                );
    }

    private void OnController(INamedTypeSymbol type)
    {
        var isDecided = model.Decides(type);
        if (isDecided && !model.IsAnonymous)
            return;
        var prefix = Template(type);
        // Actions may be inherited from a base in this source; a base in a library is the library's to judge.
        for (INamedTypeSymbol? t = type; t is not null && t.DeclaringSyntaxReferences.Length > 0; t = t.BaseType)
            foreach (
                var action in Methods(t)
                    .Where(m =>
                        !HasAttribute(m, "NonActionAttribute")
                        && m.OverriddenMethod is null or { DeclaringSyntaxReferences.Length: > 0 }
                    )
            )
            {
                var route = Route(prefix, Template(action), type, action);
                var verb =
                    action
                        .GetAttributes()
                        .Select(a => a.AttributeClass?.Name)
                        .Where(n => n?.StartsWith("Http", StringComparison.Ordinal) == true)
                        .Select(n => n!.Substring(4).Replace("Attribute", "").ToUpperInvariant())
                        .FirstOrDefault()
                    ?? "*";
                Add(
                    isDecided || model.Decides(action),
                    new Endpoint(
                        route is null ? $"{type.Name}.{action.Name}" : $"{verb} {route}",
                        route,
                        action.Locations[0],
                        null,
                        EndpointKind.Controller
                    )
                );
            }
    }

    // A route builder that is handed on to another method.
    private sealed record Handing(IParameterSymbol Parameter, bool IsDecided, IParameterSymbol? From);

    private static string? Route(string? prefix, string? template, INamedTypeSymbol controller, IMethodSymbol action)
    {
        if (prefix is null && template is null)
            return null;
        var route =
            template is not null
            && (
                template.StartsWith("/", StringComparison.Ordinal)
                || template.StartsWith("~/", StringComparison.Ordinal)
            )
                ? template.TrimStart('~')
                : RouteChain.Join(prefix ?? "", template ?? "");
        var name = controller.Name.EndsWith("Controller", StringComparison.Ordinal)
            ? controller.Name.Substring(0, controller.Name.Length - "Controller".Length)
            : controller.Name;
        route = route.Replace("[controller]", name).Replace("[action]", action.Name);
        return route.StartsWith("/", StringComparison.Ordinal) ? route : "/" + route;
    }

    private static string? Template(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Where(a =>
                a.AttributeClass?.Name is "RouteAttribute"
                || a.AttributeClass?.Name.StartsWith("Http", StringComparison.Ordinal) == true
            )
            .Select(a => a.ConstructorArguments.Length > 0 ? a.ConstructorArguments[0].Value as string : null)
            .FirstOrDefault(t => t is not null);

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(m =>
                m.MethodKind == MethodKind.Ordinary
                && m.DeclaredAccessibility == Accessibility.Public
                && !m.IsStatic
                && !m.IsAbstract
                && !m.IsImplicitlyDeclared
            );

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (SymbolEqualityComparer.Default.Equals(t, ancestor))
                return true;
        return false;
    }

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name == name);
}
