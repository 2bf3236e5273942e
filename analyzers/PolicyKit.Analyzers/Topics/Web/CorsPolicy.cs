using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>Policies for requests from pages of other origins.</summary>
internal static class CorsPolicy
{
    private const string Builder = "CorsPolicyBuilder";
    private const string Policy = "CorsPolicy";

    /// <summary>
    /// The place where credentials are allowed in a policy that lets any origin in: by a predicate that says yes to
    /// every origin, by AllowAnyOrigin or by "*"; null where that is not so.
    /// </summary>
    public static SyntaxNode? LetsAnyOriginIn(IOperation operation)
    {
        if (PlaceOfCredentials(operation) is not { } place)
            return null;
        // The policy is what the function around it builds, or else the chain that the call ends.
        IOperation scope = operation;
        while (scope.Parent is { } parent and not IAnonymousFunctionOperation)
            scope = parent;
        return scope.Descendants().Any(IsOfAnyOrigin) ? place : null;
    }

    /// <summary>Whether a call adds to the origins of a policy: <c>policy.Origins.Add(…)</c>.</summary>
    public static bool AddsToOrigins(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add"
        && (
            IsOrigins(call.Instance)
            // new CorsPolicy { Origins = { "…" } }
            || call.Parent?.Parent is IMemberInitializerOperation { InitializedMember: { } member } && IsOrigins(member)
        );

    public static bool IsOfBuilder(IOperation operation, string name) =>
        operation is IInvocationOperation { TargetMethod: { ContainingType: { Name: Builder } type } method }
        && method.Name == name
        && Namespaces.IsFramework(type);

    private static SyntaxNode? PlaceOfCredentials(IOperation operation)
    {
        if (IsOfBuilder(operation, "AllowCredentials"))
            return OperationFacts.NameOf((IInvocationOperation)operation);
        return IsSet(operation, "SupportsCredentials") is { ConstantValue: { HasValue: true, Value: true } }
            ? operation.Syntax
            : null;
    }

    private static bool IsOfAnyOrigin(IOperation operation)
    {
        if (IsOfBuilder(operation, "AllowAnyOrigin"))
            return true;
        if (IsSet(operation, "IsOriginAllowed") is { } predicate)
            return AcceptsAll(predicate);
        if (operation is not IInvocationOperation call)
            return false;
        if (IsOfBuilder(call, "WithOrigins") || AddsToOrigins(call))
            return call
                .Arguments.SelectMany(a => a.Value.DescendantsAndSelf())
                .Any(o => o.ConstantValue is { HasValue: true, Value: "*" });
        return IsOfBuilder(call, "SetIsOriginAllowed") && call.Arguments.Any(a => AcceptsAll(a.Value));
    }

    private static bool AcceptsAll(IOperation predicate) =>
        predicate.UnwrapConversions() is IDelegateCreationOperation { Target: { } target }
        && target switch
        {
            IAnonymousFunctionOperation function => OriginPredicates.AcceptAll(function.Syntax),
            IMethodReferenceOperation { Method: { } method } => method.DeclaringSyntaxReferences.Any(r =>
                OriginPredicates.AcceptAll(r.GetSyntax())
            ),
            _ => false,
        };

    private static bool IsOrigins(IOperation? operation) =>
        operation
            is IPropertyReferenceOperation { Property: { Name: "Origins", ContainingType: { Name: Policy } type } }
        && Namespaces.IsFramework(type);

    // The value that a property of a policy is given; null where the operation sets none.
    private static IOperation? IsSet(IOperation operation, string property) =>
        operation
            is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { ContainingType: { Name: Policy } type, Name: { } name }
                }
            } set
        && name == property
        && Namespaces.IsFramework(type)
            ? set.Value
            : null;
}
