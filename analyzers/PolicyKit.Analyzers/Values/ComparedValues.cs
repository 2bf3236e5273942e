using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Values that something with a name is compared with: ==, Equals, is, switch.</summary>
internal static class ComparedValues
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal)
    {
        "Equals",
        "SequenceEqual",
        "FixedTimeEquals",
        "Compare",
        "CompareOrdinal",
        "CompareTo",
    };

    // Calls that compare something else than what they are given, but of which it is made.
    private static readonly HashSet<string> Wrapping = new(StringComparer.Ordinal)
    {
        "Trim",
        "ToString",
        "AsSpan",
        "GetBytes",
        "ToArray",
        "ToCharArray",
        "ToLower",
        "ToUpper",
        "ToLowerInvariant",
        "ToUpperInvariant",
    };

    /// <summary>What an operation compares, each side by the name of the other.</summary>
    public static IEnumerable<NamedValue> Of(IOperation operation) =>
        operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                Both(comparison.LeftOperand, comparison.RightOperand),
            IInvocationOperation call when Comparisons.Contains(call.TargetMethod.Name) => OfCall(call),
            IIsPatternOperation { Value: ITupleOperation tuple, Pattern: var pattern } => InTuple(tuple, pattern),
            IIsPatternOperation { Value: var value, Pattern: var pattern } => Each(value, ConstantsOf(pattern)),
            IPropertySubpatternOperation { Member: var member, Pattern: var pattern } => Each(
                member,
                ConstantsOf(pattern)
            ),
            ISwitchOperation choice => Each(
                choice.Value,
                choice.Cases.SelectMany(c => c.Clauses).SelectMany(ConstantsOf)
            ),
            ISwitchExpressionOperation { Value: ITupleOperation tuple } choice => choice.Arms.SelectMany(arm =>
                InTuple(tuple, arm.Pattern)
            ),
            ISwitchExpressionOperation choice => Each(
                choice.Value,
                choice.Arms.SelectMany(arm => ConstantsOf(arm.Pattern))
            ),
            _ => Enumerable.Empty<NamedValue>(),
        };

    // (id, password) is ("admin", "…")
    private static IEnumerable<NamedValue> InTuple(ITupleOperation tuple, IOperation pattern) =>
        pattern is IRecursivePatternOperation { DeconstructionSubpatterns: var parts }
        && parts.Length == tuple.Elements.Length
            ? tuple.Elements.SelectMany((element, i) => Each(element, ConstantsOf(parts[i])))
            : Enumerable.Empty<NamedValue>();

    private static IEnumerable<NamedValue> OfCall(IInvocationOperation call)
    {
        var operands = call.Arguments.Select(a => a.Value).ToList();
        if (call.Instance is { } instance && call.TargetMethod.Name is "Equals" or "CompareTo" or "SequenceEqual")
            operands.Insert(0, call.Instance!);
        return operands.Count >= 2 && operands[0] is not null
            ? Both(operands[0], operands[1])
            : Enumerable.Empty<NamedValue>();
    }

    private static IEnumerable<NamedValue> Both(IOperation left, IOperation right) =>
        NamedValueCollector.MayBeText(left) || NamedValueCollector.MayBeText(right)
            ? Each(left, new[] { right }).Concat(Each(right, new[] { left }))
            : Enumerable.Empty<NamedValue>();

    private static IEnumerable<NamedValue> Each(IOperation compared, IEnumerable<IOperation> values) =>
        NamedOf(ControlOf(Unwrapped(compared))) is { } named
            ? values.Select(v => named with { Value = v, IsComparison = true })
            : Enumerable.Empty<NamedValue>();

    // What GetToken() gives bears its name.
    private static NamedValue? NamedOf(IOperation compared) =>
        compared is IInvocationOperation { TargetMethod: { Name: { Length: > 3 } name } method } call
        && name.StartsWith("Get", StringComparison.Ordinal)
        && !Namespaces.IsFramework(method.ContainingType)
            ? new NamedValue(name.Substring(3), method, call)
            : NamedValueCollector.Named(compared);

    // txtPassword.Text says under the name of the control what was typed into it.
    private static IOperation ControlOf(IOperation operation) =>
        operation
            is IPropertyReferenceOperation
            {
                Property: { Name: "Text" or "Value", Type.SpecialType: SpecialType.System_String } property,
                Instance: IMemberReferenceOperation { Member.ContainingType.Locations: var places } control
            }
        && places.Any(l => l.IsInSource)
        && property.Locations.All(l => !l.IsInSource)
            ? control
            : operation;

    private static IOperation Unwrapped(IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IInvocationOperation call
                    when Wrapping.Contains(call.TargetMethod.Name)
                        && (call.TargetMethod.Name == "GetBytes" ? null : call.Instance) is var instance
                        && (instance ?? call.Arguments.FirstOrDefault()?.Value) is { } inner:
                    operation = inner;
                    break;
                default:
                    return operation;
            }
    }

    private static IEnumerable<IOperation> ConstantsOf(IOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value: var value } => new[] { value },
            IBinaryPatternOperation both => ConstantsOf(both.LeftPattern).Concat(ConstantsOf(both.RightPattern)),
            INegatedPatternOperation not => ConstantsOf(not.Pattern),
            ISingleValueCaseClauseOperation { Value: var value } => new[] { value },
            IPatternCaseClauseOperation { Pattern: var inner } => ConstantsOf(inner),
            _ => Enumerable.Empty<IOperation>(),
        };
}
