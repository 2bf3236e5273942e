using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// Addresses in a list or a table: string[] endpointUrls = { "…" }, and values of a Dictionary&lt;string, Uri&gt;
/// gateways.
/// What keeps them all says what each of them is for.
/// </summary>
internal static class CollectedAddresses
{
    private const int MaxDepth = 12;

    /// <summary>
    /// The element under the name of what keeps the collection, in the singular; null when it is no element.
    /// </summary>
    /// <param name="element">The address.</param>
    /// <param name="containing">The member whose code it stands in: what it gives back bears its name.</param>
    public static NamedValue? SinkOf(IOperation element, ISymbol containing)
    {
        var isCollected = false;
        var parent = element.Parent;
        for (var depth = 0; parent is not null && depth < MaxDepth; depth++, parent = parent.Parent)
            switch (parent)
            {
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return isCollected ? Named(declarator.Symbol, element) : null;
                case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                    return isCollected ? Named(fields[0], element) : null;
                case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                    return isCollected ? Named(properties[0], element) : null;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } }
                    when member is not IPropertySymbol { IsIndexer: true }:
                    return isCollected ? Named(member, element) : null;
                case IReturnOperation when OwnerOf(containing) is { } owner:
                    return isCollected ? Named(owner, element) : null;
                case IArrayInitializerOperation or IObjectOrCollectionInitializerOperation:
                    isCollected = true;
                    break;
                case { Syntax: CollectionExpressionSyntax }:
                    isCollected = true;
                    break;
                case IArgumentOperation
                {
                    Parent: IObjectCreationOperation { Type: { Name: "Uri", IsFramework: true } }
                }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", IsImplicit: true } }:
                case IConversionOperation
                or IArrayCreationOperation
                or IObjectCreationOperation
                or IInvocationOperation { TargetMethod.Name: "Add", IsImplicit: true }
                or ISimpleAssignmentOperation:
                    break;
                default:
                    return null;
            }

        return null;
    }

    private static ISymbol? OwnerOf(ISymbol containing) =>
        containing switch
        {
            IPropertySymbol => containing,
            IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property,
            IMethodSymbol { MethodKind: MethodKind.Ordinary } => containing,
            _ => null,
        };

    private static NamedValue Named(ISymbol symbol, IOperation element)
    {
        var name = symbol.Name;
        if (
            name.Length > 2
            && name.EndsWith("s", StringComparison.Ordinal)
            && !name.EndsWith("ss", StringComparison.Ordinal)
        )
            name = name.Substring(0, name.Length - 1);
        return new NamedValue(name, symbol, element) { Names = new ConcurrentDictionary<string, ConnectionName>() };
    }
}
