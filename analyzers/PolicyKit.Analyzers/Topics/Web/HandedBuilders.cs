using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Route builders that are handed on to methods, and whether those who hand them on decided. Concurrent; read it when
/// the compilation ends.
/// </summary>
internal sealed class HandedBuilders
{
    private readonly ConcurrentBag<HandedBuilder> _calls = new();
    private volatile bool _modulesAreDecided;

    /// <summary>Whether what maps the modules of a library decides about them all.</summary>
    public bool ModulesAreDecided
    {
        get => _modulesAreDecided;
        set => _modulesAreDecided = value;
    }

    public void Add(HandedBuilder call) => _calls.Add(call);

    /// <summary>Whether a builder that somebody decided about, or one that nobody did, reaches a parameter.</summary>
    public bool Reach(IParameterSymbol parameter, bool isDecided) =>
        IsReached(parameter, isDecided, new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default));

    /// <summary>
    /// Whether nobody in the program calls the method of a parameter: the host that does, by reflection or from
    /// another project, is given its endpoints without authorization.
    /// </summary>
    public bool IsUncalled(IParameterSymbol parameter)
    {
        var same = SameParameter(parameter).ToList();
        return same.TrueForAll(p => p.ContainingSymbol.DeclaringSyntaxReferences.Length > 0)
            && !_calls.Any(call => same.Contains(call.Parameter, SymbolEqualityComparer.Default))
            && !DecidesByItself(parameter.ContainingSymbol.ContainingType);
    }

    private bool IsReached(IParameterSymbol parameter, bool isDecided, HashSet<IParameterSymbol> seen) =>
        seen.Add(parameter)
        && SameParameter(parameter)
            .Any(same =>
                // What implements a library's interface is called by the library: the modules of Carter.
                (
                    !isDecided
                    && same.ContainingSymbol.DeclaringSyntaxReferences.Length == 0
                    && !ModulesAreDecided
                    && !DecidesByItself(parameter.ContainingSymbol.ContainingType)
                )
                || _calls.Any(call =>
                    SymbolEqualityComparer.Default.Equals(call.Parameter, same)
                    && (
                        isDecided
                            ? call.IsDecided || (call.From is not null && IsReached(call.From, true, seen))
                            : !call.IsDecided && (call.From is null || IsReached(call.From, false, seen))
                    )
                )
            );

    // RequireAuthorization() in the constructor of a module is about all of its endpoints.
    private static bool DecidesByItself(INamedTypeSymbol? type) =>
        type is not null
        // A method of the system's own may be called the same.
        && !type.SelfAndBaseTypes()
            .Any(t => t.DeclaringSyntaxReferences.Length > 0 && !t.GetMembers("RequireAuthorization").IsEmpty)
        && type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "RequireAuthorization" });

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
}
