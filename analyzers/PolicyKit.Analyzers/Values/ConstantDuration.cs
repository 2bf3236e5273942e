using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Lengths of time that the source shows.</summary>
internal static class ConstantDuration
{
    // No setting of a year or more is told apart from another.
    private const double Longest = 36_500;

    private const int MaxDepth = 8;

    /// <summary>The length; null when the source does not show it.</summary>
    public static TimeSpan? Of(IOperation? operation) => Of(operation, MaxDepth);

    private static TimeSpan? Of(IOperation? operation, int depth)
    {
        switch (depth == 0 ? null : operation)
        {
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth - 1);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth - 1);
            case IInvocationOperation
            {
                TargetMethod: { ContainingType: { Name: "TimeSpan", IsFramework: true }, Name: { } unit }
            } call when call.Arguments.Length > 0 && unit.StartsWith("From", StringComparison.Ordinal):
                return
                    call.Arguments.Skip(1).All(a => Number(a.Value) == 0)
                    && Number(call.Arguments[0].Value) is { } count
                    ? Units(unit.Substring(4), count)
                    : null;
            case IFieldReferenceOperation
            {
                Field: { ContainingType: { Name: "TimeSpan", IsFramework: true }, Name: "MaxValue" }
            }:
                return TimeSpan.FromDays(Longest);
            case IFieldReferenceOperation
            {
                Field: { ContainingType: { Name: "TimeSpan", IsFramework: true }, Name: "Zero" }
            }:
                return TimeSpan.Zero;
            case IObjectCreationOperation
            {
                Type: { Name: "TimeSpan", IsFramework: true },
                Arguments: { Length: >= 3 } arguments
            }:
                var numbers = arguments.Select(a => Number(a.Value)).ToList();
                if (numbers.Contains(null))
                    return null;
                var days = numbers.Count > 3 ? numbers[0]!.Value : 0;
                var at = numbers.Count > 3 ? 1 : 0;
                return Units(
                    "Seconds",
                    (((((days * 24) + numbers[at]!.Value) * 60) + numbers[at + 1]!.Value) * 60) + numbers[at + 2]!.Value
                );
            case ILocalReferenceOperation local:
                return Of(LocalUses.Of(local).OriginOf(local), depth - 1);
            case IFieldReferenceOperation { Field: { } field }:
                return OfMember(field, operation!, depth);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property }:
                return OfMember(property, operation!, depth);
            default:
                return null;
        }
    }

    // A member that keeps the one length that it is given.
    private static TimeSpan? OfMember(ISymbol member, IOperation reference, int depth)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation)
            return null;
        var bodies = SourceBodies.Of(compilation);
        return bodies.Keeps(member) && bodies.GivenBy(member) is { Count: 1 } given
            ? Of(bodies.Bind(given[0]), depth - 1)
            : null;
    }

    /// <summary>
    /// How long after now an instant is: DateTime.UtcNow.AddDays(7); null when the source does not show it.
    /// </summary>
    public static TimeSpan? FromNow(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => FromNow(conversion.Operand),
            IPropertyReferenceOperation
            {
                Property.Name: "UtcDateTime" or "DateTime" or "LocalDateTime",
                Instance: { } instance
            } => FromNow(instance),
            IInvocationOperation { TargetMethod.Name: "ToUniversalTime" or "ToLocalTime", Instance: { } instance } =>
                FromNow(instance),
            IInvocationOperation
            {
                TargetMethod:
                { Name: { } name, ContainingType: { Name: "DateTime" or "DateTimeOffset", IsFramework: true } },
                Instance: { } instance,
                Arguments: { Length: 1 } arguments
            } when name.StartsWith("Add", StringComparison.Ordinal) && IsNow(instance) => name == "Add"
                ? Of(arguments[0].Value)
            : Number(arguments[0].Value) is { } count ? Units(name.Substring(3), count)
            : null,
            IParenthesizedOperation parenthesized => FromNow(parenthesized.Operand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsNow(sum.LeftOperand) => Of(
                sum.RightOperand
            ),
            ILocalReferenceOperation local => FromNow(LocalUses.Of(local).OriginOf(local)),
            _ => null,
        };

    /// <summary>A length in whole minutes.</summary>
    public static string InMinutes(TimeSpan span) =>
        Math.Round(span.TotalMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNow(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => IsNow(conversion.Operand),
            IPropertyReferenceOperation { Property.Name: "Now" or "UtcNow" or "Today" } => true,
            IPropertyReferenceOperation
            {
                Property.Name: "UtcDateTime" or "DateTime" or "LocalDateTime",
                Instance: { } instance
            } => IsNow(instance),
            IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" } => true,
            ILocalReferenceOperation local => IsNow(LocalUses.Of(local).OriginOf(local)),
            _ => false,
        };

    private static double? Number(IOperation operation) =>
        operation switch
        {
            { ConstantValue: { HasValue: true, Value: int i } } => i,
            { ConstantValue: { HasValue: true, Value: long l } } => l,
            { ConstantValue: { HasValue: true, Value: double d } } => d,
            IConversionOperation conversion => Number(conversion.Operand),
            _ => ConstantInt.Of(operation),
        };

    private static TimeSpan? Units(string unit, double count)
    {
        double? days = unit switch
        {
            "Years" => count * 365,
            "Months" => count * 30,
            "Days" => count,
            "Hours" => count / 24,
            "Minutes" => count / 24 / 60,
            "Seconds" => count / 24 / 3600,
            "Milliseconds" => count / 24 / 3600 / 1000,
            _ => null,
        };
        return days is null || double.IsNaN(days.Value)
            ? null
            : TimeSpan.FromSeconds(Math.Round(Math.Min(Longest, Math.Max(-Longest, days.Value)) * 86400));
    }
}
