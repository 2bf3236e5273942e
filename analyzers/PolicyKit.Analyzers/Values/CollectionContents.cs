using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>What the statements of a body put into a collection that a local or parameter holds.</summary>
internal static class CollectionContents
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "Add",
        "TryAdd",
        "AddFirst",
        "AddLast",
        "Enqueue",
        "Insert",
        "Push",
    };

    /// <summary>The values: items[2] = value, items.Add(value), items.Add(key, value).</summary>
    public static IEnumerable<IOperation> PutInto(IOperation reference, ISymbol collection)
    {
        var uses = LocalUses.Of(reference);
        var references = collection is ILocalSymbol local
            ? uses.ReferencesTo(local)
            : uses.ReferencesTo((IParameterSymbol)collection);
        foreach (var place in references)
            switch (place.Parent)
            {
                case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element
                    when assignment.Target == element:
                    yield return assignment.Value;
                    break;
                case IPropertyReferenceOperation
                {
                    Property.IsIndexer: true,
                    Parent: ISimpleAssignmentOperation assignment
                } indexer when assignment.Target == indexer:
                    yield return assignment.Value;
                    break;
                case IInvocationOperation { Arguments: { Length: > 0 } arguments } call
                    when call.Instance == place && Adding.Contains(call.TargetMethod.Name):
                    yield return arguments[arguments.Length - 1].Value;
                    break;
            }
    }
}
