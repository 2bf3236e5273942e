using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>
/// What writes the audit trail for a whole program: interceptors of EF Core and contexts that do it when they save,
/// filters, middleware and behaviours around every request, libraries that do nothing else.
/// </summary>
internal sealed class AuditOfAll(AuditNames names, AuditedCalls calls)
{
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "IActionFilter",
        "IAsyncActionFilter",
        "IResultFilter",
        "IAsyncResultFilter",
        "IPageFilter",
        "IAsyncPageFilter",
        "IEndpointFilter",
        "IMiddleware",
        "IHubFilter",
        "IPipelineBehavior",
        "IDbCommandInterceptor",
    };

    private volatile bool _coversSaves;
    private volatile bool _coversAll;

    /// <summary>Whether every change that SaveChanges writes is recorded.</summary>
    public bool CoversSaves => _coversSaves || _coversAll;

    /// <summary>Whether everything that a request does is recorded.</summary>
    public bool CoversAll => _coversAll;

    /// <summary>Looks at what a type is; read its methods when the program is known.</summary>
    public IEnumerable<Action> See(INamedTypeSymbol type)
    {
        if (IsOfLibrary(type))
            _coversSaves = true;
        var saves = IsInterceptor(type);
        var overrides = type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(m => m is { IsOverride: true, Name: "SaveChanges" or "SaveChangesAsync" });
        var around = IsAround(type);
        foreach (var method in saves || around ? type.GetMembers().OfType<IMethodSymbol>() : overrides)
            yield return () => Judge(method, around);
    }

    /// <summary>Looks at what sets the audit trail up: UseAuditLogging() of a library.</summary>
    public void See(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (
            method.DeclaringSyntaxReferences.Length == 0
            && (
                method.ContainingNamespace?.ToString() is { } space
                    && (space == "Audit" || space.StartsWith("Audit.", StringComparison.Ordinal))
                || (IdentifierWords.StartsWithWord(method.Name, "use", "add") && names.Say(method.Name))
            )
        )
            _coversAll = true;
    }

    private void Judge(IMethodSymbol method, bool isAround)
    {
        var body = EndpointHandler.BodyOf(method);
        var watches =
            EndpointHandler.Names(body, "ChangeTracker", "Entries") && body is not null && SaysAudit(body, method);
        if (!calls.Audits(method.OriginalDefinition) && !(watches && !isAround))
            return;
        if (isAround)
            _coversAll = true;
        else
            _coversSaves = true;
    }

    // foreach (var entry in ChangeTracker.Entries()) … AuditEntries.Add(…)
    private bool SaysAudit(SyntaxNode body, IMethodSymbol method) =>
        names.Say(method.ContainingType.Name)
        || body.DescendantNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.SimpleNameSyntax>()
            .Any(n => names.Say(n.Identifier.ValueText));

    private static bool IsInterceptor(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i =>
            i.Name == "ISaveChangesInterceptor"
            && i.ContainingNamespace?.ToString() == "Microsoft.EntityFrameworkCore.Diagnostics"
        );

    private static bool IsAround(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i => Around.Contains(i.Name))
        || type.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(m =>
                m.Name is "Invoke" or "InvokeAsync"
                && m.Parameters.Length > 0
                && m.Parameters[0].Type is { Name: "HttpContext", IsFramework: true }
            );

    // A context of a library that records every save: Audit.EntityFramework, ABP.
    private static bool IsOfLibrary(INamedTypeSymbol type) =>
        type
            .BaseType.SelfAndBaseTypes()
            .Any(t =>
                t.DeclaringSyntaxReferences.Length == 0
                && t.ContainingNamespace?.ToString() is { } space
                && (
                    space == "Audit.EntityFramework"
                    || space.StartsWith("Volo.Abp.EntityFrameworkCore", StringComparison.Ordinal)
                )
            );
}
