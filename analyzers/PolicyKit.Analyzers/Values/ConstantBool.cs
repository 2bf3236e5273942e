using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Switches that the source shows: constants, read-only fields and locals that are set once.</summary>
internal static class ConstantBool
{
    /// <summary>The switch; null when the source does not show it.</summary>
    public static bool? Of(IOperation? operation) =>
        operation switch
        {
            { ConstantValue: { HasValue: true, Value: bool value } } => value,
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
            ILocalReferenceOperation local
                when LocalUses.Of(local).OriginOf(local) is { } origin and not ILocalReferenceOperation => Of(origin),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field }
                when field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                    is VariableDeclaratorSyntax
                    {
                        Initializer.Value: LiteralExpressionSyntax { Token.Value: bool value }
                    } => value,
            _ => null,
        };
}
