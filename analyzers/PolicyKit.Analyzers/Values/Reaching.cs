using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Which of the values that a variable is given can be there where it is read. Told by the order of statements: a
/// value counts if it stands before the place,
/// or in a loop or function around both, and if no statement that always runs gives another one in between.
/// </summary>
internal static class Reaching
{
    // What is set in a hundred places is no longer followed by order: every value counts.
    private const int MaxPlaces = 100;

    /// <summary>The values that can be there; null stands for one that is not shown.</summary>
    public static IReadOnlyList<IOperation?> Of(
        IOperation reference,
        IReadOnlyList<IOperation> values,
        IReadOnlyList<IOperation> references
    )
    {
        if (values.Count + references.Count > MaxPlaces)
            return values;
        var places = values
            .Select(v => new Place(v, v.Syntax, v is { Parent: ICoalesceAssignmentOperation }))
            .Concat(
                references
                    .Where(r => r != reference && IsChangedByOthers(r))
                    .Select(r => new Place(null, r.Syntax, r.Parent is ICompoundAssignmentOperation))
            )
            .Where(p => MayComeBefore(p.Syntax, reference.Syntax))
            .OrderBy(p => p.Syntax.SpanStart)
            .ToList();
        var last = places.FindLastIndex(p => !p.Keeps && AlwaysComesBefore(p.Syntax, reference.Syntax));
        return places
            .Where((p, i) => i >= last || p.Syntax.SpanStart > reference.Syntax.SpanStart)
            .Select(p => p.Value)
            .ToList();
    }

    /// <summary>
    /// Whether a variable gets a value here that is not written: n += 1; n++; F(ref n); ref var same = ref n;
    /// </summary>
    public static bool IsChangedByOthers(IOperation reference) =>
        reference.Parent switch
        {
            ICompoundAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            ITupleOperation tuple => Deconstruction.IsTargetOfUnknown(tuple),
            _ => false,
        };

    private static bool MayComeBefore(SyntaxNode place, SyntaxNode reference) =>
        place.Span.End <= reference.SpanStart
        || reference
            .Ancestors()
            .Any(n =>
                n
                    is ForStatementSyntax
                        or CommonForEachStatementSyntax
                        or WhileStatementSyntax
                        or DoStatementSyntax
                        or AnonymousFunctionExpressionSyntax
                        or LocalFunctionStatementSyntax
                && (
                    n.Span.Contains(place.Span)
                    || n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                )
            );

    // The statement of the place stands by itself in a block that also holds the place where the variable is read.
    private static bool AlwaysComesBefore(SyntaxNode place, SyntaxNode reference)
    {
        if (place.Span.End > reference.SpanStart)
            return false;
        var node = place;
        while (node is not (null or StatementSyntax or GlobalStatementSyntax))
        {
            // What one side of a condition or a function does, does not always happen.
            if (
                node.Parent
                is ConditionalExpressionSyntax
                    or AnonymousFunctionExpressionSyntax
                    or SwitchExpressionArmSyntax
                    or BinaryExpressionSyntax
            )
                if (node.Parent is not BinaryExpressionSyntax binary || !IsOperator(binary, node))
                    return false;
            node = node.Parent;
        }

        if (node is GlobalStatementSyntax)
            return true;
        var container = node?.Parent is GlobalStatementSyntax global ? global.Parent : node?.Parent;
        return container is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax
            && container.Span.Contains(reference.Span);
    }

    // Both operands of + are evaluated, the right one of && and ?? only sometimes.
    private static bool IsOperator(BinaryExpressionSyntax binary, SyntaxNode operand) =>
        operand == binary.Left || binary.OperatorToken.ValueText is not ("&&" or "||" or "??");

    private sealed record Place(IOperation? Value, SyntaxNode Syntax, bool Keeps);
}
