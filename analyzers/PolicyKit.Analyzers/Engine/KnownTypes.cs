namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The types of one compilation by their names. A type of the same name may be anywhere: merged into a library,
/// written out for an older framework, or put there
/// to mislead. The framework's own comes first, then a public one of another library, then one of the source, and
/// what nobody outside can use comes last.
/// </summary>
internal sealed class KnownTypes(Compilation compilation)
{
    // The keys that .NET, ASP.NET Core and the .NET Framework are signed with.
    private static readonly string[] FrameworkKeys =
    {
        "7cec85d7bea7798e",
        "b03f5f7f11d50a3a",
        "b77a5c561934e089",
        "adb9793829ddae60",
        "cc7b13ffcd2ddd51",
        "31bf3856ad364e35",
    };

    // References that the source knows by another name than global:: are not among the namespaces of the compilation.
    private readonly Lazy<IReadOnlyList<INamespaceSymbol>> _aliased = new(() =>
        compilation
            .References.Where(r => !r.Properties.Aliases.IsDefaultOrEmpty)
            .Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Select(assembly => assembly.GlobalNamespace)
            .ToList()
    );

    /// <summary>
    /// The type of that name (not nested, without type parameters); null when there is none. Going down the
    /// namespaces, which are merged for the whole compilation, asks no assembly that has none of them.
    /// </summary>
    public INamedTypeSymbol? Find(string fullName)
    {
        var names = fullName.Split('.');
        return _aliased
            .Value.Prepend(compilation.GlobalNamespace)
            .SelectMany(space => TypesIn(space, names))
            .OrderBy(RankOf)
            .FirstOrDefault();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol global, string[] names)
    {
        INamespaceSymbol? space = global;
        for (var i = 0; i < names.Length - 1 && space is not null; i++)
            space = space.GetMembers(names[i]).OfType<INamespaceSymbol>().FirstOrDefault();
        return space is null ? Array.Empty<INamedTypeSymbol>() : space.GetTypeMembers(names[names.Length - 1], 0);
    }

    private int RankOf(INamedTypeSymbol type)
    {
        if (type.DeclaredAccessibility != Accessibility.Public)
            return 3;
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            return 2;
        return IsFramework(type.ContainingAssembly) ? 0 : 1;
    }

    /// <summary>Whether an assembly is signed as those of .NET, ASP.NET Core and the .NET Framework are.</summary>
    public static bool IsFramework(IAssemblySymbol assembly) =>
        FrameworkKeys.Contains(
            string.Concat(assembly.Identity.PublicKeyToken.Select(b => b.ToString("x2", null))),
            StringComparer.Ordinal
        );
}
