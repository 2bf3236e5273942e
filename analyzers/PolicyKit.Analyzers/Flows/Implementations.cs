namespace PolicyKit.Analyzers.Flows;

/// <summary>The methods of the program that implement a member of an interface or override an abstract one.</summary>
internal sealed class Implementations
{
    // Where many implement one, a call says little about which of them runs.
    private const int Most = 4;

    private readonly ILookup<ISymbol, IMethodSymbol> _byMember;

    public Implementations(Compilation compilation) =>
        _byMember = TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(Pairs)
            .ToLookup(p => p.Member, p => p.Method, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    public IEnumerable<IMethodSymbol> Of(IMethodSymbol member) =>
        _byMember[member].Count() <= Most ? _byMember[member] : Enumerable.Empty<IMethodSymbol>();

    private static IEnumerable<(ISymbol Member, IMethodSymbol Method)> Pairs(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            yield break;
        foreach (var member in type.AllInterfaces.SelectMany(i => i.GetMembers().OfType<IMethodSymbol>()))
            if (
                type.FindImplementationForInterfaceMember(member) is IMethodSymbol method
                && SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
            )
                yield return (member.OriginalDefinition, method.OriginalDefinition);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (method.OverriddenMethod is { IsAbstract: true } overridden)
                yield return (overridden.OriginalDefinition, method.OriginalDefinition);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space)
    {
        foreach (var member in space.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in TypesIn(member))
                yield return inner;
        }
    }
}
