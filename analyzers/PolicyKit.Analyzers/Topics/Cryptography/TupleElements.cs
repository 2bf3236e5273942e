using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>What the elements of tuples are called, where they are written and where a method gives them.</summary>
internal static class TupleElements
{
    /// <summary>
    /// The name of the element that a value becomes: (id, pw: value), (id, pw) = ("a", value), (string Id, string Pw)
    /// x = ("a", value).
    /// </summary>
    public static string? NameOf(ITupleOperation tuple, IOperation element)
    {
        var at = tuple.Elements.IndexOf(element);
        if (at < 0)
            return null;
        if (
            tuple.Parent?.ParentOrSelf() is IDeconstructionAssignmentOperation deconstruction
            && Deconstruction.PairsOf(deconstruction).FirstOrDefault(p => p.Value.Syntax == element.Syntax)
                is { Target: { } target }
        )
            return ValueRoads.TargetOf(target)?.Name;
        var written = tuple.Parent is IConversionOperation { Type: INamedTypeSymbol wanted } ? wanted : null;
        return Explicit(written, at) ?? Explicit(tuple.Type as INamedTypeSymbol, at);
    }

    /// <summary>The names that the tuples in what a method gives back have for elements at some places.</summary>
    public static IEnumerable<string> NamesIn(ISymbol method, IReadOnlyCollection<int> places) =>
        places.Count > 0 && method is IMethodSymbol { ReturnType: { } returned }
            ? TuplesIn(returned, 4).SelectMany(tuple => places.Select(at => Explicit(tuple, at))).OfType<string>()
            : Enumerable.Empty<string>();

    private static IEnumerable<INamedTypeSymbol> TuplesIn(ITypeSymbol type, int depth)
    {
        if (depth == 0)
            return Enumerable.Empty<INamedTypeSymbol>();
        return type switch
        {
            IArrayTypeSymbol array => TuplesIn(array.ElementType, depth - 1),
            INamedTypeSymbol { IsTupleType: true } tuple => new[] { tuple },
            INamedTypeSymbol named => named.TypeArguments.SelectMany(argument => TuplesIn(argument, depth - 1)),
            _ => Enumerable.Empty<INamedTypeSymbol>(),
        };
    }

    private static string? Explicit(INamedTypeSymbol? tuple, int at) =>
        tuple is { IsTupleType: true, TupleElements: var elements }
        && at >= 0
        && at < elements.Length
        && elements[at].IsExplicitlyNamedTupleElement
            ? elements[at].Name
            : null;

    private static IOperation ParentOrSelf(this IOperation operation)
    {
        while (operation is IConversionOperation { Parent: { } parent })
            operation = parent;
        return operation;
    }
}
