using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// Algorithms that are taken up without a constructor or a factory of theirs: by type, by object identifier, by a
/// name that is handed to a signature or a derivation, by a cipher suite.
/// </summary>
internal static class AlgorithmReferences
{
    // Calls that make an instance of the type that they are given.
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "CreateInstance",
        "AddSingleton",
        "AddScoped",
        "AddTransient",
        "TryAddSingleton",
        "TryAddScoped",
        "TryAddTransient",
    };

    // Parameters of .NET that take the name or the number of an algorithm.
    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "halg",
        "str",
        "strName",
        "strHashName",
        "hashName",
        "algname",
        "alghashname",
    };

    // The parts of a cipher suite's name.
    private static readonly Dictionary<string, string> SuiteParts = new(StringComparer.Ordinal)
    {
        ["RC4"] = "RC4",
        ["3DES"] = "3DES",
        ["DES"] = "DES",
        ["DES40"] = "DES",
        ["RC2"] = "RC2",
        ["IDEA"] = "IDEA",
        ["SEED"] = "SEED",
        ["ARIA"] = "ARIA",
    };

    /// <summary>What an operation takes up in one of these ways.</summary>
    public static IEnumerable<CryptographicUse> Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => OfCall(call),
            IObjectCreationOperation { Type: { Name: "Oid", IsFramework: true }, Arguments: { Length: > 0 } given } oid
                when IsTaken(oid) => Named(given[0].Value),
            IObjectCreationOperation { Type: { Name: "CngAlgorithm", IsFramework: true } } cng => Named(
                cng.Arguments[0].Value
            ),
            IObjectCreationOperation { Type: { Name: "PasswordDeriveBytes", IsFramework: true } } derivation => Handed(
                derivation.Arguments
            ),
            IPropertyReferenceOperation
            {
                Property: { Name: "MD5" or "Sha1", ContainingType: { Name: "CngAlgorithm", IsFramework: true } } digest
            } when OperationFacts.IsChosen(operation) => One(AlgorithmNames.Named(digest.Name), operation.Syntax),
            IFieldReferenceOperation { Field: { ContainingType: { Name: "TlsCipherSuite", IsFramework: true } } suite }
                when OperationFacts.IsChosen(operation) => One(OfSuite(suite.Name), operation.Syntax),
            _ => Enumerable.Empty<CryptographicUse>(),
        };

    private static IEnumerable<CryptographicUse> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (
            Makers.Contains(method.Name)
            || method.OriginalDefinition.TypeParameters.Any(p => p.HasConstructorConstraint)
        )
            return OfMaker(call, method);
        if (!Namespaces.IsCryptography(method.ContainingType))
            return Enumerable.Empty<CryptographicUse>();
        return method.Name switch
        {
            "MapNameToOID" or "FromOid" or "FromFriendlyName" or "FromOidValue" => Named(call.Arguments[0].Value),
            "SignData" or "SignHash" or "SetHashAlgorithm" or "CryptDeriveKey" => Handed(call.Arguments),
            _ => Enumerable.Empty<CryptographicUse>(),
        };
    }

    // Activator.CreateInstance(typeof(MD5CryptoServiceProvider)), services.AddSingleton<HashAlgorithm, SHA1Managed>()
    private static IEnumerable<CryptographicUse> OfMaker(IInvocationOperation call, IMethodSymbol method) =>
        method
            .TypeArguments.Concat(
                call.Arguments.Select(a => a.Value.UnwrapConversions())
                    .OfType<ITypeOfOperation>()
                    .Select(t => t.TypeOperand)
            )
            .OfType<INamedTypeSymbol>()
            .Where(type => !type.IsAbstract)
            .SelectMany(type => One(AlgorithmNames.Of(type) ?? AlgorithmNames.OfBouncyCastle(type), call.Syntax));

    private static IEnumerable<CryptographicUse> Handed(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Where(a => a.Parameter is { } p && Parameters.Contains(p.Name)).SelectMany(a => Named(a.Value));

    // A number that is only compared with that of a certificate chooses nothing.
    private static bool IsTaken(IObjectCreationOperation oid) =>
        oid.ParentBeyondConversions() switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: { } name } } => name
                is "DigestAlgorithm"
                    or "ContentEncryptionAlgorithm",
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: { } taker } } => taker
                is "AlgorithmIdentifier"
                    or "CmsRecipient"
                    or "EnvelopedCms",
            _ => false,
        };

    private static string? OfSuite(string name) =>
        name.Split('_')
            .Select(part => SuiteParts.TryGetValue(part, out var found) ? found : null)
            .FirstOrDefault(f => f is not null)
        ?? (name.EndsWith("_MD5", StringComparison.Ordinal) ? "MD5" : null);

    private static IEnumerable<CryptographicUse> Named(IOperation name) =>
        StringValueTracker
            .Of(name.UnwrapConversions())
            .SelectMany(value => One(AlgorithmNames.Named(value.Text), value.Origin));

    private static IEnumerable<CryptographicUse> One(string? algorithm, SyntaxNode place) =>
        algorithm is null
            ? Enumerable.Empty<CryptographicUse>()
            : new[] { new CryptographicUse(algorithm, null, place) };
}
