using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Bytes that are the same at every run: written out, made from a text in the source, or an array that nobody fills.
/// </summary>
internal static class ConstantBytes
{
    private const int MaxDepth = 12;

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

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "GetBytes",
        "FromBase64String",
        "FromHexString",
        "FromBase64CharArray",
        "DecodeFromChars",
    };

    /// <summary>Whether an expression has the same bytes at every run.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isSink">Whether a reference to the local that holds them is a place that only takes them.</param>
    public static bool Are(IOperation? operation, Func<IOperation, bool> isSink) => Are(operation, isSink, MaxDepth);

    private static bool Are(IOperation? operation, Func<IOperation, bool> isSink, int depth)
    {
        if (depth <= 0)
            return false;
        switch (operation)
        {
            case IConversionOperation conversion:
                return Are(conversion.Operand, isSink, depth - 1);
            case IParenthesizedOperation parenthesized:
                return Are(parenthesized.Operand, isSink, depth - 1);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.All(IsConstant);
            case IArrayInitializerOperation initializer:
                return initializer.ElementValues.Length > 0 && initializer.ElementValues.All(IsConstant);
            case IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }:
                return IsConstant(sizes[0]);
            case IUtf8StringOperation:
                return true;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Are(conditional.WhenTrue, isSink, depth - 1) || Are(otherwise, isSink, depth - 1);
            case ICoalesceOperation coalesce:
                return Are(coalesce.WhenNull, isSink, depth - 1);
            case IInvocationOperation call:
                return OfCall(call, isSink, depth);
            case IFieldReferenceOperation { Field: var field }:
                return OfMember(field, operation, depth);
            case IPropertyReferenceOperation { Property: var property }:
                return OfMember(property, operation, depth);
            case ILocalReferenceOperation local:
                return IsFixed(local, isSink, depth);
            default:
                return operation is not null && (IsCollection(operation) || IsOnStack(operation));
        }
    }

    private static bool OfCall(IInvocationOperation call, Func<IOperation, bool> isSink, int depth)
    {
        var name = call.TargetMethod.Name;
        if (name is "AsSpan" or "ToArray" or "AsMemory" or "Clone" or "Reverse" or "Slice")
            return Are(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, isSink, depth - 1);
        if (Texts.Contains(name) && call.Arguments.Length > 0)
            return StringValueTracker.Of(call.Arguments[0].Value).Any(v => v.IsWhole && v.Text.Length > 0);
        return OfMember(call.TargetMethod, call, depth);
    }

    private static bool OfMember(ISymbol member, IOperation reference, int depth)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation)
            return false;
        var bodies = SourceBodies.Of(compilation);
        var given = bodies.GivenBy(member);
        // An array without values may be filled by a constructor or by a method.
        return given.Count > 0
            && bodies.Keeps(member)
            && given
                .Select(bodies.Bind)
                .All(o =>
                    o is not null
                    && (!IsEmptyArray(o) || bodies.IsLeftAsItIs(member))
                    && Are(o, static _ => false, depth - 1)
                );
    }

    private static bool IsEmptyArray(IOperation operation) =>
        operation.UnwrapConversions() is IArrayCreationOperation { Initializer: null or { ElementValues.Length: 0 } };

    private static bool IsFixed(ILocalReferenceOperation reference, Func<IOperation, bool> isSink, int depth)
    {
        var index = LocalUses.Of(reference);
        return index.OnlyValueOf(reference) is { } value
            && Are(value, isSink, depth - 1)
            && index.ReferencesTo(reference.Local).All(r => isSink(r) || IsOnlyRead(r, isSink, depth));
    }

    // Whoever else gets the array may fill it: RandomNumberGenerator.Fill(iv), stream.Read(iv), iv[0] = 1.
    private static bool IsOnlyRead(IOperation reference, Func<IOperation, bool> isSink, int depth)
    {
        if (depth <= 0)
            return false;
        var parent = reference.Parent;
        while (parent is IConversionOperation or IArgumentOperation or IVariableInitializerOperation)
        {
            if (parent is IArgumentOperation { Parameter: { } parameter } && IsLeft(parameter, parent, isSink, depth))
                return true;
            parent = parent.Parent;
        }

        return parent switch
        {
            IVariableDeclaratorOperation declarator => LocalUses
                .Of(reference)
                .ReferencesTo(declarator.Symbol)
                .All(r => isSink(r) || IsOnlyRead(r, isSink, depth - 1)),
            IInvocationOperation call => Readers.Contains(call.TargetMethod.Name),
            IPropertyReferenceOperation { Property.Name: "Length" } => true,
            IReturnOperation => true,
            IArrayElementReferenceOperation { Parent: IAssignmentOperation assignment } element => assignment.Target
                != element,
            IArrayElementReferenceOperation => true,
            _ => false,
        };
    }

    // A method of the program that only hands its parameter on.
    private static bool IsLeft(
        IParameterSymbol parameter,
        IOperation argument,
        Func<IOperation, bool> isSink,
        int depth
    )
    {
        if (
            parameter.RefKind != RefKind.None
            || argument.SemanticModel?.Compilation is not { } compilation
            || parameter.ContainingSymbol.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is not { } declaration
            || SourceBodies.Of(compilation) is var bodies && !bodies.Holds(declaration)
            || bodies.Bind(declaration) is not { } body
        )
            return false;
        return LocalUses
            .Of(body)
            .ReferencesTo(parameter.OriginalDefinition)
            .All(r => isSink(r) || IsOnlyRead(r, isSink, depth - 6));
    }

    private static bool IsConstant(IOperation operation)
    {
        var value = operation.UnwrapConversions(static c => !c.ConstantValue.HasValue);
        return value.ConstantValue.HasValue || value is IFieldReferenceOperation { Field.IsConst: true };
    }

    // stackalloc byte[16], which is no operation of its own: zeros, or what is written there.
    private static bool IsOnStack(IOperation operation) =>
        operation.Syntax switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax allocation =>
                allocation.Initializer?.Expressions.All(e => IsConstant(operation, e)) ?? true,
            Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitStackAllocArrayCreationExpressionSyntax allocation =>
                allocation.Initializer.Expressions.All(e => IsConstant(operation, e)),
            _ => false,
        };

    private static bool IsConstant(IOperation operation, SyntaxNode expression) =>
        operation.SemanticModel?.GetConstantValue(expression).HasValue ?? false;

    // The compiler of this library knows no collection expressions as operations.
    private static bool IsCollection(IOperation operation) =>
        operation.Syntax
            is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax { Elements: { Count: > 0 } elements }
        && elements.All(e =>
            e is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionElementSyntax { Expression: { } value }
            && IsConstant(operation, value)
        );
}
