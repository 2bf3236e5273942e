using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// What a value becomes in the member in which it is made: told by the names of what takes it, and by what takes a
/// secret by its nature.
/// </summary>
internal sealed class SecretMaking(ValueList<string> names)
{
    /// <summary>What is said of a value that becomes a cookie's.</summary>
    public const string Cookie = "Cookie";

    private const int MaxDepth = 4;

    /// <summary>Whether a name is one of a secret that is made.</summary>
    public bool IsSecret(string name) => IdentifierWords.EndsWithWord(IdentifierWords.WithoutForms(name), names);

    /// <summary>The name of the secret that is put into a place, or given back there; null when none is.</summary>
    public string? NameOf(NamedValue sink) =>
        sink is { IsReturned: true, Symbol: { } member } ? MadeBy(member) : Secret(sink.Name) ?? Taken(sink);

    /// <summary>Whether a method says that it makes a secret: what is wrong with it is reported where it stands.</summary>
    public bool Makes(IMethodSymbol method) => MadeBy(method) is not null;

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
            && ValueRoads.TargetOf(arguments[arguments.Length - 1].Value) is { } buffer
        )
            return Secret(buffer.Name) ?? MadeBy(containing) ?? Onward(arguments[arguments.Length - 1].Value, MaxDepth);
        return Upward(value, containing, isStrict, MaxDepth);
    }

    // The name of what the number becomes: of the variable, member or parameter that takes it, of the buffer that is
    // filled, of the method that gives it back.
    private string? Upward(IOperation value, ISymbol containing, bool isStrict, int depth)
    {
        var returns = false;
        var child = value;
        var elements = new HashSet<int>();
        for (var operation = value.Parent; operation is not null; child = operation, operation = operation.Parent)
        {
            if (AskedBefore(operation, child) is { } asked)
                return asked;
            if (ValueRoads.IsOnlyDecided(operation, child) || (isStrict && !ValueRoads.IsTransparent(operation, child)))
                return null;
            switch (operation)
            {
                case ITupleOperation tuple:
                    if (TupleElements.NameOf(tuple, child) is { } element && Secret(element) is { } part)
                        return part;
                    elements.Add(tuple.Elements.IndexOf(child));
                    break;
                case IVariableDeclaratorOperation declarator:
                    return Secret(declarator.Symbol.Name)
                        ?? (
                            !isStrict && (returns || ValueRoads.Builds(declarator.Symbol.Type))
                                ? MadeBy(containing)
                                : null
                        )
                        ?? OnwardOf(declarator.Symbol, operation, depth)
                        ?? (isStrict ? null : new SecretParts(IsSecret).Of(declarator.Symbol, operation, containing));
                case ISimpleAssignmentOperation assignment
                    when child == assignment.Value && ValueRoads.TargetOf(assignment.Target) is { } target:
                    return Secret(target.Name)
                        ?? Keyed(assignment.Target)
                        ?? (isStrict ? null : MadeBy(containing))
                        ?? Onward(assignment.Target, depth);
                case ICompoundAssignmentOperation assignment
                    when child == assignment.Value && ValueRoads.TargetOf(assignment.Target) is { } target:
                    return Secret(target.Name)
                        ?? (isStrict ? null : MadeBy(containing))
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
                    return Secret(local.Local.Name) ?? (isStrict ? null : MadeBy(containing)) ?? Onward(local, depth);
                case IInterpolationOperation hole when TextBefore(hole) is { } text && EndsWithSecret(text) is { } name:
                    return name;
                case IReturnOperation:
                    returns = true;
                    break;
            }
        }

        return isStrict && !returns
            ? null
            : MadeBy(containing) ?? TupleElements.NamesIn(containing, elements).FirstOrDefault(IsSecret);
    }

    // A key or vector of a cipher that is given what a method makes.
    private static string? Taken(NamedValue sink) =>
        Credentials.KeySinks.Is(sink)
        || sink.Symbol switch
        {
            IParameterSymbol parameter => IsVector(parameter),
            IPropertySymbol { Name: "IV", ContainingType: { } type } => Namespaces.IsCryptography(type),
            _ => false,
        }
            ? sink.Name
            : null;

    // "https://…&token=" + value
    private string? AskedBefore(IOperation operation, IOperation value) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        && value == sum.RightOperand
        && WrittenBefore(sum.LeftOperand) is { } before
            ? EndsWithSecret(before)
            : null;

    // What a local that holds the value is used for.
    private string? Onward(IOperation target, int depth) =>
        ValueRoads.Root(target) is ILocalReferenceOperation local ? OnwardOf(local.Local, target, depth) : null;

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
                if (AskedBefore(operation, child) is { } named)
                    return named;
                if (!ValueRoads.IsTransparent(operation, child) && operation is not IArgumentOperation)
                    break;
                switch (operation)
                {
                    case IArgumentOperation argument when TakerOf(argument) is { } name:
                        return name;
                    case ISimpleAssignmentOperation assignment
                        when child == assignment.Value && ValueRoads.TargetOf(assignment.Target) is { } taker:
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
            return Cookie;
        return KeyedValues.Of(argument.Parent).FirstOrDefault(k => k.Value == argument.Value) is { Name: var key }
            ? Secret(key)
            : null;
    }

    // TempData["csrf"] = …
    private string? Keyed(IOperation target) =>
        NamedValueCollector.Named(target) is { Symbol: null, Name: var key } ? Secret(key) : null;

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
            IInvocationOperation
            {
                TargetMethod: { Name: "Append", ContainingType: { Name: "IResponseCookies", IsFramework: true } }
            } => true,
            IObjectCreationOperation { Type: { Name: "HttpCookie" or "Cookie", IsFramework: true } } => true,
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

    private static string? WrittenBefore(IOperation left) =>
        (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum ? sum.RightOperand : left).ConstantValue
            is { HasValue: true, Value: string text }
            ? text
            : null;

    // https://…?token=
    private string? EndsWithSecret(string text)
    {
        if (text.Length < 2 || text[text.Length - 1] != '=')
            return null;
        var name = text.Substring(0, text.Length - 1);
        name = name.Substring(name.LastIndexOfAny(new[] { '?', '&', ' ', '/', ';' }) + 1);
        return Secret(name);
    }

    private string? Secret(string name) => name.Length > 0 && IsSecret(name) ? name : null;

    // A method says what it gives back by its name, and by that of its type where its own says only that it makes it.
    private string? MadeBy(ISymbol member) =>
        MakingNames.Of(member).FirstOrDefault(name => name.Length > 0 && IsSecret(name));
}
