using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>Times of the local clock, without a zone, and whether they end up in the audit trail.</summary>
internal static class LocalClock
{
    private const int MaxDepth = 4;

    /// <summary>
    /// Whether an operation reads the local clock: DateTime.Now, DateTime.Today, UtcNow.ToLocalTime().
    /// </summary>
    public static bool Is(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Now" or "Today", ContainingType: { } type } } =>
                IsDateTime(type),
            IInvocationOperation { TargetMethod: { Name: "ToLocalTime", ContainingType: { } type } } => IsDateTime(
                type
            ),
            _ => false,
        };

    /// <summary>Whether a value becomes part of an entry of the audit trail.</summary>
    public static bool IsRecorded(IOperation value, ISymbol containing, AuditNames names) =>
        Ends(value, containing, names, MaxDepth);

    private static bool Ends(IOperation value, ISymbol containing, AuditNames names, int depth)
    {
        if (depth == 0)
            return false;
        for (
            IOperation child = value, parent = value.Parent!;
            parent is not null;
            child = parent, parent = parent.Parent!
        )
            switch (parent)
            {
                case IConversionOperation
                or IParenthesizedOperation
                or ICoalesceOperation
                or IConditionalAccessOperation:
                case IInterpolationOperation or IInterpolatedStringOperation:
                case IMemberInitializerOperation or IObjectOrCollectionInitializerOperation:
                case IAnonymousObjectCreationOperation:
                case IArrayInitializerOperation or IArrayCreationOperation:
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return names.IsSink(call.TargetMethod)
                        || IsInside(containing, names)
                        || call.Arguments.Any(a => a.Value != child && names.IsRecord(a.Value.Type));
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    return names.IsRecord(creation.Type);
                case IInvocationOperation { TargetMethod.Name: "ToString" } call when call.Instance == child:
                    if (IsRoundTrip(call))
                        return false;
                    continue;
                case IInvocationOperation
                {
                    TargetMethod.Name: "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds"
                }:
                    continue;
                // new { At = DateTime.Now }
                case ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true }
                }:
                    continue;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } set
                    when set.Value == child || IsWithin(set.Value, child):
                    return names.IsRecord(((IMemberReferenceOperation)set.Target).Member.ContainingType);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return LocalUses
                        .Of(value)
                        .ReferencesTo(declarator.Symbol)
                        .Any(r => Ends(r, containing, names, depth - 1));
                case IPropertyInitializerOperation or IFieldInitializerOperation:
                    return names.IsRecord(containing.ContainingType);
                default:
                    return false;
            }

        return false;
    }

    // What an audit sink hands on, it records.
    private static bool IsInside(ISymbol containing, AuditNames names) =>
        containing.ContainingType is { } type && names.IsSinkType(type);

    private static bool IsWithin(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    // "o" writes the offset, too.
    private static bool IsRoundTrip(IInvocationOperation call) =>
        call.Arguments.Any(a =>
            a.Value.ConstantValue is { HasValue: true, Value: string format }
            && (format is "o" or "O" || format.IndexOf('K') >= 0 || format.IndexOf('z') >= 0)
        );

    private static bool IsDateTime(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_DateTime;
}
