using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Operations without the conversions that the compiler or a programmer puts around them.</summary>
internal static class OperationExtensions
{
    /// <summary>The operand of the conversions around a value; the value itself where there are none.</summary>
    public static IOperation UnwrapConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The same, of those conversions alone that meet a condition.</summary>
    public static IOperation UnwrapConversions(this IOperation operation, Func<IConversionOperation, bool> passesOn)
    {
        while (operation is IConversionOperation conversion && passesOn(conversion))
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The operation that uses a value, beyond the conversions around it.</summary>
    public static IOperation? ParentBeyondConversions(this IOperation operation) =>
        operation.ParentBeyond(static parent => parent is IConversionOperation);

    /// <summary>The first operation around a value that is not one of those that only pass it on.</summary>
    public static IOperation? ParentBeyond(this IOperation operation, Func<IOperation, bool> passesOn)
    {
        var parent = operation.Parent;
        while (parent is not null && passesOn(parent))
            parent = parent.Parent;
        return parent;
    }
}
