using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>What checks that a form comes from a page of the system, and what says that nothing shall.</summary>
internal sealed class Antiforgery
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";
    private static readonly string[] Validations = { "ValidateRequestAsync", "IsRequestValidAsync" };

    private readonly INamedTypeSymbol? _required;
    private readonly INamedTypeSymbol? _ignored;
    private readonly INamedTypeSymbol[] _filters;
    private volatile bool _checksAll;

    public Antiforgery(RuleContext rule)
    {
        _required = rule.Type("Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute");
        _ignored = rule.Type(Mvc + "IgnoreAntiforgeryTokenAttribute");
        _filters = new[] { "ValidateAntiForgeryTokenAttribute", "AutoValidateAntiforgeryTokenAttribute" }
            .Select(name => rule.Type(Mvc + name))
            .OfType<INamedTypeSymbol>()
            .ToArray();
        // From .NET 8 on a form is bound only after the token was checked, unless somebody says that it shall not be.
        ChecksBoundForms = rule.Type("Microsoft.AspNetCore.Antiforgery.IAntiforgeryMetadata") is not null;
        // ABP checks all that changes something by itself.
        _checksAll = rule.Type("Volo.Abp.AspNetCore.Mvc.AntiForgery.AbpAntiForgeryOptions") is not null;
    }

    /// <summary>Whether the framework checks the token before it binds a form to a mapped endpoint.</summary>
    public bool ChecksBoundForms { get; }

    /// <summary>Whether a filter or a middleware checks every request of the program.</summary>
    public bool ChecksAll => _checksAll;

    /// <summary>Takes note of what checks every request.</summary>
    public void See(IOperation operation, ISymbol containing)
    {
        var isFilter = operation switch
        {
            IObjectCreationOperation creation => IsFilter(creation.Type),
            ITypeOfOperation type => IsFilter(type.TypeOperand),
            IInvocationOperation { TargetMethod: { Name: "Add", TypeArguments.Length: 1 } method } => IsFilter(
                method.TypeArguments[0]
            ),
            _ => false,
        };
        if (
            isFilter || (operation is IInvocationOperation call && IsValidation(call) && IsOfPipeline(call, containing))
        )
            _checksAll = true;
    }

    /// <summary>
    /// What the attributes of an action or a class say: true when they ask for a check, false when they switch it off,
    /// null when they say nothing.
    /// </summary>
    public bool? Decision(IEnumerable<AttributeData> attributes)
    {
        bool? decision = null;
        foreach (var attribute in attributes)
            if (attribute.AttributeClass is not { } type)
                continue;
            else if (type.InheritsFrom(_ignored))
                return false;
            else if (type.InheritsFrom(_required))
                decision = attribute.ConstructorArguments.All(a => a.Value is not false);
            else if (IsFilter(type) || IsOthers(type))
                decision ??= true;
        return decision;
    }

    /// <summary>The attribute that switches the check off.</summary>
    public AttributeData? Ignoring(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass.InheritsFrom(_ignored));

    /// <summary>Whether code checks the token itself.</summary>
    public static bool IsCheckedIn(SyntaxNode? code) => EndpointHandler.Names(code, Validations);

    private bool IsFilter(ITypeSymbol? type) =>
        type.SelfAndBaseTypes().Any(t => _filters.Contains(t, SymbolEqualityComparer.Default));

    // A library's own attribute is taken at its name; one of the system has to check something.
    private static bool IsOthers(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.Length > 0)
            return type.DeclaringSyntaxReferences.Any(r => IsCheckedIn(r.GetSyntax()));
        return type.Name.IndexOf("antiforgery", StringComparison.OrdinalIgnoreCase) >= 0
            && !new[] { "ignore", "disable", "skip" }.Any(w =>
                type.Name.StartsWith(w, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool IsValidation(IInvocationOperation call) =>
        Array.IndexOf(Validations, call.TargetMethod.Name) >= 0
        && call.TargetMethod.ContainingType is { Name: "IAntiforgery" } type
        && Namespaces.IsFramework(type);

    // app.Use(async (context, next) => …), a middleware, a filter.
    private static bool IsOfPipeline(IOperation operation, ISymbol containing)
    {
        var type = containing.ContainingType;
        if (
            type is not null
            && (
                type.AllInterfaces.Any(i =>
                    i.Name is "IMiddleware" or "IEndpointFilter" or "IFilterMetadata" && Namespaces.IsFramework(i)
                ) || (containing.Name is "Invoke" or "InvokeAsync" && IsHandedContext(containing))
            )
        )
            return true;
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IInvocationOperation { TargetMethod.Name: "Use" or "UseWhen" or "AddEndpointFilter" })
                return true;
        return false;
    }

    private static bool IsHandedContext(ISymbol method) =>
        method is IMethodSymbol { Parameters: { Length: > 0 } parameters }
        && parameters[0].Type is { Name: "HttpContext", IsFramework: true };
}
