using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The endpoints that are types: controllers, pages, components.</summary>
internal sealed class TypeEndpoints(AuthorizationModel model, RuleContext rule, Action<bool, Endpoint> add)
{
    private const string Components = "Microsoft.AspNetCore.Components";

    private readonly RazorPages _pages = new(rule.Compilation.Assembly);

    public void See(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract)
            return;
        if (model.PageBase is not null && type.BaseType.InheritsFrom(model.PageBase))
            OnPage(type);
        else if (
            model.Component is not null
            && type.AllInterfaces.Contains(model.Component, SymbolEqualityComparer.Default)
        )
            OnComponent(type);
        if (type.DeclaredAccessibility != Accessibility.Public || type.IsGenericType)
            return;
        if (IsController(type))
            OnController(type, isByName: false);
        else if (
            model.ControllerBase is not null
            && ControllerRoutes.IsControllerByName(type)
            && !HasAttribute(type, "NonControllerAttribute")
        )
            OnController(type, isByName: true);
        else if (model.PageModel is not null && type.BaseType.InheritsFrom(model.PageModel))
            OnPageModel(type);
    }

    private bool IsController(INamedTypeSymbol type)
    {
        if (model.ControllerBase is null || HasAttribute(type, "NonControllerAttribute"))
            return false;
        return type.BaseType.InheritsFrom(model.ControllerBase) || ControllerRoutes.IsPlainController(type);
    }

    private void OnController(INamedTypeSymbol type, bool isByName)
    {
        var isDecided = model.Decides(type);
        if (isDecided && !model.IsAnonymous)
            return;
        var isGuarded = !model.IsAnonymous && RefusesBeforehand(type);
        // Actions may be inherited from a base in this source; a base in a library is the library's to judge.
        foreach (var t in type.SelfAndBaseTypes().TakeWhile(t => t.DeclaringSyntaxReferences.Length > 0))
        foreach (
            var action in Methods(t)
                .Where(m =>
                    !HasAttribute(m, "NonActionAttribute")
                    && m.OverriddenMethod is null or { DeclaringSyntaxReferences.Length: > 0 }
                )
        )
        {
            var decides =
                isDecided || model.Decides(action) || (!model.IsAnonymous && (isGuarded || BeginsByAsking(action)));
            foreach (var (verb, route) in ControllerRoutes.Of(type, action))
                add(
                    decides,
                    new Endpoint(
                        route is null ? $"{type.Name}.{action.Name}" : $"{verb} {route}",
                        route,
                        action.Locations[0],
                        null,
                        EndpointKind.Controller
                    )
                    {
                        IsByName = isByName,
                    }
                );
        }
    }

    // OnActionExecuting of the controller or of a base of its own: what ASP.NET Core runs before every action.
    private static bool RefusesBeforehand(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes()
            .TakeWhile(t => t.DeclaringSyntaxReferences.Length > 0)
            .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
            .Any(m =>
                m is { IsOverride: true, Name: "OnActionExecuting" or "OnActionExecutionAsync" }
                && m.DeclaringSyntaxReferences.Any(r => OwnAuthorization.Asks(r.GetSyntax()))
            );

    private static bool BeginsByAsking(IMethodSymbol action) =>
        action.DeclaringSyntaxReferences.Any(r => Questions.Begin(r.GetSyntax()));

    private void OnPageModel(INamedTypeSymbol type)
    {
        if (
            Methods(type)
                .Any(m => m.Name.StartsWith("On", StringComparison.Ordinal) && !HasAttribute(m, "NonHandlerAttribute"))
        )
            add(
                model.Decides(type),
                new Endpoint("Razor Page " + type.Name, null, type.Locations[0], null, EndpointKind.Page)
                {
                    Owner = type,
                }
            );
    }

    private void OnPage(INamedTypeSymbol type)
    {
        if (_pages.Of(type) is not { } page)
            return;
        var pageModel = RazorPages.ModelOf(type);
        var isOwnModel =
            pageModel is not null
            && pageModel.DeclaringSyntaxReferences.Length > 0
            && !SymbolEqualityComparer.Default.Equals(pageModel, type);
        add(
            model.Decides(type) || (isOwnModel && model.Decides(pageModel!)),
            new Endpoint(
                "Razor Page " + page.Route,
                page.Route,
                isOwnModel ? pageModel!.Locations[0] : RazorPages.PlaceOf(type),
                null,
                EndpointKind.PageByPath
            )
            {
                Page = page.Page,
                Owner = isOwnModel ? pageModel : null,
            }
        );
    }

    private void OnComponent(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
            if (
                attribute.AttributeClass is { Name: "RouteAttribute" } of
                && of.ContainingNamespace?.ToString() == Components
                && attribute.ConstructorArguments is { Length: 1 } arguments
                && arguments[0].Value is string route
            )
                add(
                    model.Decides(type),
                    new Endpoint("Blazor " + route, route, PlaceOf(attribute, type), null, EndpointKind.Component)
                );
    }

    private static Location PlaceOf(AttributeData attribute, INamedTypeSymbol type) =>
        attribute.ApplicationSyntaxReference?.GetSyntax()
            is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            ? arguments[0].GetLocation()
            : type.Locations[0];

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

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name == name);
}
