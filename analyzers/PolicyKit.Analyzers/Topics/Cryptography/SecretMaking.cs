using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// What a value becomes in the member in which it is made: told by the names of what takes it, and by what takes a
/// secret by its nature.
/// </summary>
internal sealed class SecretMaking(ValueList<string> names)
{
    private const int MaxDepth = 4;

    /// <summary>Whether a name is one of a secret that is made.</summary>
    public bool IsSecret(string name) => IdentifierWords.EndsWithWord(IdentifierWords.WithoutForms(name), names);

    /// <summary>The name of the secret that a value becomes; null when it becomes none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="containing">The member.</param>
    /// <param name="isStrict">Whether the value counts only where nothing but it is put under the name.</param>
    public string? NameOf(IOperation value, ISymbol containing, bool isStrict)
    {
        if (
            value
                is IInvocationOperation
                {
                    TargetMethod.Name: "NextBytes" or "GetItems",
                    Arguments: { Length: > 0 } arguments
                }
            && TargetOf(arguments[arguments.Length - 1].Value) is { } buffer
        )
            return Secret(buffer.Name)
                ?? Secret(containing.Name)
                ?? Onward(arguments[arguments.Length - 1].Value, MaxDepth);
        return Upward(value, containing, isStrict, MaxDepth);
    }

    // The name of what the number becomes: of the variable, member or parameter that takes it, of the buffer that is
    // filled, of the method that gives it back.
    private string? Upward(IOperation value, ISymbol containing, bool isStrict, int depth)
    {
        var returns = false;
        var child = value;
        for (var operation = value.Parent; operation is not null; child = operation, operation = operation.Parent)
        {
            if (IsOnlyDecided(operation, child) || (isStrict && !IsTransparent(operation, child)))
                return null;
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    return Secret(declarator.Symbol.Name)
                        ?? (!isStrict && (returns || Builds(declarator.Symbol.Type)) ? Secret(containing.Name) : null)
                        ?? OnwardOf(declarator.Symbol, operation, depth);
                case ISimpleAssignmentOperation assignment
                    when child == assignment.Value && TargetOf(assignment.Target) is { } target:
                    return Secret(target.Name)
                        ?? (isStrict ? null : Secret(containing.Name))
                        ?? Onward(assignment.Target, depth);
                case ICompoundAssignmentOperation assignment
                    when child == assignment.Value && TargetOf(assignment.Target) is { } target:
                    return Secret(target.Name)
                        ?? (isStrict ? null : Secret(containing.Name))
                        ?? Onward(assignment.Target, depth);
                case IFieldInitializerOperation field:
                    return field.InitializedFields.Select(f => Secret(f.Name)).FirstOrDefault(n => n is not null);
                case IPropertyInitializerOperation property:
                    return property
                        .InitializedProperties.Select(p => Secret(p.Name))
                        .FirstOrDefault(n => n is not null);
                case IArgumentOperation argument when TakerOf(argument) is { } name:
                    return name;
                case IInvocationOperation { Instance: ILocalReferenceOperation local } call
                    when child is IArgumentOperation && call.TargetMethod.Name is "Append" or "Add" or "Insert":
                    return Secret(local.Local.Name)
                        ?? (isStrict ? null : Secret(containing.Name))
                        ?? Onward(local, depth);
                case IInterpolationOperation hole when TextBefore(hole) is { } text && EndsWithSecret(text) is { } name:
                    return name;
                case IReturnOperation:
                    returns = true;
                    break;
            }
        }

