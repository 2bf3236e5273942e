using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// A vector that is a part of the key: as long as the key stays, it is the same for every message. Two parts of one
/// derivation, one of them the key, are left alone.
/// </summary>
internal static class KeyAsVector
{
    // Calls that give back a part of what they are called on.
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "Take",
        "Skip",
        "Reverse",
        "ToArray",
        "AsSpan",
        "AsMemory",
        "Slice",
        "Clone",
        "GetSubArray",
    };

    private static readonly HashSet<string> Copies = new(StringComparer.Ordinal)
    {
        "Copy",
        "BlockCopy",
        "ConstrainedCopy",
    };

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "key", "rgbKey" };

    /// <summary>Whether what is handed over as a vector is the key, or a part of it.</summary>
    public static bool Is(IOperation? vector) => vector is not null && (IsKey(Whole(vector)) || IsCopied(vector));

    // var iv = new byte[16]; Array.Copy(key, iv, 16); aes.IV = iv;
    private static bool IsCopied(IOperation vector) =>
        vector.UnwrapConversions() is ILocalReferenceOperation { Local: { } local } reference
        && LocalUses
            .Of(reference)
            .ReferencesTo(local)
            .Any(r =>
                r.Parent?.UnwrapArgument() is IInvocationOperation { TargetMethod: { Name: { } name } } call
                && Copies.Contains(name)
                && call.Arguments.Length > 1
                && call.Arguments[0].Value.UnwrapConversions() is var source
                && source != r
                && IsKey(Whole(source))
            );

    private static bool IsKey(IOperation value) =>
        value switch
        {
            IPropertyReferenceOperation { Property: { Name: "Key", ContainingType: { } type } } =>
                type.SelfAndBaseTypes().Any(t => t.Name == "SymmetricAlgorithm" && Namespaces.IsCryptography(t)),
            ILocalReferenceOperation local => IsUsedAsKey(local, local.Local),
            IParameterReferenceOperation parameter => IsUsedAsKey(parameter, parameter.Parameter),
            IFieldReferenceOperation field => IsUsedAsKey(field, field.Field),
            _ => false,
        };

    // The variable as a whole is the key of a cipher in the same body.
    private static bool IsUsedAsKey(IOperation reference, ISymbol variable)
    {
        IOperation body = reference;
        while (body.Parent is { } parent)
            body = parent;
        foreach (var operation in body.Descendants())
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: { } target, Value: { } value }
                    when IsKeyProperty(target) && IsWhole(value, variable):
                case IArgumentOperation { Parameter: { } parameter } argument
                    when Keys.Contains(parameter.Name)
                        && parameter.ContainingSymbol.ContainingType is { } type
                        && (Namespaces.IsCryptography(type) || Namespaces.IsBouncyCastle(type))
                        && IsWhole(argument.Value, variable):
                    return true;
                case IDeconstructionAssignmentOperation deconstruction
                    when Deconstruction
                        .PairsOf(deconstruction)
                        .Any(p => IsKeyProperty(p.Target) && IsWhole(p.Value, variable)):
                    return true;
            }

        return false;
    }

    private static bool IsKeyProperty(IOperation target) =>
        target is IPropertyReferenceOperation { Property: { Name: "Key", ContainingType: { } type } }
        && Namespaces.IsCryptography(type);

    private static bool IsWhole(IOperation value, ISymbol variable) =>
        value.UnwrapConversions() switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation p => SymbolEqualityComparer.Default.Equals(p.Parameter, variable),
            IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field, variable),
            _ => false,
        };

    // key[..16], key.Take(16).ToArray(), key.AsSpan(0, 16): what it is a part of.
    private static IOperation Whole(IOperation value)
    {
        while (true)
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IArrayElementReferenceOperation { Indices: { Length: 1 } indices } part
                    when indices[0].Type is { Name: "Range", IsFramework: true }:
                    value = part.ArrayReference;
                    break;
                case IImplicitIndexerReferenceOperation part:
                    value = part.Instance;
                    break;
                case IInvocationOperation call
                    when Parts.Contains(call.TargetMethod.Name)
                        && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } inner:
                    value = inner;
                    break;
                case ILocalReferenceOperation local
                    when LocalUses.Of(local).OnlyValueOf(local)?.UnwrapConversions() is { } given
                        && (
                            given is IInvocationOperation
                            || given is IArrayElementReferenceOperation
                            || given is IImplicitIndexerReferenceOperation
                        )
                        && Whole(given) is var whole
                        && whole != given:
                    return whole;
                default:
                    return value;
            }
    }

    private static IOperation? UnwrapArgument(this IOperation operation)
    {
        IOperation? parent = operation;
        while (parent is IConversionOperation or IArgumentOperation)
            parent = parent.Parent;
        return parent;
    }
}
