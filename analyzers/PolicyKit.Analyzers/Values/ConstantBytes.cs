using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Bytes that are the same at every run: written out, made from a text in the source, or an array that nobody fills.</summary>
internal static class ConstantBytes
{
    // A local that goes only to calls of these names keeps the bytes that it was given.
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Write",
        "WriteAsync",
        "CopyTo",
        "Concat",
        "ToBase64String",
        "ToHexString",
        "AddRange",
        "Append",
        "AsSpan",
        "AsMemory",
        "ToArray",
    };

    /// <summary>Whether an expression has the same bytes at every run.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isSink">Whether a reference to the local that holds them is a place that only takes them.</param>
    public static bool Are(IOperation? operation, Func<IOperation, bool> isSink)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return Are(conversion.Operand, isSink);
            case IParenthesizedOperation parenthesized:
                return Are(parenthesized.Operand, isSink);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.All(e => e.ConstantValue.HasValue);
            case IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }:
                return sizes[0].ConstantValue.HasValue;
            case IUtf8StringOperation:
                return true;
            case IInvocationOperation { TargetMethod.Name: "AsSpan" or "ToArray" or "AsMemory" } wrapped:
                return Are(wrapped.Instance ?? wrapped.Arguments[0].Value, isSink);
            case IInvocationOperation { TargetMethod.Name: "GetBytes" or "FromBase64String" or "FromHexString" } call:
                return StringValueTracker.Of(call).Any(v => v.IsWhole)
                    || (
                        call.Arguments.Length > 0
                        && call.TargetMethod.Name == "FromHexString"
                        && StringValueTracker.Of(call.Arguments[0].Value).Any(v => v.IsWhole)
                    );
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                        is VariableDeclaratorSyntax { Initializer.Value: { } value }
                    && IsWritten(value);
            case IPropertyReferenceOperation { Property: { IsReadOnly: true } property }:
                return property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                        is PropertyDeclarationSyntax declaration
                    && (declaration.Initializer?.Value ?? declaration.ExpressionBody?.Expression) is { } written
                    && IsWritten(written);
            case ILocalReferenceOperation local:
                return IsFixed(local, isSink);
            default:
                return operation?.Syntax is CollectionExpressionSyntax collection && IsWritten(collection);
        }
    }

    private static bool IsFixed(ILocalReferenceOperation reference, Func<IOperation, bool> isSink)
    {
        var index = LocalUses.Of(reference);
        return index.OnlyValueOf(reference) is { } value and not ILocalReferenceOperation
            && Are(value, isSink)
            && index.ReferencesTo(reference.Local).All(r => isSink(r) || IsOnlyRead(r));
    }

    // Whoever else gets the array may fill it: RandomNumberGenerator.Fill(iv), stream.Read(iv), iv[0] = 1.
    private static bool IsOnlyRead(IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
            parent = parent.Parent;
        return parent switch
        {
            IInvocationOperation call => Readers.Contains(call.TargetMethod.Name),
            IPropertyReferenceOperation { Property.Name: "Length" } => true,
            IReturnOperation => true,
            IArrayElementReferenceOperation { Parent: IAssignmentOperation assignment } element => assignment.Target
                != element,
            IArrayElementReferenceOperation => true,
            _ => false,
        };
    }

    // Fields may be declared in another tree, so their value is read from the syntax. An array without values may be filled by a constructor.
    private static bool IsWritten(ExpressionSyntax expression) =>
        expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } =>
                initializer.Expressions.All(IsLiteral),
            InitializerExpressionSyntax { Expressions: { Count: > 0 } elements } => elements.All(IsLiteral),
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } elements } => elements.All(
                IsLiteral
            ),
            CollectionExpressionSyntax { Elements: { Count: > 0 } elements } => elements.All(e =>
                e is ExpressionElementSyntax { Expression: { } element } && IsLiteral(element)
            ),
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.Utf8StringLiteralExpression),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString"
                },
                ArgumentList.Arguments: { Count: 1 } arguments
            } => arguments[0].Expression.IsKind(SyntaxKind.StringLiteralExpression),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray", Expression: { } inner }
            } => IsWritten(inner),
            _ => false,
        };

    private static bool IsLiteral(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax => true,
            CastExpressionSyntax cast => IsLiteral(cast.Expression),
            PrefixUnaryExpressionSyntax unary => IsLiteral(unary.Operand),
            _ => false,
        };
}
