using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Conditions that whoever sends a request fulfils as he likes: a query, a header or a cookie that is there, or that
/// equals a text of the source.
/// </summary>
internal static class CallerKeys
{
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "IQueryCollection",
        "IHeaderDictionary",
        "IRequestCookieCollection",
        "IFormCollection",
    };

    /// <summary>The key that a condition looks for; null where it asks something else.</summary>
    public static string? In(IOperation condition) =>
        condition.DescendantsAndSelf().Select(KeyOf).FirstOrDefault(key => key is not null);

    private static string? KeyOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod.Name: "ContainsKey", Instance: { } instance } call
                when IsOfRequest(instance) => KeyedValues.Key(call.Arguments[0].Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => Compared(
                equal.LeftOperand,
                equal.RightOperand
            ) ?? Compared(equal.RightOperand, equal.LeftOperand),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance } call => Compared(
                instance,
                call.Arguments[0].Value
            ),
            IInvocationOperation { TargetMethod.Name: "Equals", Arguments: { Length: >= 2 } given } => Compared(
                given[0].Value,
                given[1].Value
            ),
            _ => null,
        };

    private static string? Compared(IOperation sent, IOperation text) =>
        text.UnwrapConversions().ConstantValue is { HasValue: true, Value: string { Length: > 0 } }
            ? sent.DescendantsAndSelf().Select(Sent).FirstOrDefault(key => key is not null)
            : null;

    private static string? Sent(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } index } reference
        && reference.Instance is { } instance
        && IsOfRequest(instance)
            ? KeyedValues.Key(index[0].Value)
            : null;

    private static bool IsOfRequest(IOperation instance) =>
        instance is IPropertyReferenceOperation { Property.ContainingType: { Name: "HttpRequest", IsFramework: true } }
        && instance.Type is { Name: { } name }
        && Collections.Contains(name);
}