        return isStrict && !returns ? null : Secret(containing.Name);
    }

    // What a local that holds the value is used for.
    private string? Onward(IOperation target, int depth) =>
        Root(target) is ILocalReferenceOperation local ? OnwardOf(local.Local, target, depth) : null;

    private string? OnwardOf(ILocalSymbol local, IOperation at, int depth)
    {
        if (depth == 0 || Secret(local.Name) is not null)
            return null;
        foreach (var reference in LocalUses.Of(at).ReferencesTo(local))
        {
            var child = reference;
            for (
                var operation = reference.Parent;
                operation is not null;
                child = operation, operation = operation.Parent
            )
            {
                if (!IsTransparent(operation, child) && operation is not IArgumentOperation)
                    break;
                switch (operation)
                {
                    case IArgumentOperation argument when TakerOf(argument) is { } name:
                        return name;
                    case ISimpleAssignmentOperation assignment
                        when child == assignment.Value && TargetOf(assignment.Target) is { } taker:
                        if (Secret(taker.Name) is { } assigned || (assigned = KeyOf(assignment.Target)) is not null)
                            return assigned;
                        break;
                    case IVariableDeclaratorOperation declarator:
                        if (
                            (Secret(declarator.Symbol.Name) ?? OnwardOf(declarator.Symbol, declarator, depth - 1)) is
                            { } declared
                        )
                            return declared;
                        break;
                    case IInterpolationOperation hole
                        when TextBefore(hole) is { } text && EndsWithSecret(text) is { } asked:
                        return asked;
                }
            }
        }

        return null;
    }

    // What takes a value by a name of its own, by a text beside it, or as a key, vector or nonce.
    private string? TakerOf(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
            return null;
        if (Secret(parameter.Name) is { } name)
            return name;
        if (Credentials.KeySinks.Is(new NamedValue(parameter.Name, parameter, argument.Value)) || IsVector(parameter))
            return parameter.Name;
        if (argument.Parent is not (IInvocationOperation or IObjectCreationOperation))
            return null;
        if (IsCookie(argument.Parent) && parameter.Ordinal > 0)
            return "Cookie";
        return KeyedValues.Of(argument.Parent).FirstOrDefault(k => k.Value == argument.Value) is { Name: var key }
            ? Secret(key)
            : null;
    }

    private static string? KeyOf(IOperation target) =>
        target is IPropertyReferenceOperation { Property: { } property }
        && (
            Credentials.KeySinks.Is(new NamedValue(property.Name, property, target))
            || (property.Name == "IV" && Namespaces.IsCryptography(property.ContainingType))
        )
            ? property.Name
            : null;

    private static bool IsVector(IParameterSymbol parameter) =>
        parameter is { Name: "iv" or "rgbIV" or "nonce" or "salt", ContainingSymbol.ContainingType: { } type }
        && (Namespaces.IsCryptography(type) || Namespaces.IsBouncyCastle(type));

    private static bool IsCookie(IOperation call) =>
        call switch
        {
            IInvocationOperation { TargetMethod: { Name: "Append", ContainingType.Name: "IResponseCookies" } } => true,
            IObjectCreationOperation { Type.Name: "HttpCookie" or "Cookie" } => true,
            _ => false,
        };

    // What only decides is no part of what is made: if (random.Next() < limit), switch (random.Next(3)).
    private static bool IsOnlyDecided(IOperation operation, IOperation child) =>
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

    // What leaves a value the only thing that the result is made of, besides texts that are written.
    private static bool IsTransparent(IOperation operation, IOperation child) =>
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
            or IReturnOperation => true,
            IBlockOperation or IExpressionStatementOperation or IMethodBodyOperation or IConstructorBodyOperation =>
                true,
            _ => false,
        };

    private static string? TextBefore(IInterpolationOperation hole)
    {
        if (hole.Parent is not IInterpolatedStringOperation text)
            return null;
        var at = text.Parts.IndexOf(hole);
        return
            at > 0
            && text.Parts[at - 1]
                is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string before } }
            ? before
            : null;
    }

    // https://…?token=
    private string? EndsWithSecret(string text)
    {
        if (text.Length < 2 || text[text.Length - 1] != '=')
            return null;
        var name = text.Substring(0, text.Length - 1);
        name = name.Substring(name.LastIndexOfAny(new[] { '?', '&', ' ', '/', ';' }) + 1);
        return Secret(name);
    }

    // A seed, an index or a delay is a number of its own; a text or bytes may be what the method gives back.
    private static bool Builds(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol;

    private static ISymbol? TargetOf(IOperation operation) =>
        Root(operation) switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private static IOperation? Root(IOperation operation)
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

    private string? Secret(string name) => name.Length > 0 && IsSecret(name) ? name : null;
}
