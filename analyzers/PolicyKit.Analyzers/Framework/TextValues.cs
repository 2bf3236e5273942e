using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Framework;

/// <summary>
/// Follows an expression back to the texts it can have: constants, concatenation, interpolation, locals, fields, properties,
/// both sides of ?: and ??, and the calls that only wrap a text. What it cannot show it leaves out.
/// </summary>
internal static class TextValues
{
    // Deep enough for any code people write by hand; a bound keeps generated code linear.
    private const int MaxDepth = 12;
    private const int MaxValues = 8;

    private static readonly ConditionalWeakTable<IOperation, Dictionary<ILocalSymbol, List<IOperation>>> Locals = new();

    /// <summary>The texts of an expression, most of the time none or one.</summary>
    public static IEnumerable<TextValue> Of(IOperation? operation) => Of(operation, MaxDepth).Take(MaxValues);

    /// <summary>Whether an operation is a part of a greater text expression that will be looked at as a whole.</summary>
    public static bool IsPart(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation) parent = parent.Parent;
        return parent is IInterpolationOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation || IsConcatenation(parent);
    }

    private static IEnumerable<TextValue> Of(IOperation? operation, int depth)
    {
        if (operation is null || depth == 0) return Enumerable.Empty<TextValue>();
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsConst: true } constant } reference when constant.ConstantValue is string text:
                return One(text, Declared(constant)?.Value ?? reference.Syntax);
            case ILocalReferenceOperation { Local: { IsConst: true } local } reference when local.ConstantValue is string text:
                return One(text, Declared(local)?.Value ?? reference.Syntax);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } }:
                return One(text, operation.Syntax);
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth - 1);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth - 1);
            case IInterpolatedStringOperation interpolated:
                return Joined(interpolated.Parts.Select(part => part is IInterpolationOperation hole ? hole.Expression : ((IInterpolatedStringTextOperation)part).Text), depth, interpolated.Syntax);
            case IBinaryOperation binary when IsConcatenation(binary):
                return Joined(Operands(binary), depth, binary.Syntax);
            case IConditionalOperation conditional:
                return Of(conditional.WhenTrue, depth - 1).Concat(Of(conditional.WhenFalse, depth - 1));
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth - 1).Concat(Of(coalesce.WhenNull, depth - 1));
            case ILocalReferenceOperation local:
                return Assigned(local).SelectMany(value => Of(value, depth - 1));
            case IFieldReferenceOperation field:
                return Syntactic(Declared(field.Field)?.Value);
            case IPropertyReferenceOperation property:
                return Syntactic(Declared(property.Property)?.Value ?? Expression(property.Property));
            case IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder", Arguments: { Length: > 0 } arguments }:
                return Of(arguments[0].Value, depth - 1);
            case IInvocationOperation invocation:
                return OfCall(invocation, depth);
            default:
                return operation.ConstantValue is { HasValue: true, Value: string value } ? One(value, operation.Syntax) : Enumerable.Empty<TextValue>();
        }
    }

    private static IEnumerable<TextValue> OfCall(IInvocationOperation call, int depth) => call.TargetMethod.Name switch
    {
        "Trim" or "TrimEnd" or "TrimStart" or "ToString" or "ToCharArray" or "AsSpan" or "ToLowerInvariant" => Of(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, depth - 1),
        "GetBytes" or "FromBase64String" when call.Arguments.Length > 0 => Of(call.Arguments[0].Value, depth - 1),
        "Concat" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && call.Arguments.All(a => a.ArgumentKind == ArgumentKind.Explicit) =>
            Joined(call.Arguments.Select(a => a.Value), depth, call.Syntax),
        "Format" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String => Of(call.Arguments[0].Value, depth - 1)
            .Select(v => v with { Text = System.Text.RegularExpressions.Regex.Replace(v.Text, @"\{\d+[^}]*\}", TextValue.Hole.ToString()) }),
        _ => Enumerable.Empty<TextValue>(),
    };

    private static IEnumerable<TextValue> Joined(IEnumerable<IOperation> parts, int depth, SyntaxNode whole)
    {
        var text = new System.Text.StringBuilder();
        SyntaxNode? origin = null;
        foreach (var part in parts)
        {
            var value = Of(part, depth - 1).FirstOrDefault();
            if (value is not null) origin ??= value.Origin;
            text.Append(value?.Text ?? TextValue.Hole.ToString());
        }

        // A text of several parts is shown as a whole, unless its only known part stands elsewhere.
        return origin is null ? Enumerable.Empty<TextValue>() : One(text.ToString(), whole);
    }

    private static IEnumerable<IOperation> Operands(IBinaryOperation binary)
    {
        // Iterative: a chain of thousands of + is deep on its left side.
        var right = new Stack<IOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && IsConcatenation(sum))
        {
            right.Push(sum.RightOperand);
            left = sum.LeftOperand;
        }

        right.Push(left);
        return right;
    }

    private static bool IsConcatenation(IOperation? operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private static IEnumerable<IOperation> Assigned(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent) root = parent;
        var locals = Locals.GetValue(root, static r =>
        {
            var found = new Dictionary<ILocalSymbol, List<IOperation>>(SymbolEqualityComparer.Default);
            foreach (var operation in r.Descendants())
            {
                var (local, value) = operation switch
                {
                    IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                    ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment => (target.Local, assignment.Value),
                    _ => (null, null),
                };
                if (local is null || value is null) continue;
                if (!found.TryGetValue(local, out var values)) found.Add(local, values = new List<IOperation>());
                values.Add(value);
            }

            return found;
        });
        return locals.TryGetValue(reference.Local, out var all) ? all : Enumerable.Empty<IOperation>();
    }

    private static EqualsValueClauseSyntax? Declared(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    private static ExpressionSyntax? Expression(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax declaration
            ? declaration.ExpressionBody?.Expression ?? declaration.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration))?.ExpressionBody?.Expression
            : null;

    // Fields and properties may be declared in another tree: their text is read from the syntax, which needs no semantic model.
    private static IEnumerable<TextValue> Syntactic(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => One(text, expression),
        InterpolatedStringExpressionSyntax interpolated => One(string.Concat(interpolated.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : TextValue.Hole.ToString())), expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when Syntactic(sum.Left).FirstOrDefault() is { } left =>
            One(left.Text + (Syntactic(sum.Right).FirstOrDefault()?.Text ?? TextValue.Hole.ToString()), expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Syntactic(coalesce.Left).Concat(Syntactic(coalesce.Right)),
        ParenthesizedExpressionSyntax parenthesized => Syntactic(parenthesized.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Syntactic(arguments[0].Expression),
        _ => Enumerable.Empty<TextValue>(),
    };

    private static IEnumerable<TextValue> One(string text, SyntaxNode origin)
    {
        yield return new TextValue(text, origin);
    }
}
