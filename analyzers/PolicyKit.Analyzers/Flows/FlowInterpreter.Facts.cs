using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>What a condition can say of a value that it looks at.</summary>
internal sealed partial class FlowInterpreter
{
    private IReadOnlyList<FlowFact> Facts(IOperation operation, SinkSet sinks)
    {
        if (sinks == SinkSet.None || Checked(ref operation, ref sinks) is false)
            return NoFacts;
        var place = operation;
        return Quietly(operation)
            .Labels.Where(l => l.Kind != FlowLabelKind.Classified)
            .Select(l => new FlowFact(place, l, sinks))
            .ToList();
    }

    // What a condition looks at must be the whole value, or its host; a part of it says nothing.
    private static bool Checked(ref IOperation operation, ref SinkSet sinks)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation inner:
                    operation = inner.Operand;
                    break;
                case ICoalesceOperation { WhenNull.ConstantValue.HasValue: true } coalesce:
                    operation = coalesce.Value;
                    break;
                case IConditionalAccessOperation access:
                    if (!IsWholeOrHost(access.WhenNotNull, ref sinks))
                        return false;
                    operation = access.Operation;
                    break;
                case IInvocationOperation
                or IPropertyReferenceOperation { Instance: not null } when IsWholeOrHost(operation, ref sinks):
                    operation = operation switch
                    {
                        IInvocationOperation { Instance: { } instance } => instance,
                        IInvocationOperation call => call.Arguments[0].Value,
                        _ => ((IPropertyReferenceOperation)operation).Instance!,
                    };
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation:
                    return sinks != SinkSet.None;
                default:
                    return false;
            }
    }

    private static bool IsWholeOrHost(IOperation operation, ref SinkSet sinks)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { } method } call
                when (call.Instance is not null || call.Arguments.Length > 0)
                    && method.Name
                        is "Trim"
                            or "TrimEnd"
                            or "TrimStart"
                            or "ToLower"
                            or "ToLowerInvariant"
                            or "ToUpper"
                            or "ToUpperInvariant"
                            or "ToString"
                            or "Normalize"
                            or "GetFullPath":
                return Namespaces.IsFramework(method.ContainingType);
            case IPropertyReferenceOperation { Property: { } property }
                when property.Name is "Host" or "DnsSafeHost" or "IdnHost" or "Authority"
                    && Namespaces.IsFramework(property.ContainingType):
                sinks = sinks.InBoth(SinkSet.Addresses);
                return true;
            default:
                return false;
        }
    }
}
