using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Whole numbers that the source shows: constants, read-only fields and locals that are set once.</summary>
internal static class ConstantInt
{
    /// <summary>The number; null when the source does not show it.</summary>
    public static int? Of(IOperation? operation) =>
        operation switch
        {
            { ConstantValue: { HasValue: true, Value: int number } } => number,
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            ILocalReferenceOperation local => Of(LocalUses.Of(local).OriginOf(local)),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field }
                when field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                    is VariableDeclaratorSyntax
                    {
                        Initializer.Value: LiteralExpressionSyntax { Token.Value: int number }
                    } => number,
            _ => null,
        };
}
