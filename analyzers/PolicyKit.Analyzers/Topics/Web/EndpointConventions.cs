using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The calls that say something about a mapped endpoint: those after it in its chain and on the local that keeps it,
/// and the same of the groups that it stands in.
/// </summary>
internal static class EndpointConventions
{
    private const int MaxDepth = 16;

    /// <summary>The calls, from the endpoint outwards.</summary>
    /// <param name="map">The call that maps it: <c>group.MapPost(…)</c>.</param>
    public static IEnumerable<IInvocationOperation> Of(IInvocationOperation map)
    {
        foreach (var call in After(map))
            yield return call;
        var receiver = RouteChain.ReceiverExpression(map);
        for (var depth = 0; depth < MaxDepth && receiver is not null; depth++)
            switch (receiver)
            {
                case IConversionOperation conversion:
                    receiver = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    receiver = parenthesized.Operand;
                    break;
                case IInvocationOperation call:
                    yield return call;
                    receiver = RouteChain.ReceiverExpression(call);
                    break;
                case ILocalReferenceOperation local:
                    foreach (var call in OnLocal(local, local.Local))
                        yield return call;
                    receiver = LocalUses.Of(local).ValuesOf(local.Local).FirstOrDefault();
                    break;
                case IParameterReferenceOperation parameter:
                    foreach (
                        var call in LocalUses
                            .Of(parameter)
                            .ReferencesTo(parameter.Parameter)
                            .SelectMany(r => After(r).TakeWhile(c => !IsMap(c)))
                    )
                        yield return call;
                    yield break;
                default:
                    yield break;
            }
    }

    /// <summary>Whether a call maps an endpoint or a group: what follows it speaks of that alone.</summary>
    public static bool IsMap(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);

    // group.WithTags("a").DisableAntiforgery() speaks of the group, group.MapGet(…).DisableAntiforgery() of one
    // endpoint.
    private static IEnumerable<IInvocationOperation> OnLocal(IOperation place, ILocalSymbol local) =>
        LocalUses.Of(place).ReferencesTo(local).SelectMany(r => After(r).TakeWhile(c => !IsMap(c)));

    private static IEnumerable<IInvocationOperation> After(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent)
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    current = parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation outer } argument
                    when outer.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0:
                    yield return outer;
                    current = outer;
                    break;
                case IInvocationOperation outer when outer.Instance == current:
                    yield return outer;
                    current = outer;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                    when operation is IInvocationOperation:
                    foreach (var call in OnLocal(declarator, declarator.Symbol))
                        yield return call;
                    yield break;
                default:
                    yield break;
            }
    }
}
