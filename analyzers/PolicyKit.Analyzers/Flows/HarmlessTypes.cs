namespace PolicyKit.Analyzers.Flows;

/// <summary>Types whose values cannot hold a command, whoever decides them: numbers, dates, identifiers.</summary>
internal static class HarmlessTypes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Guid",
        "DateTime",
        "DateTimeOffset",
        "DateOnly",
        "TimeOnly",
        "TimeSpan",
        "Version",
        "BigInteger",
        "Index",
        "Range",
        "IPAddress",
        "CancellationToken",
    };

    public static bool Is(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return true;
        switch (type.SpecialType)
        {
            case >= SpecialType.System_Boolean and <= SpecialType.System_Double:
            case SpecialType.System_DateTime or SpecialType.System_Decimal:
                return true;
            case SpecialType.System_String or SpecialType.System_Object:
                return false;
        }

        return type switch
        {
            // Text as characters or bytes is text.
            IArrayTypeSymbol array => array.ElementType.SpecialType
                is not (SpecialType.System_Char or SpecialType.System_Byte)
                && Is(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } named when Namespaces.IsFramework(named) => named
                .TypeArguments[0]
                .SpecialType
                is not (SpecialType.System_Char or SpecialType.System_Byte)
                && Is(named.TypeArguments[0]),
            INamedTypeSymbol named => Names.Contains(named.Name) && Namespaces.IsFramework(named),
            _ => false,
        };
    }
}
