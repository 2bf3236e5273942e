using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Framework;

/// <summary>A password that code holds in clear.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Symbol">The variable, parameter or member that holds it.</param>
/// <param name="Owner">The type that the member belongs to; null for variables and parameters.</param>
internal sealed record PasswordText(string Name, ISymbol Symbol, INamedTypeSymbol? Owner);

/// <summary>Finds the passwords in clear that an expression holds, by the names in the parameters of the standard. What has gone through a call that may have hashed it is none.</summary>
internal sealed class PasswordTexts(ValueList<string> names)
{
    private const int MaxDepth = 8;

    // Calls that leave the text as it is.
    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal) { "Trim", "TrimEnd", "TrimStart", "ToString", "ToCharArray", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "AsSpan", "ToArray", "GetBytes", "Concat", "Format" };

    private static readonly string[] NotInClear = { "hash", "encrypt", "digest", "salt", "protected", "cipher", "暗号化", "ハッシュ" };

    /// <summary>Whether a text names a password at all.</summary>
    public bool AreNamedIn(string source)
    {
        foreach (var name in names)
            if (source.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    /// <summary>Whether a name is one of a password in clear: LoginPassword, not PasswordHash and not HashedPassword.</summary>
    public bool IsPassword(string name) => Identifier.EndsWithWord(name, names) && !IsTransformed(name);

    /// <summary>Whether a name says that what it holds is no longer the password itself.</summary>
    public static bool IsTransformed(string name) => NotInClear.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The first password in clear that is in an expression; null when there is none.</summary>
    public PasswordText? In(IOperation? operation) => In(operation, MaxDepth);

    private PasswordText? In(IOperation? operation, int depth)
    {
        if (depth == 0) return null;
        switch (operation)
        {
            case IConversionOperation conversion:
                return In(conversion.Operand, depth - 1);
            case IParenthesizedOperation parenthesized:
                return In(parenthesized.Operand, depth - 1);
            case IConditionalAccessOperation access:
                return In(access.WhenNotNull, depth - 1) ?? In(access.Operation, depth - 1);
            case IConditionalAccessInstanceOperation:
                return null;
            case ICoalesceOperation coalesce:
                return In(coalesce.Value, depth - 1);
            case IParameterReferenceOperation parameter when IsText(parameter.Type) && IsPassword(parameter.Parameter.Name):
                return LocalIndex.Of(parameter).ValuesOf(parameter.Parameter).All(v => In(v, depth - 1) is not null || v.ConstantValue.HasValue) ? new PasswordText(parameter.Parameter.Name, parameter.Parameter, null) : null;
            case IPropertyReferenceOperation property when IsText(property.Type) && IsPassword(property.Property.Name):
                return new PasswordText(property.Property.Name, property.Property, property.Property.ContainingType);
            case IFieldReferenceOperation { Field.IsConst: false } field when IsText(field.Type) && IsPassword(field.Field.Name):
                return new PasswordText(field.Field.Name, field.Field, field.Field.ContainingType);
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return OfLocal(local, depth);
            case IInvocationOperation call when Unchanged.Contains(call.TargetMethod.Name):
                return In(call.Instance, depth - 1) ?? call.Arguments.Select(a => In(a.Value, depth - 1)).FirstOrDefault(p => p is not null);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.Select(e => In(e, depth - 1)).FirstOrDefault(p => p is not null);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return In(sum.LeftOperand, depth - 1) ?? In(sum.RightOperand, depth - 1);
            case IInterpolatedStringOperation text:
                return text.Parts.OfType<IInterpolationOperation>().Select(p => In(p.Expression, depth - 1)).FirstOrDefault(p => p is not null);
            default:
                return null;
        }
    }

    // A local is what it was given. One that a loop or a reader fills keeps its name's word.
    private PasswordText? OfLocal(ILocalReferenceOperation local, int depth)
    {
        var values = LocalIndex.Of(local).ValuesOf(local.Local);
        var found = values.Select(v => In(v, depth - 1)).ToList();
        if (found.Count > 0) return found.All(p => p is not null) ? found[0] : null;
        return IsText(local.Type) && IsPassword(local.Local.Name) ? new PasswordText(local.Local.Name, local.Local, null) : null;
    }

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } or { Name: "SecureString" or "StringValues" };
}
