using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>What goes where when several variables are set at once: (user, password) = ("a", "b").</summary>
internal static class Deconstruction
{
    /// <summary>The targets with their values, as far as the right side is written as a tuple.</summary>
    public static IEnumerable<(IOperation Target, IOperation Value)> PairsOf(
        IDeconstructionAssignmentOperation assignment
    ) => Pairs(assignment.Target, assignment.Value);

    /// <summary>Whether a tuple is the left side of such an assignment.</summary>
    public static bool IsTarget(IOperation tuple) => AssignmentTo(tuple) is not null;

    /// <summary>The same, where the right side is not a tuple: what the variables get is not shown.</summary>
    public static bool IsTargetOfUnknown(IOperation tuple) =>
        AssignmentTo(tuple)?.Value.UnwrapConversions() is not null and not ITupleOperation;

    private static IDeconstructionAssignmentOperation? AssignmentTo(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation or IConversionOperation or IDeclarationExpressionOperation)
            tuple = tuple.Parent;
        return tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple
            ? assignment
            : null;
    }

    private static IEnumerable<(IOperation Target, IOperation Value)> Pairs(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        value = value.UnwrapConversions();
        if (target is not ITupleOperation targets)
            return new[] { (target, value) };
        return value is ITupleOperation values && values.Elements.Length == targets.Elements.Length
            ? targets.Elements.Zip(values.Elements, Pairs).SelectMany(pairs => pairs)
            : Enumerable.Empty<(IOperation, IOperation)>();
    }
}
