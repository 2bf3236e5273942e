using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Follows an expression back to the texts it can have: constants, concatenation, interpolation, locals, fields, properties,
/// both sides of ?: and ??, and the calls that only wrap a text. What it cannot show it leaves out.
/// </summary>
internal static class StringValueTracker
{
    // Deep and wide enough for any code people write by hand. The budget bounds one question whatever the code: locals assigned from each other would otherwise be followed without end.
    private const int MaxDepth = 12;
    private const int MaxValues = 8;
    private const int MaxSteps = 400;

    /// <summary>The operations that can be a text known by its shape.</summary>
    public static OperationKind[] Kinds { get; } =
        { OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Binary };

    /// <summary>The texts of an expression, most of the time none or one.</summary>
    public static IEnumerable<StringValue> Of(IOperation? operation) =>
        Of(operation, MaxDepth, new Budget()).Take(MaxValues);

    /// <summary>Whether an operation can be a text known by its shape: not a short literal, no sum of numbers, not a part of a greater text that will be looked at as a whole.</summary>
    public static bool IsWorthALook(IOperation operation) =>
        operation switch
        {
            ILiteralOperation literal => literal.ConstantValue is { HasValue: true, Value: string { Length: >= 12 } }
                && !IsPart(operation),
            IBinaryOperation => IsConcatenation(operation) && !IsPart(operation),
            _ => !IsPart(operation),
        };

