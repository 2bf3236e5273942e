using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The flags that a cookie policy of ASP.NET Core sets on every cookie.</summary>
internal static class CookiePolicies
{
    private const string Options = "CookiePolicyOptions";

    /// <summary>Those that an operation says: Secure = CookieSecurePolicy.Always, OnAppendCookie = c => ….</summary>
    public static IEnumerable<CookieFlag> SetOnAll(IOperation operation)
    {
        if (
            operation
            is not ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: { } name, ContainingType: { Name: Options, IsFramework: true } }
                },
                Value: var value
            }
        )
            return Enumerable.Empty<CookieFlag>();
        return (name, value) switch
        {
            ("Secure", IFieldReferenceOperation { Field.Name: "Always" }) => new[] { CookieFlag.Secure },
            ("HttpOnly", IFieldReferenceOperation { Field.Name: "Always" }) => new[] { CookieFlag.HttpOnly },
            ("MinimumSameSitePolicy", IFieldReferenceOperation { Field.Name: "Lax" or "Strict" }) => new[]
            {
                CookieFlag.SameSite,
            },
            ("OnAppendCookie", _) => BodyOf(value) is { } body ? SetIn(body, 2) : Enumerable.Empty<CookieFlag>(),
            _ => Enumerable.Empty<CookieFlag>(),
        };
    }

    /// <summary>
    /// The flag that the policy of all cookies is told not to ask for: Secure = CookieSecurePolicy.None; null when
    /// it is
    /// told nothing of that kind.
    /// </summary>
    public static CookieFlag? LeftOff(IOperation operation) =>
        operation
            is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: { } name, ContainingType: { Name: Options, IsFramework: true } }
                },
                Value: var value
            }
        && value.UnwrapConversions() is IFieldReferenceOperation { Field.Name: "None" }
            ? name switch
            {
                "Secure" => CookieFlag.Secure,
                "HttpOnly" => CookieFlag.HttpOnly,
                "MinimumSameSitePolicy" => CookieFlag.SameSite,
                _ => null,
            }
            : null;

    private static IOperation? BodyOf(IOperation callback) =>
        callback.UnwrapConversions() switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => function.Body,
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => BodyOf(
                method,
                callback
            ),
            _ => null,
        };

    private static IOperation? BodyOf(IMethodSymbol method, IOperation at) =>
        at.SemanticModel?.Compilation is { } compilation
        && SourceBodies.Of(compilation) is var bodies
        && method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && bodies.Holds(declaration)
            ? bodies.Bind(declaration)
            : null;

    // What the callback switches on, itself or in a method that it hands the options to.
    private static IEnumerable<CookieFlag> SetIn(IOperation body, int depth)
    {
        foreach (var operation in body.Descendants())
        {
            foreach (var setting in OptionSetting.In(operation))
                if (
                    setting.Target.Property.ContainingType.Name == "CookieOptions"
                    && CookieModel.FlagOf(setting.Target.Property.Name) is { } flag
                    && !CookieModel.IsOff(flag, setting.Value)
                )
                    yield return flag;
            if (
                depth > 0
                && operation is IInvocationOperation call
                && call.Arguments.Any(a => a.Value.Type?.Name is "CookieOptions" or "AppendCookieContext")
                && BodyOf(call.TargetMethod, call) is { } called
            )
                foreach (var flag in SetIn(called, depth - 1))
                    yield return flag;
        }
    }
}
