using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>A password that goes into a hash made to be fast.</summary>
internal static class PasswordHash
{
    private static readonly string[] Leaks = { "pwned", "breach", "leaked", "compromised" };

    public static PlaintextPassword? Of(IOperation operation, PlaintextPasswordFinder passwords, ISymbol containing)
    {
        if (OfForms(operation) is { } written)
            return written;
        if (operation is not IInvocationOperation { TargetMethod: { } method } call || !IsHash(method))
            return null;
        // Whoever looks a password up among those that are known to have leaked has to hash it as that list does.
        for (var symbol = containing; symbol is not null; symbol = symbol.ContainingSymbol)
            if (symbol is INamedTypeSymbol or IMethodSymbol && IdentifierWords.HasWord(symbol.Name, Leaks))
                return null;
        return call
            .Arguments.Where(a => a.Parameter?.Name is not ("key" or "hmacKey"))
            .Select(a => passwords.In(a.Value) ?? Repeated(call, a.Value, passwords))
            .FirstOrDefault(p => p is not null);
    }

    // byte[] h = GetBytes(password); for (…) h = SHA512.HashData(h);
    private static PlaintextPassword? Repeated(
        IInvocationOperation call,
        IOperation value,
        PlaintextPasswordFinder passwords
    ) =>
        value.UnwrapConversions() is ILocalReferenceOperation local
        && call.ParentBeyondConversions() is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }
        && SymbolEqualityComparer.Default.Equals(local.Local, target.Local)
        && LocalUses.Of(local).ValuesOf(local.Local) is { Count: > 1 } values
        && values.All(v => v.UnwrapConversions() == call || passwords.In(v) is not null)
            ? values.Select(passwords.In).FirstOrDefault(p => p is not null)
            : null;

    // FormsAuthentication.HashPasswordForStoringInConfigFile knows MD5 and SHA-1 alone, without salt.
    private static PlaintextPassword? OfForms(IOperation operation) =>
        operation
            is IInvocationOperation
            {
                TargetMethod: { Name: "HashPasswordForStoringInConfigFile", Parameters: { Length: > 0 } parameters }
            }
            ? new PlaintextPassword(parameters[0].Name, parameters[0], null)
            : null;

    private static bool IsHash(IMethodSymbol method) =>
        method.Name switch
        {
            "ComputeHash" or "ComputeHashAsync" or "TryComputeHash" or "TransformBlock" or "TransformFinalBlock" =>
                DerivesFromHash(method.ContainingType),
            "HashData" or "TryHashData" or "HashDataAsync" => Namespaces.IsCryptography(method.ContainingType),
            "AppendData" => method.ContainingType is { Name: "IncrementalHash", IsFramework: true },
            "BlockUpdate" => (
                method.ContainingType.Name.EndsWith("Digest", StringComparison.Ordinal)
                || method.ContainingType.Name.EndsWith("HMac", StringComparison.Ordinal)
            ) && Namespaces.IsBouncyCastle(method.ContainingType),
            _ => false,
        };

    private static bool DerivesFromHash(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().Any(t => t.Name == "HashAlgorithm" && Namespaces.IsCryptography(t));
}
