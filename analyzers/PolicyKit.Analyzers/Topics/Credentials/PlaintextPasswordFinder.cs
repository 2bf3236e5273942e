using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// Finds the plaintext passwords in an expression, by the names in the parameters of the standard. What has gone
/// through a call that may have hashed it is none.
/// </summary>
internal sealed class PlaintextPasswordFinder(ValueList<string> names)
{
    private const int MaxDepth = 8;

    // Calls that leave the text as it is.
    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "Trim",
        "TrimEnd",
        "TrimStart",
        "ToString",
        "ToCharArray",
        "ToLower",
        "ToUpper",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "AsSpan",
        "ToArray",
        "GetBytes",
        "Concat",
        "Format",
    };

    private static readonly string[] NotInClear = { "hash", "encrypt", "digest", "salt", "protected", "cipher" };

    private static readonly string[] Japanese = { "暗号化", "ハッシュ" };

    private readonly WordFinder _finder = new(names);

    /// <summary>Whether a text names a password at all.</summary>
    public bool AreNamedIn(string source) => _finder.IsIn(source);

    /// <summary>
    /// Whether a name denotes a plaintext password: LoginPassword, not PasswordHash and not HashedPassword.
    /// </summary>
    public bool IsPassword(string name) => IdentifierWords.EndsWithWord(name, names) && !IsTransformed(name);

    /// <summary>Whether a name denotes what a password has become: PasswordHash, hashedPassword.</summary>
    public bool IsTransformedPassword(string name) =>
        IsTransformed(name)
        && !IdentifierWords.EndsWithWord(name, new[] { "salt" })
        && (IdentifierWords.HasWord(name, names.ToArray()) || name.Contains("パスワード"));

    /// <summary>Whether a name says that what it holds is no longer the password itself.</summary>
    public static bool IsTransformed(string name) =>
        Array.Exists(Japanese, word => name.Contains(word))
        || IdentifierWords
            .Split(name)
            .Any(word =>
                Array.Exists(
                    NotInClear,
                    w => word.StartsWith(w, StringComparison.Ordinal) || word.EndsWith(w, StringComparison.Ordinal)
                )
            );

    /// <summary>The first plaintext password in an expression; null when there is none.</summary>
    public PlaintextPassword? In(IOperation? operation) =>
        In(operation, MaxDepth, new Dictionary<ISymbol, PlaintextPassword?>(SymbolEqualityComparer.Default));

    /// <summary>
    /// The password that a database keeps as it was typed: a column of a record that is compared with a text which no
    /// call has changed; null when there is none.
    /// </summary>
    public PlaintextPassword? OfRecord(IOperation? record, IOperation? other) =>
        RecordColumns.Of(record) is { } column && IsPassword(column.Name) && RecordColumns.IsAsTyped(other)
            ? new PlaintextPassword(column.Name, column.Record, column.Record.ContainingType)
            : null;

    private PlaintextPassword? In(IOperation? operation, int depth, Dictionary<ISymbol, PlaintextPassword?> known)
    {
        if (depth == 0)
            return null;
        switch (operation)
        {
            case IConversionOperation conversion:
                return In(conversion.Operand, depth - 1, known);
            case IParenthesizedOperation parenthesized:
                return In(parenthesized.Operand, depth - 1, known);
            case IConditionalAccessOperation access:
                return In(access.WhenNotNull, depth - 1, known) ?? In(access.Operation, depth - 1, known);
            case IConditionalAccessInstanceOperation:
                return null;
            case ICoalesceOperation coalesce:
                return In(coalesce.Value, depth - 1, known);
            case IParameterReferenceOperation parameter
                when IsText(parameter.Type) && IsPassword(parameter.Parameter.Name):
                return Of(
                    parameter.Parameter,
                    parameter.Type,
                    LocalUses.Of(parameter).ValuesOf(parameter.Parameter),
                    depth,
                    known
                );
            case IPropertyReferenceOperation property when IsText(property.Type) && IsPassword(property.Property.Name):
                return new PlaintextPassword(
                    property.Property.Name,
                    property.Property,
                    property.Property.ContainingType
                );
            case IPropertyReferenceOperation { Property.Name: "Text" or "Value" } typed
                when typed.Instance is IMemberReferenceOperation { Member: { } control } && IsPassword(control.Name):
                return new PlaintextPassword(control.Name, control, null);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } form
                when RecordColumns.Of(form) is null
                    && KeyedValues.Key(keys[0].Value) is { } key
                    && IsText(form.Type)
                    && IsPassword(key):
                return new PlaintextPassword(key, form.Property, null);
            case IFieldReferenceOperation { Field.IsConst: false } field
                when IsText(field.Type) && IsPassword(field.Field.Name):
                return new PlaintextPassword(field.Field.Name, field.Field, field.Field.ContainingType);
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return Of(local.Local, local.Type, LocalUses.Of(local).ValuesOf(local.Local), depth, known);
            case IInvocationOperation call when Unchanged.Contains(call.TargetMethod.Name):
                return In(call.Instance, depth - 1, known)
                    ?? call.Arguments.Select(a => In(a.Value, depth - 1, known)).FirstOrDefault(p => p is not null);
            case IObjectCreationOperation { Type.Name: "MemoryStream", Arguments: { Length: > 0 } arguments }:
                return In(arguments[0].Value, depth - 1, known);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer
                    .ElementValues.Select(e => In(e, depth - 1, known))
                    .FirstOrDefault(p => p is not null);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return In(sum.LeftOperand, depth - 1, known) ?? In(sum.RightOperand, depth - 1, known);
            case IInterpolatedStringOperation text:
                return text
                    .Parts.Select(p => In(OperationFacts.ContentOf(p), depth - 1, known))
                    .FirstOrDefault(p => p is not null);
            default:
                return null;
        }
    }

    // Each variable is asked once. While it is asked it is not a password: what it is given from itself says nothing.
    private PlaintextPassword? Of(
        ISymbol variable,
        ITypeSymbol? type,
        IReadOnlyList<IOperation> values,
        int depth,
        Dictionary<ISymbol, PlaintextPassword?> known
    )
    {
        if (known.TryGetValue(variable, out var found))
            return found;
        known[variable] = null;
        return known[variable] = OfValues(
            variable,
            type,
            values.Where(v => !IsItself(v, variable)).ToList(),
            depth,
            known
        );
    }

    // A local is what it was given, and one that a loop or a reader fills keeps its name's word. A parameter keeps it
    // too, unless something else is put there: password = Hash(password).
    private PlaintextPassword? OfValues(
        ISymbol variable,
        ITypeSymbol? type,
        List<IOperation> values,
        int depth,
        Dictionary<ISymbol, PlaintextPassword?> known
    )
    {
        var named =
            IsText(type) && IsPassword(variable.Name) ? new PlaintextPassword(variable.Name, variable, null) : null;
        if (values.Count == 0)
            return named;
        var found = values.Select(v => (Value: v, Text: In(v, depth - 1, known))).ToList();
        return variable is IParameterSymbol
            ? found.All(f => f.Text is not null || f.Value.ConstantValue.HasValue)
                ? named
                : null
            : found.All(f => f.Text is not null)
                ? found[0].Text
                : null;
    }

    // password = password.Trim();
    private static bool IsItself(IOperation value, ISymbol variable) =>
        value switch
        {
            IConversionOperation conversion => IsItself(conversion.Operand, variable),
            IParenthesizedOperation parenthesized => IsItself(parenthesized.Operand, variable),
            ICoalesceOperation { WhenNull.ConstantValue.HasValue: true } coalesce => IsItself(coalesce.Value, variable),
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } access => Unchanged.Contains(
                call.TargetMethod.Name
            ) && IsItself(access.Operation, variable),
            IInvocationOperation { Instance: { } instance } call => Unchanged.Contains(call.TargetMethod.Name)
                && IsItself(instance, variable),
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(
                parameter.Parameter,
                variable
            ),
            _ => false,
        };

    private static bool IsText(ITypeSymbol? type) =>
        type
            is { SpecialType: SpecialType.System_String }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
                or { Name: "SecureString" or "StringValues" };
}
