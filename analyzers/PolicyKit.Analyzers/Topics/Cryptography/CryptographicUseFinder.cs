using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// Finds every such place: the types of .NET and of BouncyCastle, their factories, the names handed to factories,
/// curves and key sizes.
/// </summary>
internal static class CryptographicUseFinder
{
    // What the old providers make when no size is asked for.
    private const int OldDefault = 1024;

    // Members whose text is the name or address of an algorithm of XML signatures and encryption.
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "DigestMethod",
        "SignatureMethod",
        "SignatureAlgorithm",
        "DigestAlgorithm",
        "KeyAlgorithm",
        "HashName",
    };

    // Factories of BouncyCastle that take names.
    private static readonly HashSet<string> NamedFactories = new(StringComparer.Ordinal)
    {
        "GetCipher",
        "GetDigest",
        "GetSigner",
        "GetMac",
        "CalculateMac",
        "GetKeyGenerator",
        "CreateKeyParameter",
        "GetWrapper",
        "InitSigner",
        "CalculateDigest",
    };

    /// <summary>The operations at which an algorithm can be taken up.</summary>
    public static OperationKind[] Kinds { get; } =
        {
            OperationKind.ObjectCreation,
            OperationKind.Invocation,
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.SimpleAssignment,
            OperationKind.MethodReference,
        };

    /// <summary>What an operation takes up.</summary>
    public static IEnumerable<CryptographicUse> Of(IOperation operation) =>
        Direct(operation).Concat(AlgorithmReferences.Of(operation));

    private static IEnumerable<CryptographicUse> Direct(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol type } creation => OfCreation(type, creation),
            IInvocationOperation call => OfCall(call),
            IPropertyReferenceOperation
            {
                Property: { Name: "MD5" or "SHA1", ContainingType: { Name: "HashAlgorithmName" } of } property
            } reference when IsOurs(of) && reference.Parent is not IBinaryOperation => One(
                AlgorithmNames.Named(property.Name)!,
                null,
                reference.Syntax
            ),
            IFieldReferenceOperation
            {
                Field: { ContainingType: { Name: "SignedXml" or "EncryptedXml", IsFramework: true } } field
            } reference when OperationFacts.IsChosen(reference) => OfAddress(field, reference),
            // Func<HashAlgorithm> make = MD5.Create;
            IMethodReferenceOperation { Method: { IsStatic: true, Name: "Create" or "HashData" } method } group
                when AlgorithmNames.Of(method.ContainingType) is { } made => One(made, null, group.Syntax),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => OfAssignment(
                target,
                assignment
            ),
            _ => None,
        };

    private static IEnumerable<CryptographicUse> None => Enumerable.Empty<CryptographicUse>();

    // MD5.Create(), MD5.HashData(bytes); TripleDES.IsWeakKey(key) takes nothing up.
    private static bool TakesUp(string method) =>
        method.StartsWith("Create", StringComparison.Ordinal)
        || method.StartsWith("Hash", StringComparison.Ordinal)
        || method.StartsWith("TryHash", StringComparison.Ordinal);

    private static IEnumerable<CryptographicUse> OfCreation(INamedTypeSymbol type, IObjectCreationOperation creation)
    {
        if (type.Name == "HashAlgorithmName" && IsOurs(type))
            return creation.Arguments.Length > 0 ? Named(creation.Arguments[0].Value) : None;
        if (AlgorithmNames.Of(type) is { } algorithm)
            return One(algorithm, KeyBits(creation.Arguments) ?? DefaultBits(type, creation), creation.Syntax);
        if (type is { Name: "SigningCredentials" or "EncryptingCredentials", IsFramework: true })
            return creation
                .Arguments.Where(a => a.Parameter?.Type.SpecialType == SpecialType.System_String)
                .SelectMany(a => Named(a.Value));
        if (AlgorithmNames.OfBouncyCastle(type) is { } named)
            return One(named, null, creation.Syntax);
        if (type is { Name: "CngProperty", IsFramework: true })
            return KeySizes.OfCngProperty(creation) is { } length ? One("RSA", length, creation.Syntax) : None;
        return type.Name == "RsaKeyGenerationParameters" && Namespaces.IsBouncyCastle(type)
            ? One("RSA", KeyBits(creation.Arguments.Where(a => a.Parameter?.Name == "strength")), creation.Syntax)
            : None;
    }

    private static IEnumerable<CryptographicUse> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (CurveSizes.OfFactory(call) is { } curve)
            return One("ECDSA", curve, call.Syntax);
        if (method.IsStatic && IsOurs(type))
            return OfStatic(call, method, type);
        // A curve that a factory gives is reported where it is asked for.
        if (method.Name == "GenerateKey" && AlgorithmNames.Of(call.Instance?.Type as INamedTypeSymbol) is { } algorithm)
            return KeyBits(call.Arguments) is { } bits ? One(algorithm, bits, call.Syntax) : None;
        if (!Namespaces.IsBouncyCastle(type))
            return None;
        if (method.Name == "Init" && type.Name is "DHParametersGenerator" or "DsaParametersGenerator")
            return One(
                type.Name[1] == 'H' ? "DH" : "DSA",
                KeyBits(call.Arguments.Where(a => a.Parameter?.Name is "size" or "L" or "l")),
                call.Syntax
            );
        if (KeySizes.OfGenerator(call) is { } generated)
            return One(generated.Algorithm, generated.Bits, call.Syntax);
        return NamedFactories.Contains(method.Name) && call.Arguments.Length > 0
            ? Named(call.Arguments[0].Value)
            : None;
    }

    private static IEnumerable<CryptographicUse> OfStatic(
        IInvocationOperation call,
        IMethodSymbol method,
        INamedTypeSymbol type
    )
    {
        if (method.Name is "Create" or "CreateFromName" && NamesAlgorithm(method))
        {
            var bits = KeySizes.HandedTo(call);
            var named = Named(call.Arguments[0].Value)
                .Select(use => use with { KeyBits = use.KeyBits ?? bits })
                .ToList();
            // DES.Create("any implementation") makes a DES.
            return named.Count == 0 && AlgorithmNames.Of(type) is { } made ? One(made, null, call.Syntax) : named;
        }

        // Without a name the old factories make what was the default of their time.
        if (
            method.Name == "Create"
            && method.Parameters.Length == 0
            && type.Name is "HMAC" or "KeyedHashAlgorithm" or "HashAlgorithm"
        )
            return One("SHA-1", null, call.Syntax);
        return TakesUp(method.Name) && AlgorithmNames.Of(type) is { } algorithm
            ? One(algorithm, KeyBits(call.Arguments), call.Syntax)
            : None;
    }

    private static IEnumerable<CryptographicUse> OfAssignment(
        IPropertyReferenceOperation target,
        ISimpleAssignmentOperation assignment
    )
    {
        if (
            target.Property.Name == "KeySize"
            && AlgorithmNames.Of(target.Instance?.Type as INamedTypeSymbol) is { } algorithm
            && ConstantInt.LeastOf(assignment.Value) is { } bits
            && Exists(algorithm, bits)
        )
            return One(algorithm, bits, assignment.Syntax);
        return Addresses.Contains(target.Property.Name) && Namespaces.IsFramework(target.Property.ContainingType)
            ? Named(assignment.Value)
            : None;
    }

    // SignedXml.XmlDsigSHA1Url, EncryptedXml.XmlEncTripleDESUrl: the constant's value is the address of the algorithm.
    private static IEnumerable<CryptographicUse> OfAddress(IFieldSymbol field, IOperation reference) =>
        field.Name.EndsWith("Url", StringComparison.Ordinal)
        && field.HasConstantValue
        && field.ConstantValue is string address
        && address.IndexOf('#') >= 0
        && AlgorithmNames.Named(address) is { } algorithm
            ? One(algorithm, null, reference.Syntax)
            : None;

    // The setter refuses a size that the algorithm does not have.
    private static bool Exists(string algorithm, int bits) =>
        algorithm switch
        {
            "AES" => bits >= 128,
            "ECDSA" or "ECDH" => bits >= 160,
            _ => true,
        };

    // An old provider makes a key of its default size, unless it is given one.
    private static int? DefaultBits(INamedTypeSymbol type, IObjectCreationOperation creation)
    {
        if (
            type.Name is not ("RSACryptoServiceProvider" or "DSACryptoServiceProvider")
            || creation.Arguments.Any(a => a.Parameter?.Type.SpecialType == SpecialType.System_Int32)
        )
            return null;
        // A container is named: the key may be there already.
        if (creation.Arguments.Length > 0 && !IsEmptyParameters(creation.Arguments[0].Value))
            return null;
        var parent = creation.ParentBeyondConversions();
        ILocalSymbol? local = parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
        var isKept =
            parent
            is ISimpleAssignmentOperation
                or IFieldInitializerOperation
                or IPropertyInitializerOperation
                or IReturnOperation
                or IArgumentOperation;
        if (local is null)
            return isKept || parent is IInvocationOperation { TargetMethod.Name: { } name } && Imports(name)
                ? null
                : OldDefault;
        return LocalUses
            .Of(creation)
            .ReferencesTo(local)
            .Any(r => r.Parent is IInvocationOperation { TargetMethod.Name: { } called } && Imports(called))
            ? null
            : OldDefault;
    }

    private static bool IsEmptyParameters(IOperation operation) =>
        operation
            is IObjectCreationOperation
            {
                Type: { Name: "CspParameters", IsFramework: true },
                Arguments.Length: 0,
                Initializer: null
            };

    private static bool Imports(string method) =>
        method.StartsWith("Import", StringComparison.Ordinal) || method.StartsWith("From", StringComparison.Ordinal);

    private static bool IsOurs(INamedTypeSymbol type) => Namespaces.IsCryptography(type);

    // A size in bits, or a curve whose name says it: nistP256, brainpoolP224r1.
    private static int? KeyBits(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            // 0 asks for the key that is there.
            if (
                argument.Parameter?.Type.SpecialType == SpecialType.System_Int32
                && ConstantInt.LeastOf(argument.Value) is > 0 and var bits
            )
                return bits;
            if (
                argument.Parameter?.Type.Name == "ECCurve"
                && argument.Value is not IInvocationOperation
                && CurveSizes.Of(argument.Value) is { } size
            )
                return size;
        }

        return null;
    }

    private static bool NamesAlgorithm(IMethodSymbol method) =>
        method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String;

    private static IEnumerable<CryptographicUse> Named(IOperation name)
    {
        foreach (var value in StringValueTracker.Of(name))
            if (AlgorithmNames.Named(value.Text) is { } algorithm)
                yield return new CryptographicUse(algorithm, null, value.Origin);
    }

    private static IEnumerable<CryptographicUse> One(string algorithm, int? bits, SyntaxNode place) =>
        new[] { new CryptographicUse(algorithm, bits, place) };
}
