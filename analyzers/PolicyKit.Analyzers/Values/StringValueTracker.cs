using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Follows an expression back to the texts it can have: constants, concatenation, interpolation, formats, locals,
/// parameters, fields, properties and methods of the
/// program, both sides of ?: and ??, the arms of a switch, and the calls that only wrap or decode a text. What it
/// cannot show it leaves out.
/// </summary>
internal static class StringValueTracker
{
    /// <summary>How many texts of one expression are looked at.</summary>
    public const int MaxValues = 8;

    // Shorter texts are known by no shape.
    private const int ShortestShape = 10;

    /// <summary>The operations that can be a text known by its shape.</summary>
    public static OperationKind[] Kinds { get; } =
        {
            OperationKind.Literal,
            OperationKind.InterpolatedString,
            OperationKind.Binary,
            OperationKind.Utf8String,
            OperationKind.Invocation,
        };

    /// <summary>The texts of an expression, most of the time none or one.</summary>
    public static IEnumerable<StringValue> Of(IOperation? operation) =>
        operation is null ? Enumerable.Empty<StringValue>() : new ValueReader().Read(operation).Take(MaxValues);

    /// <summary>
    /// Whether an operation can be a text known by its shape: not a short literal, no sum of numbers, not a part of a
    /// greater text that will be looked at as a whole.
    /// </summary>
    public static bool IsWorthALook(IOperation operation) =>
        operation switch
        {
            ILiteralOperation literal => literal.ConstantValue
                is { HasValue: true, Value: string { Length: >= ShortestShape } }
                && !IsPart(operation),
            IBinaryOperation => JoinedText.IsConcatenation(operation) && !IsPart(operation),
            IUtf8StringOperation text => text.Value.Length >= ShortestShape,
            IInvocationOperation call => JoinedText.Joins(call) && !IsPart(operation),
            _ => !IsPart(operation),
        };

    /// <summary>
    /// The expression that a property is known by: its initializer or what its getter gives. Null where the getter
    /// has statements.
    /// </summary>
    public static ExpressionSyntax? Shown(PropertyDeclarationSyntax property) =>
        property.Initializer?.Value
        ?? property.ExpressionBody?.Expression
        ?? property
            .AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration))
            ?.ExpressionBody?.Expression;

    private static bool IsPart(IOperation operation)
    {
        var parent = operation.Parent;
        while (
            parent
                is IConversionOperation
                    or IParenthesizedOperation
                    or IArgumentOperation
                    or IArrayInitializerOperation
                    or IArrayCreationOperation { IsImplicit: true }
        )
            parent = parent.Parent;
        return parent is IInterpolationOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation
            || JoinedText.IsConcatenation(parent)
            || (parent is IInvocationOperation call && JoinedText.Joins(call));
    }
}
