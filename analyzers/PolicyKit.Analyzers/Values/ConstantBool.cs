using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Switches that the source shows: constants, members and locals that are set once.</summary>
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
            IFieldReferenceOperation { Field: var field } => OfMember(field, operation),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } => OfMember(property, operation),
            _ => null,
        };

    // A member that keeps the one literal that it is given.
    private static bool? OfMember(ISymbol member, IOperation reference)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation)
            return null;
        var bodies = SourceBodies.Of(compilation);
        return
            bodies.Keeps(member)
            && bodies.GivenBy(member) is { Count: 1 } given
            && given[0] is LiteralExpressionSyntax { Token.Value: bool value }
            ? value
            : null;
    }
}
