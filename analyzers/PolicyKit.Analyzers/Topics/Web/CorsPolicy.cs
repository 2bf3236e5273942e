using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>Policies for requests from pages of other origins.</summary>
internal static class CorsPolicy
{
    private const string Builder = "CorsPolicyBuilder";

    /// <summary>
    /// Whether a call allows credentials in a policy that lets any origin in: by a predicate that always says yes, by
    /// AllowAnyOrigin or by "*".
    /// </summary>
    public static bool LetsAnyOriginIn(IInvocationOperation call)
    {
        if (!IsOfBuilder(call, "AllowCredentials"))
            return false;
        // The policy is what the function around it builds, or else the chain that the call ends.
        IOperation scope = call;
        while (scope.Parent is { } parent and not IAnonymousFunctionOperation)
            scope = parent;
        return scope.Descendants().OfType<IInvocationOperation>().Any(IsOfAnyOrigin);
    }

    private static bool IsOfAnyOrigin(IInvocationOperation call)
    {
        if (IsOfBuilder(call, "AllowAnyOrigin"))
            return true;
        if (IsOfBuilder(call, "WithOrigins"))
            return call
                .Arguments.SelectMany(a => a.Value.DescendantsAndSelf())
                .Any(o => o.ConstantValue is { HasValue: true, Value: "*" });
        return IsOfBuilder(call, "SetIsOriginAllowed")
            && call.Arguments.Any(a =>
                a.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
                && CallbackVerdict.Accepts(function.Syntax, -1)
            );
    }

    public static bool IsOfBuilder(IInvocationOperation call, string name) =>
        call.TargetMethod is { ContainingType: { Name: Builder } type } method
        && method.Name == name
        && Namespaces.IsFramework(type);
}
