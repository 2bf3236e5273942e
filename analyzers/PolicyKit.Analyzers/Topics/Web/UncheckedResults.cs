using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// JsonWebTokenHandler.ValidateTokenAsync throws nothing: it says in its result whether the token is valid. A result
/// that is used and never asked takes every token.
/// </summary>
internal static class UncheckedResults
{
    /// <summary>The call whose result nobody asks, and what is not checked; null for any other.</summary>
    public static (SyntaxNode Place, string What)? Of(IInvocationOperation call) =>
        call.TargetMethod
            is {
                Name: "ValidateToken" or "ValidateTokenAsync",
                ContainingType: { Name: "JsonWebTokenHandler" or "TokenHandler", IsFramework: true }
            }
        && IsUnasked(call)
            ? (OperationFacts.NameOf(call), "IsValid")
            : null;

    private static bool IsUnasked(IOperation call)
    {
        var value = call;
        var parent = value.Parent;
        while (
            parent
                is IConversionOperation
                    or IParenthesizedOperation
                    or IAwaitOperation
                    or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" }
                    or IPropertyReferenceOperation { Property.Name: "Result" }
        )
        {
            value = parent;
            parent = value.Parent;
        }

        return parent switch
        {
            IPropertyReferenceOperation result => IsOther(result),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => LocalUses
                .Of(call)
                .ReferencesTo(declarator.Symbol)
                .ToList()
                is var references
                && references.All(r => r.Parent is IPropertyReferenceOperation result && IsOther(result)),
            // Somebody awaits it later, or asks elsewhere.
            _ => parent is IExpressionStatementOperation
                && value is not IInvocationOperation { Type: { Name: "Task", IsFramework: true } },
        };
    }

    private static bool IsOther(IPropertyReferenceOperation result) =>
        result.Property
            is {
                Name: not ("IsValid" or "Exception"),
                ContainingType: { Name: "TokenValidationResult", IsFramework: true }
            };
}
