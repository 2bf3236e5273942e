using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Whole numbers that the source shows: constants, members and parameters that are set once, and locals.
/// </summary>
internal static class ConstantInt
{
    private const int MaxDepth = 8;

    /// <summary>The number; null when the source does not show it.</summary>
    public static int? Of(IOperation? operation) => Of(operation, MaxDepth);

    /// <summary>The least of the numbers that an expression chooses among; null when none is shown.</summary>
    public static int? LeastOf(IOperation? operation) => LeastOf(operation, MaxDepth);

    private static int? LeastOf(IOperation? operation, int depth) =>
        operation switch
        {
            _ when depth == 0 => null,
            IConditionalOperation { WhenFalse: { } otherwise } choice => Least(
                new[] { LeastOf(choice.WhenTrue, depth - 1), LeastOf(otherwise, depth - 1) }
            ),
            ISwitchExpressionOperation choice => Least(choice.Arms.Select(arm => LeastOf(arm.Value, depth - 1))),
            ICoalesceOperation coalesce => LeastOf(coalesce.WhenNull, depth - 1),
            // int n = 600000; if (isOld) n = 1000;
            ILocalReferenceOperation local => LocalUses.Of(local).ReachingValuesOf(local) is var values
            && values.All(value => value is not null)
                ? Least(values.Select(value => LeastOf(value, depth - 1)))
                : null,
            _ => Of(operation),
        };

    private static int? Least(IEnumerable<int?> numbers) => numbers.Where(n => n is not null).Min();

    private static int? Of(IOperation? operation, int depth) =>
        operation switch
        {
            _ when depth == 0 => null,
            { ConstantValue: { HasValue: true, Value: int number } } => number,
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, depth - 1),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand, depth - 1),
            ILocalReferenceOperation local => Only(LocalUses.Of(local).ReachingValuesOf(local), depth),
            IParameterReferenceOperation
            {
                Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: int number } parameter
            } when LocalUses.Of(operation).ValuesOf(parameter).Count == 0 => number,
            IFieldReferenceOperation { Field: { } field } => OfMember(field, operation, depth),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } => OfMember(
                property,
                operation,
                depth
            ),
            _ => null,
        };

    private static int? Only(IReadOnlyList<IOperation?> values, int depth) =>
        values.Count == 1 ? Of(values[0], depth - 1) : null;

    private static int? OfMember(ISymbol member, IOperation reference, int depth)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation)
            return null;
        var bodies = SourceBodies.Of(compilation);
        return bodies.Keeps(member) && bodies.GivenBy(member) is { Count: 1 } given
            ? Of(bodies.Bind(given[0]), depth - 1)
            : null;
    }
}
