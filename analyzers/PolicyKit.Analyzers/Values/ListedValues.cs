using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// The elements of a collection that the source shows: arrays, lists, collection expressions, in locals and members
/// too, and what goes through them in a loop.
/// </summary>
internal static class ListedValues
{
    private const int MaxDepth = 6;

    /// <summary>The elements; the value itself where the source shows no collection.</summary>
    public static IEnumerable<IOperation> Of(IOperation value) => Of(value, MaxDepth);

    private static IEnumerable<IOperation> Of(IOperation value, int depth)
    {
        value = value.UnwrapConversions();
        if (depth == 0)
            return new[] { value };
        switch (value)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.SelectMany(e => Of(e, depth - 1));
            case { Syntax: CollectionExpressionSyntax }:
                return value.ChildOperations.SelectMany(e => Of(e, depth - 1));
            case IObjectCreationOperation { Initializer: { } initializer }:
                return initializer
                    .Initializers.OfType<IInvocationOperation>()
                    .SelectMany(add => add.Arguments.Take(1))
                    .SelectMany(a => Of(a.Value, depth - 1));
            case IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" } call
                when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } whole:
                return Of(whole, depth - 1);
            case ILocalReferenceOperation local when LocalUses.Of(local).ValuesOf(local.Local) is { Count: > 0 } values:
                return values.Concat(CollectionContents.PutInto(local, local.Local)).SelectMany(v => Of(v, depth - 1));
            case IFieldReferenceOperation { Field: { IsConst: false } field }:
                return OfMember(field, value, depth);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property }:
                return OfMember(property, value, depth);
            default:
                return new[] { value };
        }
    }

    private static IEnumerable<IOperation> OfMember(ISymbol member, IOperation reference, int depth)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation)
            return new[] { reference };
        var bodies = SourceBodies.Of(compilation);
        var given = bodies.GivenBy(member);
        return given.Count == 0
            ? new[] { reference }
            : given.Select(bodies.Bind).OfType<IOperation>().SelectMany(v => Of(v, depth - 1));
    }
}