    /// <summary>The expression that a property is known by: its initializer or what its getter gives. Null where the getter has statements.</summary>
    public static ExpressionSyntax? Shown(PropertyDeclarationSyntax property) =>
        property.Initializer?.Value
        ?? property.ExpressionBody?.Expression
        ?? property
            .AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration))
            ?.ExpressionBody?.Expression;

    /// <summary>Whether a call may make one text of several.</summary>
    public static bool Joins(InvocationExpressionSyntax call) =>
        call.Expression
            is not (
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Concat" or "Format") }
                or IdentifierNameSyntax { Identifier.ValueText: not ("Concat" or "Format") }
            );

    private static bool IsPart(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent is IInterpolationOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation
            || IsConcatenation(parent);
    }

    private static IEnumerable<StringValue> Of(IOperation? operation, int depth, Budget budget)
    {
        if (operation is null || depth == 0 || !budget.Spend())
            return Enumerable.Empty<StringValue>();
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsConst: true } constant } reference
                when constant.ConstantValue is string text:
                return One(text, Declared(constant)?.Value ?? reference.Syntax);
            case ILocalReferenceOperation { Local: { IsConst: true } local } reference
                when local.ConstantValue is string text:
                return One(text, Declared(local)?.Value ?? reference.Syntax);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } }:
                return One(text, operation.Syntax);
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth - 1, budget);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth - 1, budget);
            case IInterpolatedStringOperation interpolated:
                return Joined(interpolated.Parts.Select(OperationFacts.ContentOf), depth, budget, interpolated.Syntax);
            case IBinaryOperation binary when IsConcatenation(binary):
                return Joined(Operands(binary), depth, budget, binary.Syntax);
            case IConditionalOperation conditional:
                return Of(conditional.WhenTrue, depth - 1, budget).Concat(Of(conditional.WhenFalse, depth - 1, budget));
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth - 1, budget).Concat(Of(coalesce.WhenNull, depth - 1, budget));
            case ILocalReferenceOperation local:
                return LocalUses.Of(local).ValuesOf(local.Local).SelectMany(value => OfValue(value, depth, budget));
            case IFieldReferenceOperation field:
                return Syntactic(Declared(field.Field)?.Value);
            case IPropertyReferenceOperation property:
                return Syntactic(Shown(property.Property));
            case IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder", Arguments: { Length: > 0 } arguments }:
                return Of(arguments[0].Value, depth - 1, budget);
            case IInvocationOperation invocation:
                return OfCall(invocation, depth, budget);
            default:
                return operation.ConstantValue is { HasValue: true, Value: string value }
                    ? One(value, operation.Syntax)
                    : Enumerable.Empty<StringValue>();
        }
    }

    // A value that is made from the local itself is made from the others that the local has: uri = "https://" + uri.
    private static IEnumerable<StringValue> OfValue(IOperation value, int depth, Budget budget)
    {
        if (!budget.Enter(value))
            return Enumerable.Empty<StringValue>();
        var texts = Of(value, depth - 1, budget).ToList();
        budget.Leave(value);
        return texts;
    }

    private static IEnumerable<StringValue> OfCall(IInvocationOperation call, int depth, Budget budget) =>
        call.TargetMethod.Name switch
        {
            "Trim" or "TrimEnd" or "TrimStart" or "ToString" or "ToCharArray" or "AsSpan" or "ToLowerInvariant" => Of(
                call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                depth - 1,
                budget
            ),
            "GetBytes" or "FromBase64String" when call.Arguments.Length > 0 => Of(
                call.Arguments[0].Value,
                depth - 1,
                budget
            ),
            "Concat"
                when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
                    && call.Arguments.All(a => a.ArgumentKind == ArgumentKind.Explicit) => Joined(
                call.Arguments.Select(a => a.Value),
                depth,
                budget,
                call.Syntax
            ),
            "Format" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String => Of(
                    call.Arguments[0].Value,
                    depth - 1,
                    budget
                )
                .Select(v =>
                    v with
                    {
                        Text = System.Text.RegularExpressions.Regex.Replace(
                            v.Text,
                            @"\{\d+[^}]*\}",
                            StringValue.Hole.ToString()
                        ),
                    }
                ),
            _ => Enumerable.Empty<StringValue>(),
        };

    private static IEnumerable<StringValue> Joined(
        IEnumerable<IOperation?> parts,
        int depth,
        Budget budget,
        SyntaxNode whole
    )
    {
        var text = new System.Text.StringBuilder();
        SyntaxNode? origin = null;
        foreach (var part in parts)
        {
            var value = Of(part, depth - 1, budget).FirstOrDefault();
            if (value is not null)
                origin ??= value.Origin;
            text.Append(value?.Text ?? StringValue.Hole.ToString());
        }

        // A text of several parts is shown as a whole, unless its only known part stands elsewhere.
        return origin is null ? Enumerable.Empty<StringValue>() : One(text.ToString(), whole);
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
        operation
            is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private static EqualsValueClauseSyntax? Declared(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            _ => null,
        };

    private static ExpressionSyntax? Shown(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax declaration
            ? Shown(declaration)
            : null;

    // Fields and properties may be declared in another tree: their text is read from the syntax, which needs no semantic model.
    private static IEnumerable<StringValue> Syntactic(ExpressionSyntax? expression) =>
        expression switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => One(text, expression),
            InterpolatedStringExpressionSyntax interpolated => One(
                string.Concat(
                    interpolated.Contents.Select(c =>
                        c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : StringValue.Hole.ToString()
                    )
                ),
                expression
            ),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                when Syntactic(sum.Left).FirstOrDefault() is { } left => One(
                left.Text + (Syntactic(sum.Right).FirstOrDefault()?.Text ?? StringValue.Hole.ToString()),
                expression
            ),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Syntactic(coalesce.Left)
                .Concat(Syntactic(coalesce.Right)),
            ParenthesizedExpressionSyntax parenthesized => Syntactic(parenthesized.Expression),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Syntactic(
                arguments[0].Expression
            ),
            _ => Enumerable.Empty<StringValue>(),
        };

    private static IEnumerable<StringValue> One(string text, SyntaxNode origin)
    {
        yield return new StringValue(text, origin);
    }

    private sealed class Budget
    {
        private HashSet<IOperation>? _open;
        private int _left = MaxSteps;

        public bool Spend() => _left-- > 0;

        public bool Enter(IOperation value) => (_open ??= new HashSet<IOperation>()).Add(value);

        public void Leave(IOperation value) => _open?.Remove(value);
    }
}
