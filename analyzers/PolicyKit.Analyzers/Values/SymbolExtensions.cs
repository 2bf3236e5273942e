namespace PolicyKit.Analyzers.Values;

/// <summary>Types with what they derive from.</summary>
internal static class SymbolExtensions
{
    extension(ITypeSymbol type)
    {
        /// <summary>
        /// Whether it belongs to .NET or ASP.NET Core: a program may call a type of its own as one of theirs.
        /// </summary>
        public bool IsFramework => Namespaces.IsFramework(type);

        /// <summary>Whether it belongs to BouncyCastle.</summary>
        public bool IsBouncyCastle => Namespaces.IsBouncyCastle(type);
    }

    /// <summary>A type, its base, and so on to <see cref="object"/>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBaseTypes(this ITypeSymbol? type)
    {
        for (var t = type as INamedTypeSymbol ?? type?.BaseType; t is not null; t = t.BaseType)
            yield return t;
    }

    /// <summary>Whether a type is another or derives from it. No type derives from one that is not there.</summary>
    public static bool InheritsFrom(this ITypeSymbol? type, INamedTypeSymbol? ancestor) =>
        ancestor is not null
        && type.SelfAndBaseTypes().Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, ancestor));
}
