using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>How a predictable value goes through an expression to what is made of it.</summary>
internal static class ValueRoads
{
    /// <summary>
    /// What only decides is no part of what is made: if (random.Next() &lt; limit), switch (random.Next(3)).
    /// </summary>
    public static bool IsOnlyDecided(IOperation operation, IOperation child) =>
        operation switch
        {
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan
                    or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.GreaterThan
                    or BinaryOperatorKind.GreaterThanOrEqual
                    or BinaryOperatorKind.Equals
                    or BinaryOperatorKind.NotEquals
            }
            or IIsPatternOperation => true,
            ISwitchOperation choice => child == choice.Value,
            ISwitchExpressionOperation choice => child == choice.Value,
            _ => false,
        };

    /// <summary>
    /// What leaves a value the only thing that the result is made of, besides texts that are written.
    /// </summary>
    public static bool IsTransparent(IOperation operation, IOperation child) =>
        operation switch
        {
            IInvocationOperation call => call.Instance == child
                ? call.TargetMethod.Name
                    is "ToString"
                        or "Substring"
                        or "Replace"
                        or "ToByteArray"
                        or "ToUpper"
                        or "ToLower"
                        or "ToUnixTimeSeconds"
                        or "ToUnixTimeMilliseconds"
                        or "Trim"
                        or "ToArray"
                        or "ToUpperInvariant"
                        or "ToLowerInvariant"
                        or "ToBinary"
                        or "ToFileTime"
                        or "Split"
                        or "GetHashCode"
                : call.TargetMethod.Name
                    is "GetBytes"
                        or "ToBase64String"
                        or "ToHexString"
                        or "ComputeHash"
                        or "HashData"
                        or "Concat"
                        or "Format"
                        or "ToString"
                        or "Encode"
                        or "UrlEncode",
            IPropertyReferenceOperation property => property.Instance == child
                && property.Property.Name is "Ticks" or "Millisecond",
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => (
                child == sum.LeftOperand ? sum.RightOperand : sum.LeftOperand
            )
                is var other
                && other.ConstantValue.HasValue,
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Count() == 1,
            IConversionOperation
            or IParenthesizedOperation
            or IArgumentOperation
            or IInterpolationOperation
            or IVariableInitializerOperation
            or IVariableDeclaratorOperation
            or ISimpleAssignmentOperation
            or IFieldInitializerOperation
            or IPropertyInitializerOperation
            or IArrayElementReferenceOperation
            or IRangeOperation
            or IImplicitIndexerReferenceOperation
            or ITupleOperation
            or IReturnOperation => true,
            IBlockOperation or IExpressionStatementOperation or IMethodBodyOperation or IConstructorBodyOperation =>
                true,
            _ => false,
        };

    /// <summary>
    /// A seed, an index or a delay is a number of its own; a text or bytes may be what the method gives back.
    /// </summary>
    public static bool Builds(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type is IArrayTypeSymbol;

    /// <summary>
    /// Whether a call makes a text or bytes of what it is given: Moji.Substring(i, 1), GetString(bytes). What the
    /// program's own methods do with a number is theirs to say.
    /// </summary>
    public static bool Makes(IInvocationOperation call) =>
        Namespaces.IsFramework(call.TargetMethod.ContainingType)
        && (Builds(call.Type!) || call.TargetMethod.Name is "ElementAt" or "Abs" or "Floor" or "ToInt32");

    /// <summary>What is given a value, or part of one.</summary>
    public static ISymbol? TargetOf(IOperation operation) =>
        Root(operation) switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    /// <summary>The variable that an expression names, whole or in part.</summary>
    public static IOperation? Root(IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IArrayElementReferenceOperation element:
                    operation = element.ArrayReference;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" } span
                    when (span.Instance ?? span.Arguments.FirstOrDefault()?.Value) is { } inner:
                    operation = inner;
                    break;
                default:
                    return operation;
            }
    }
}
