using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// One question about one expression: which texts can it have? Its budget bounds it whatever the code.
/// </summary>
internal sealed class ValueReader
{
    // Deep and wide enough for any code people write by hand.
    private const int MaxDepth = 16;
    private const int MaxSteps = 400;
    private const int MaxCombinations = StringValueTracker.MaxValues;

    private readonly HashSet<object> _open = new();
    private readonly Dictionary<ISymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);
    private int _left = MaxSteps;

    public IReadOnlyList<StringValue> Read(IOperation operation) => Of(operation, MaxDepth).ToList();

    /// <summary>The texts of an expression at some depth of the question.</summary>
    public IEnumerable<StringValue> Of(IOperation? operation, int depth)
    {
        if (operation is null || depth <= 0 || _left-- <= 0)
            return Enumerable.Empty<StringValue>();
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsConst: true } constant } reference:
                return constant.ConstantValue is string text ? One(text, OriginOf(constant, reference)) : None;
            case ILocalReferenceOperation { Local: { IsConst: true } local } reference:
                return local.ConstantValue is string value ? One(value, OriginOf(local, reference)) : None;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: var written } }:
                return written switch
                {
                    string letters => One(letters, operation.Syntax),
                    char letter => One(letter.ToString(), operation.Syntax),
                    _ => None,
                };
            case IUtf8StringOperation utf8:
                return One(utf8.Value, utf8.Syntax);
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth - 1);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth - 1);
            case IAwaitOperation awaited:
                return Of(awaited.Operation, depth - 1);
            case IInterpolatedStringOperation interpolated:
                return Joined(interpolated.Parts.Select(OperationFacts.ContentOf), depth, interpolated.Syntax);
            case IBinaryOperation binary when JoinedText.IsConcatenation(binary):
                return Joined(JoinedText.Operands(binary), depth, binary.Syntax);
            case IConditionalOperation conditional:
                return Of(conditional.WhenTrue, depth - 1).Concat(Of(conditional.WhenFalse, depth - 1));
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth - 1).Concat(Of(coalesce.WhenNull, depth - 1));
            case ISwitchExpressionOperation choice:
                return choice.Arms.SelectMany(arm => Of(arm.Value, depth - 1));
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, depth - 1);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, depth - 1);
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return OfVariable(operation, depth);
            case IFieldReferenceOperation field:
                return OfMember(field.Field, field, depth);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return OfMember(property.Property, property, depth);
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference, depth - 1);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance }
                when instance.Type?.SpecialType == SpecialType.System_String:
                return Of(instance, depth - 1);
            case IArrayCreationOperation { Initializer: { } initializer } array:
                return OfArray(array, initializer, depth);
            case IObjectCreationOperation creation:
                return OfCreation(creation, depth);
            case IInvocationOperation invocation:
                return CallValues.Of(invocation, depth, this) ?? OfMethod(invocation, depth);
            default:
                return operation.ConstantValue is { HasValue: true, Value: string other }
                    ? One(other, operation.Syntax)
                    : None;
        }
    }

    private static IEnumerable<StringValue> None => Enumerable.Empty<StringValue>();

    /// <summary>
    /// Texts put together from others, in every way that these can be; what is not known of them is a hole.
    /// </summary>
    public IEnumerable<StringValue> Joined(
        IEnumerable<IOperation?> parts,
        int depth,
        SyntaxNode whole,
        string separator = ""
    )
    {
        var texts = new List<string> { "" };
        var known = new List<SyntaxNode>();
        IReadOnlyList<StringValue> begin = Array.Empty<StringValue>();
        var isFirst = true;
        foreach (var part in parts)
        {
            var values = Of(part, depth - 1).Take(MaxCombinations).ToList();
            if (values.Count > 0)
                known.Add(values[0].Origin);
            if (isFirst)
                begin = values;
            var written = values.Select(v => v.Text).DefaultIfEmpty(StringValue.Hole.ToString()).Distinct().ToList();
            var before = isFirst ? "" : separator;
            texts = texts
                .SelectMany(_ => written, (text, value) => text + before + value)
                .Take(MaxCombinations)
                .ToList();
            isFirst = false;
        }

        if (known.Count == 0)
            return None;
        // A text of several parts is shown as a whole, unless its only known part stands elsewhere: address + path
        // begins with the address, which is a text of its own.
        if (known.Count > 1 || Holds(whole, known[0]))
            return texts.Select(text => new StringValue(text, whole));
        return texts.Select(text => new StringValue(text, known[0])).Concat(begin);
    }

    private static bool Holds(SyntaxNode whole, SyntaxNode part) =>
        whole.SyntaxTree == part.SyntaxTree && whole.Span.Contains(part.Span);

    private IEnumerable<StringValue> OfVariable(IOperation reference, int depth)
    {
        ISymbol symbol = reference is ILocalReferenceOperation local
            ? local.Local
            : ((IParameterReferenceOperation)reference).Parameter;
        var found = LocalUses
            .Of(reference)
            .ReachingValuesOf(reference)
            .SelectMany(value => OfValue(value, depth))
            .ToList();
        if (found.Count < MaxCombinations && HoldsOthers(reference.Type))
            found.AddRange(CollectionContents.PutInto(reference, symbol).SelectMany(value => OfValue(value, depth)));
        if (symbol is IParameterSymbol parameter && LocalUses.Of(reference).ValuesOf(parameter).Count == 0)
        {
            if (_arguments.TryGetValue(parameter, out var argument))
                found.AddRange(OfValue(argument, depth));
            else if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text })
                found.Add(
                    new StringValue(
                        text,
                        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                            is ParameterSyntax { Default.Value: { } value }
                            ? value
                            : reference.Syntax
                    )
                );
        }

        return found;
    }

    // A value that is made from the variable itself is made from the others that it has: uri = "https://" + uri.
    private IEnumerable<StringValue> OfValue(IOperation? value, int depth)
    {
        if (value is null || !_open.Add(value))
            return None;
        var texts = Of(value, depth - 1).ToList();
        _open.Remove(value);
        return texts;
    }

    private IEnumerable<StringValue> OfMember(ISymbol member, IOperation reference, int depth)
    {
        if (reference.SemanticModel?.Compilation is not { } compilation || !_open.Add(member))
            return None;
        var bodies = SourceBodies.Of(compilation);
        var texts = bodies.GivenBy(member).SelectMany(e => OfExpression(e, bodies, depth - 1)).ToList();
        _open.Remove(member);
        return texts;
    }

    private IEnumerable<StringValue> OfMethod(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (call.SemanticModel?.Compilation is not { } compilation || !_open.Add(method))
            return None;
        var bodies = SourceBodies.Of(compilation);
        var given = bodies.GivenBy(method);
        if (given.Count > 0)
            foreach (var argument in call.Arguments)
                if (argument.Parameter is { } parameter)
                    _arguments[parameter.OriginalDefinition] = argument.Value;
        var texts = given.SelectMany(e => OfExpression(e, bodies, depth - 1)).ToList();
        foreach (var parameter in method.Parameters)
            _arguments.Remove(parameter);
        _open.Remove(method);
        return texts;
    }

    // Most members are literals: these need no model.
    private IEnumerable<StringValue> OfExpression(ExpressionSyntax expression, SourceBodies bodies, int depth) =>
        expression is LiteralExpressionSyntax literal
            ? literal.Token.Value is string text
                ? One(text, literal)
                : None
            : Of(bodies.Bind(expression), depth);

    private IEnumerable<StringValue> OfArray(
        IArrayCreationOperation array,
        IArrayInitializerOperation initializer,
        int depth
    ) =>
        array.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char }
            ? Joined(initializer.ElementValues, depth, array.Syntax)
            : initializer.ElementValues.Take(MaxCombinations).SelectMany(e => Of(e, depth - 1));

    private IEnumerable<StringValue> OfCreation(IObjectCreationOperation creation, int depth) =>
        creation switch
        {
            { Type: { Name: "Uri" or "UriBuilder", IsFramework: true }, Arguments: { Length: > 0 } arguments } => Of(
                arguments[0].Value,
                depth - 1
            ),
            { Type.SpecialType: SpecialType.System_String, Arguments: { Length: > 0 } arguments }
                when arguments[0].Value.Type?.SpecialType != SpecialType.System_Char => Of(
                arguments[0].Value,
                depth - 1
            ),
            _ => None,
        };

    private static bool HoldsOthers(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
        || (
            type is INamedTypeSymbol { IsFramework: true, SpecialType: not SpecialType.System_String } collection
            && collection.AllInterfaces.Any(i => i.Name == "IEnumerable")
        );

    // The declaration of a constant of another program stands in none of the files at hand.
    private static SyntaxNode OriginOf(ISymbol constant, IOperation reference) =>
        constant.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && reference.SemanticModel?.Compilation.ContainsSyntaxTree(value.SyntaxTree) == true
            ? value
            : reference.Syntax;

    private static IEnumerable<StringValue> One(string text, SyntaxNode origin)
    {
        yield return new StringValue(text, origin);
    }
}
