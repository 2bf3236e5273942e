namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>ASP.NET Core's own types, resolved once for a compilation; null where it is not referenced.</summary>
internal sealed class AuthorizationModel
{
    private static readonly string[] Decisions =
    {
        "Microsoft.AspNetCore.Authorization.IAuthorizeData",
        "Microsoft.AspNetCore.Authorization.IAllowAnonymous",
        "Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter",
        "Microsoft.AspNetCore.Mvc.Filters.IAsyncAuthorizationFilter",
        "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData",
    };

    // Wherever one of these stands, ASP.NET Core asks nobody who they are, whatever else is said about the endpoint.
    private static readonly string[] Anonymous =
    {
        "Microsoft.AspNetCore.Authorization.IAllowAnonymous",
        "Microsoft.AspNetCore.Mvc.Authorization.IAllowAnonymousFilter",
    };

    private readonly INamedTypeSymbol[] _decisions;
    private readonly Compilation _compilation;

    private AuthorizationModel(INamedTypeSymbol routeBuilder, RuleContext rule, bool isAnonymous)
    {
        (RouteBuilder, IsAnonymous) = (routeBuilder, isAnonymous);
        _compilation = rule.Compilation;
        ApplicationBuilder = rule.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder");
        PageBase = rule.Type("Microsoft.AspNetCore.Mvc.RazorPages.PageBase");
        Component = rule.Type("Microsoft.AspNetCore.Components.IComponent");
        ControllerBase = rule.Type("Microsoft.AspNetCore.Mvc.ControllerBase");
        PageModel = rule.Type("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
        _decisions = (isAnonymous ? Anonymous : Decisions).Select(rule.Type).OfType<INamedTypeSymbol>().ToArray();
    }

    /// <summary>Whether only the decision to let everybody in is looked for.</summary>
    public bool IsAnonymous { get; }

    public INamedTypeSymbol RouteBuilder { get; }

    public INamedTypeSymbol? ControllerBase { get; }

    public INamedTypeSymbol? PageModel { get; }

    /// <summary>What the compiler makes of a page derives from it.</summary>
    public INamedTypeSymbol? PageBase { get; }

    public INamedTypeSymbol? Component { get; }

    public INamedTypeSymbol? ApplicationBuilder { get; }

    /// <summary>
    /// A model of every decision about authorization, or only of that to let everybody in; null without ASP.NET Core.
    /// </summary>
    public static AuthorizationModel? Of(RuleContext rule, bool isAnonymous = false) =>
        rule.Type("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") is { } builder
            ? new AuthorizationModel(builder, rule, isAnonymous)
            : null;

    /// <summary>Whether a call by itself decides.</summary>
    public bool IsDecidingCall(string name) =>
        name == "AllowAnonymous" || (name == "RequireAuthorization" && !IsAnonymous);

    /// <summary>
    /// Whether a type or one it derives from carries an attribute that decides about authorization: also
    /// [AllowAnonymous], which is a decision (PK6002 judges it). ASP.NET Core does not look at attributes of
    /// interfaces, so nor does this.
    /// </summary>
    public bool Decides(INamedTypeSymbol type) => type.SelfAndBaseTypes().Any(t => t.GetAttributes().Any(Decides));

    /// <summary>The same for a method and those it overrides.</summary>
    public bool Decides(IMethodSymbol method)
    {
        for (var m = method; m is not null; m = m.OverriddenMethod)
            if (m.GetAttributes().Any(Decides))
                return true;
        return false;
    }

    /// <summary>Whether a type is itself an authorization decision: an authorize attribute, a filter.</summary>
    public bool IsDecision(ITypeSymbol? type) =>
        type is not null && type.AllInterfaces.Any(i => _decisions.Contains(i, SymbolEqualityComparer.Default));

    public bool IsRouteBuilder(ITypeSymbol? type) =>
        type is not null
        && (
            SymbolEqualityComparer.Default.Equals(type, RouteBuilder)
            || type.AllInterfaces.Contains(RouteBuilder, SymbolEqualityComparer.Default)
        );

    /// <summary>Whether a policy of that name lets everybody in.</summary>
    public bool IsOpenPolicy(string name) => OpenPolicies.NamesIn(_compilation).Contains(name);

    // [TypeFilter(typeof(AuthorizeFilter))] and [ServiceFilter(typeof(…))] name the filter as an argument.
    private bool Decides(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return false;
        if (IsDecision(type))
            return IsAnonymous || PolicyOf(attribute) is not { } policy || !IsOpenPolicy(policy);
        if (type is { Name: "TypeFilterAttribute" or "ServiceFilterAttribute", IsFramework: true })
            return attribute.ConstructorArguments.Any(a => IsDecidingFilter(a.Value as ITypeSymbol))
                || type.TypeArguments.Any(IsDecidingFilter);
        // A filter of the system's own that refuses those who are not signed in.
        return !IsAnonymous && IsFilter(type) && OwnAuthorization.Refuses(type);
    }

    /// <summary>
    /// Whether a filter is a decision about authorization, or one of the system's own that refuses somebody.
    /// </summary>
    public bool IsDecidingFilter(ITypeSymbol? type) =>
        IsDecision(type) || (!IsAnonymous && type is not null && OwnAuthorization.Refuses(type));

    private static bool IsFilter(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i =>
            i.Name is "IFilterMetadata" or "IActionFilter" or "IEndpointFilter" && Namespaces.IsFramework(i)
        );

    private static string? PolicyOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == "Policy").Value.Value as string
        ?? attribute
            .ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value as string : null)
            .FirstOrDefault();
}
