namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The routes of the actions of controllers, by their attributes and those of the bases.</summary>
internal static class ControllerRoutes
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    /// <summary>The routes of an action with their verbs; a route is null where conventions give it.</summary>
    public static IEnumerable<(string Verb, string? Route)> Of(INamedTypeSymbol controller, IMethodSymbol action)
    {
        var prefixes = PrefixesOf(controller);
        var own = Attributes(action).ToList();
        var verbs = own.Select(VerbOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var verb = verbs.Count == 0 ? "*" : verbs[0];
        var templates = own.Select(a => (Verb: VerbOf(a) ?? verb, Template: TemplateOf(a)))
            .Where(t => t.Template is not null)
            .ToList();
        if (templates.Count == 0)
        {
            // [HttpGet] beside [Route] on the class; without either the route is a convention's.
            if (prefixes.Count == 0)
                yield return (verb, null);
            foreach (var prefix in prefixes)
                yield return (verb, Resolve(prefix, controller, action));
            yield break;
        }

        foreach (var (of, template) in templates)
            if (
                template!.StartsWith("/", StringComparison.Ordinal)
                || template.StartsWith("~/", StringComparison.Ordinal)
            )
                yield return (of, Resolve(template.TrimStart('~'), controller, action));
            else if (prefixes.Count == 0)
                yield return (of, Resolve(template, controller, action));
            else
                foreach (var prefix in prefixes)
                    yield return (of, Resolve(RouteChain.Join(prefix, template), controller, action));
    }

    /// <summary>
    /// Whether a class is a controller without being derived from one: by its attribute, or by its name and the
    /// routes of its actions.
    /// </summary>
    public static bool IsPlainController(INamedTypeSymbol type)
    {
        var isMarked = type.SelfAndBaseTypes()
            .SelectMany(t => t.GetAttributes())
            .Any(a => IsOfMvc(a, "ControllerAttribute") || IsOfMvc(a, "ApiControllerAttribute"));
        if (isMarked)
            return true;
        return type.Name.EndsWith("Controller", StringComparison.Ordinal)
            && (Attributes(type).Any() || type.GetMembers().OfType<IMethodSymbol>().Any(m => Attributes(m).Any()));
    }

    /// <summary>
    /// Whether a class is a controller by its name alone, as ASP.NET Core takes it: only a conventional route leads
    /// there.
    /// </summary>
    public static bool IsControllerByName(INamedTypeSymbol type) =>
        type.Name.EndsWith("Controller", StringComparison.Ordinal)
        && type is { ContainingType: null, BaseType.SpecialType: SpecialType.System_Object, AllInterfaces.Length: 0 };

    /// <summary>The methods that a class itself declares and that are actions.</summary>
    public static IEnumerable<IMethodSymbol> ActionsOf(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(m =>
                m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                && !m.GetAttributes().Any(a => IsOfMvc(a, "NonActionAttribute"))
            );

    // An attribute on the class takes the place of those on its bases.
    private static List<string> PrefixesOf(INamedTypeSymbol controller) =>
        controller
            .SelfAndBaseTypes()
            .Select(t => Attributes(t).Select(TemplateOf).OfType<string>().ToList())
            .FirstOrDefault(own => own.Count > 0)
        ?? new List<string>();

    private static string Resolve(string route, INamedTypeSymbol controller, IMethodSymbol action)
    {
        var name = controller.Name.EndsWith("Controller", StringComparison.Ordinal)
            ? controller.Name.Substring(0, controller.Name.Length - "Controller".Length)
            : controller.Name;
        var called = Argument(action, "ActionNameAttribute") ?? WithoutAsync(action.Name);
        route = Replaced(
            Replaced(Replaced(route, "controller", name), "action", called),
            "area",
            AreaOf(controller) ?? "[area]"
        );
        route = route.TrimStart('~');
        return route.StartsWith("/", StringComparison.Ordinal) ? route : "/" + route;
    }

    private static string Replaced(string route, string token, string value)
    {
        var at = route.IndexOf("[" + token + "]", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? route : route.Substring(0, at) + value + route.Substring(at + token.Length + 2);
    }

    // ASP.NET Core leaves the suffix away.
    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    private static string? AreaOf(INamedTypeSymbol controller) =>
        controller.SelfAndBaseTypes().Select(t => Argument(t, "AreaAttribute")).FirstOrDefault(a => a is not null);

    private static string? Argument(ISymbol symbol, string attribute) =>
        symbol
            .GetAttributes()
            .Where(a => IsOfMvc(a, attribute))
            .Select(a => a.ConstructorArguments.FirstOrDefault().Value as string)
            .FirstOrDefault();

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Where(a =>
                a.AttributeClass is { } type
                && IsOfMvc(type)
                && (
                    type.Name is "RouteAttribute" or "AcceptVerbsAttribute"
                    || type.Name.StartsWith("Http", StringComparison.Ordinal)
                )
            );

    private static string? TemplateOf(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "AcceptVerbsAttribute", IsFramework: true }
            ? Text(attribute.NamedArguments.FirstOrDefault(a => a.Key == "Route").Value)
            : Text(attribute.ConstructorArguments.FirstOrDefault());

    private static string? Text(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive ? constant.Value as string : null;

    private static string? VerbOf(AttributeData attribute) =>
        attribute.AttributeClass is { Name: { } name } && name.StartsWith("Http", StringComparison.Ordinal)
            ? name.Substring(4).Replace("Attribute", "").ToUpperInvariant()
            : null;

    private static bool IsOfMvc(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && IsOfMvc(type);

    // An attribute of the system's own may derive from one of ASP.NET Core's.
    private static bool IsOfMvc(INamedTypeSymbol? type) =>
        type.SelfAndBaseTypes().Any(t => t.ContainingNamespace?.ToString() == Mvc);
}
