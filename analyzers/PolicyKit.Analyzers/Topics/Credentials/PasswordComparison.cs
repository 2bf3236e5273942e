using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>Two plaintext passwords that are compared: one of them must have been stored in plaintext.</summary>
internal static class PasswordComparison
{
    // One that a person types again is compared with what the same person typed before.
    private static readonly string[] Typed = { "confirm", "repeat", "retype", "reenter", "again", "verif", "second" };

    private static readonly string[] Former = { "old", "former", "previous", "kyu", "kyuu", "mae", "zenkai" };

    private static readonly string[] Japanese = { "確認", "再入力" };

    private static readonly string[] Kept =
    {
        "stored",
        "saved",
        "actual",
        "expected",
        "correct",
        "database",
        "db",
        "real",
    };

    public static PlaintextPassword? Of(IOperation operation, PlaintextPasswordFinder passwords, ISymbol containing)
    {
        var (left, right) = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => (
                comparison.LeftOperand,
                comparison.RightOperand
            ),
            IInvocationOperation
            {
                TargetMethod.Name: "Equals"
                    or "SequenceEqual"
                    or "FixedTimeEquals"
                    or "Compare"
                    or "CompareOrdinal"
                    or "CompareTo"
            } call => (
                call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                call.Arguments.ElementAtOrDefault(call.Instance is null ? 1 : 0)?.Value
            ),
            _ => (null, null),
        };
        if ((passwords.OfRecord(left, right) ?? passwords.OfRecord(right, left)) is { } record)
            return record;
        var (one, other) = (passwords.In(left), passwords.In(right));
        if (one is null || other is null)
        {
            // One side is a stored password, the other what a person typed under a name that says no more than that.
            var typed = one is null ? left : right;
            // user.PasswordHash == password: what is called a hash is the password itself.
            if ((one ?? other) is { Symbol: IParameterSymbol } plain && IsHashOf(typed, passwords))
                return plain;
            return (one ?? other) is { Owner: not null } stored && IsInput(typed) ? stored : null;
        }

        if (SymbolEqualityComparer.Default.Equals(one.Symbol, other.Symbol) || IsTyped(one.Name) || IsTyped(other.Name))
            return null;
        // Both came in by the same hand, for example an old and a new password.
        if (SymbolEqualityComparer.Default.Equals(one.Owner, other.Owner))
            return one.Owner is null && (IsKept(one.Name) || IsKept(other.Name)) ? one : null;
        var member = one.Owner is null ? other : one;
        if (IsInOwnType(containing, member.Owner!) && (IsFormer(one.Name) || IsFormer(other.Name)))
            return null;
        return IsInOwnType(containing, member.Owner!) && IsSetter(containing) ? null : member;
    }

    public static bool IsInOwnType(ISymbol containing, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(containing.ContainingType, type);

    private static readonly string[] Inputs = { "input", "entered", "nyuryoku", "nyuuryoku" };

    // What a person has typed: user.Password == nyuryoku.
    private static bool IsInput(IOperation? operation)
    {
        var name = operation?.UnwrapConversions() switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => "",
        };
        return IdentifierWords.HasWord(name, Inputs) || name.Contains("入力");
    }

    private static bool IsHashOf(IOperation? operation, PlaintextPasswordFinder passwords) =>
        operation?.UnwrapConversions() switch
        {
            IParameterReferenceOperation parameter => passwords.IsTransformedPassword(parameter.Parameter.Name),
            IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member =>
                passwords.IsTransformedPassword(member.Member.Name),
            _ => false,
        };

    // A form that looks whether the new one differs from the one before: kyuPassword == Password.
    private static bool IsFormer(string name) =>
        IdentifierWords.HasWord(name, Former) || name.StartsWith("旧", StringComparison.Ordinal);

    private static bool IsTyped(string name) =>
        IdentifierWords.HasWord(name, Typed) || Array.Exists(Japanese, word => name.Contains(word));

    private static bool IsKept(string name) =>
        IdentifierWords.Split(name).FirstOrDefault() is { } first && Kept.Contains(first);

    // A member that looks whether its value changes: if (_password != password) { _password = password; Notify(); }
    private static bool IsSetter(ISymbol containing) =>
        containing is IMethodSymbol { MethodKind: MethodKind.PropertySet }
        || IdentifierWords.StartsWithWord(containing.Name, "Set", "Change", "Update");
}
