namespace PolicyKit.Analyzers.Values;

/// <summary>Where types belong, asked of every call in a program: without making texts.</summary>
internal static class Namespaces
{
    /// <summary>Whether a type is one of System.Security.Cryptography.</summary>
    public static bool IsCryptography(INamedTypeSymbol type) =>
        type.ContainingNamespace
            is {
                Name: "Cryptography",
                ContainingNamespace:
                {
                    Name: "Security",
                    ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                }
            };

    /// <summary>Whether a type is one of BouncyCastle.</summary>
    public static bool IsBouncyCastle(ITypeSymbol type)
    {
        var (space, below) = (type.ContainingNamespace, (INamespaceSymbol?)null);
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            (space, below) = (space.ContainingNamespace, space);
        return space is { Name: "Org" } && below is { Name: "BouncyCastle" };
    }

    /// <summary>Whether a type belongs to .NET or ASP.NET Core.</summary>
    public static bool IsFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "Microsoft" or "System" };
    }
}
