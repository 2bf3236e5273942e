namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Code of tests: classes with a method that xUnit, NUnit or MSTest runs, and what is nested in them.
/// </summary>
internal static class TestCode
{
    // What derives from these is one, too: TheoryAttribute, DataTestMethodAttribute.
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "Xunit.FactAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.TestCaseSourceAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
    };

    // Anybody can write a type of these names; the frameworks come with assemblies of theirs.
    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
    };

    /// <summary>Whether a type is an attribute by which a framework knows its tests.</summary>
    public static bool IsAttribute(ITypeSymbol type) =>
        Attributes.Contains(type.ToDisplayString()) && Assemblies.Contains(type.ContainingAssembly.Name);

    /// <summary>Whether a symbol is such a class or stands in one.</summary>
    public static bool Holds(ISymbol symbol)
    {
        for (
            var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
            type is not null;
            type = type.ContainingType
        )
            if (type.GetMembers().OfType<IMethodSymbol>().Any(IsTest))
                return true;
        return false;
    }

    private static bool IsTest(IMethodSymbol method) =>
        method.GetAttributes().SelectMany(attribute => attribute.AttributeClass.SelfAndBaseTypes()).Any(IsAttribute);
}
