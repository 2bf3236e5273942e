using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>What several rules ask of an operation.</summary>
internal static class OperationFacts
{
    // What only compares, in code and in tests of it.
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal)
    {
        "Equals",
        "ReferenceEquals",
        "HasFlag",
        "IsDefined",
        "Equal",
        "NotEqual",
        "AreEqual",
        "AreNotEqual",
        "Same",
        "NotSame",
        "AreSame",
    };

    /// <summary>The name of what is called, where a finding points: app.[MapGet](…).</summary>
    public static SyntaxNode NameOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            ? member.Name
            : call.Syntax;

    /// <summary>
    /// Whether a member is chosen here, and not compared with, asked for by name, handed to what cannot be found or
    /// written in an attribute.
    /// </summary>
    public static bool IsChosen(IOperation reference)
    {
        var parent = reference.ParentBeyond(static p => p is IConversionOperation or IParenthesizedOperation);
        return parent
                is not (
                    null
                    or IInvalidOperation
                    or IBinaryOperation
                    or IPatternOperation
                    or ICaseClauseOperation
                    or INameOfOperation
                    or IInvocationOperation { TargetMethod.Name: "Equals" }
                )
            && !(
                parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: { } asked } }
                && Comparisons.Contains(asked)
            )
            && !IsMentioned(reference)
            && reference.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is null;
    }

    /// <summary>
    /// Whether a value is only one of several objects, of a message or of the data of a test: Format("{0} or {1}",
    /// SecurityMode.None, …), new object[] { SslProtocols.Ssl3, … }.
    /// </summary>
    public static bool IsMentioned(IOperation reference) =>
        reference.Parent
            is IConversionOperation
            {
                Type.SpecialType: SpecialType.System_Object,
                Parent: IArrayInitializerOperation or IArgumentOperation
            };

    /// <summary>
    /// What a part of an interpolated string holds: a text, the expression in a hole, or either of them on its way to
    /// an interpolated string handler. Null when it cannot be shown.
    /// </summary>
    public static IOperation? ContentOf(IInterpolatedStringContentOperation part) =>
        part switch
        {
            IInterpolatedStringTextOperation text => text.Text,
            IInterpolationOperation hole => hole.Expression,
            IInterpolatedStringAppendOperation
            {
                AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments }
            } => arguments[0].Value,
            _ => null,
        };
}
