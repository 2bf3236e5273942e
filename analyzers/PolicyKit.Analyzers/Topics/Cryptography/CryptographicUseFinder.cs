using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>Finds every such place: the types of .NET and of BouncyCastle, their factories, the names handed to factories, curves and key sizes.</summary>
internal static class CryptographicUseFinder
{
    // The abstract types of .NET. Implementations have the name and one of the suffixes below.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["MD5"] = "MD5",
        ["HMACMD5"] = "MD5",
        ["SHA1"] = "SHA-1",
        ["HMACSHA1"] = "SHA-1",
        ["RIPEMD160"] = "RIPEMD-160",
        ["HMACRIPEMD160"] = "RIPEMD-160",
        ["DES"] = "DES",
        ["TripleDES"] = "3DES",
        ["MACTripleDES"] = "3DES",
        ["RC2"] = "RC2",
        ["DSA"] = "DSA",
        ["RSA"] = "RSA",
        ["ECDsa"] = "ECDSA",
        ["ECDiffieHellman"] = "ECDH",
        ["Aes"] = "AES",
    };

    private static readonly string[] Suffixes = { "CryptoServiceProvider", "Managed", "Cng", "OpenSsl" };

    private static readonly Dictionary<string, string> BouncyCastle = new(StringComparer.Ordinal)
    {
        ["MD2Digest"] = "MD2",
        ["MD4Digest"] = "MD4",
        ["MD5Digest"] = "MD5",
        ["Sha1Digest"] = "SHA-1",
        ["RipeMD160Digest"] = "RIPEMD-160",
        ["DesEngine"] = "DES",
        ["DesEdeEngine"] = "3DES",
        ["RC2Engine"] = "RC2",
        ["RC4Engine"] = "RC4",
        ["BlowfishEngine"] = "Blowfish",
        ["IdeaEngine"] = "IDEA",
        ["TeaEngine"] = "TEA",
        ["XteaEngine"] = "XTEA",
    };

    /// <summary>The operations at which an algorithm can be taken up.</summary>
    public static OperationKind[] Kinds { get; } =
        {
            OperationKind.ObjectCreation,
            OperationKind.Invocation,
            OperationKind.PropertyReference,
            OperationKind.SimpleAssignment,
        };

    /// <summary>What an operation takes up.</summary>
    public static IEnumerable<CryptographicUse> Of(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol type } creation => OfType(
                type,
                creation.Arguments,
                creation.Syntax
            ),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } call when IsOurs(method.ContainingType) =>
                method.Name is "Create" or "CreateFromName" && Names(method) ? Named(call)
                : TakesUp(method.Name) ? OfType(method.ContainingType, call.Arguments, call.Syntax)
                : Enumerable.Empty<CryptographicUse>(),
            IPropertyReferenceOperation
            {
                Property: { Name: "MD5" or "SHA1", ContainingType: { Name: "HashAlgorithmName" } of } property
            } reference when IsOurs(of) && reference.Parent is not IBinaryOperation => One(
                Types[property.Name],
                null,
                reference.Syntax
            ),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: "KeySize", Instance.Type: INamedTypeSymbol type }
            } assignment when AlgorithmOf(type) is { } algorithm && ConstantInt.Of(assignment.Value) is { } bits => One(
                algorithm,
                bits,
                assignment.Syntax
            ),
            _ => Enumerable.Empty<CryptographicUse>(),
        };

    // MD5.Create(), MD5.HashData(bytes); TripleDES.IsWeakKey(key) takes nothing up.
    private static bool TakesUp(string method) =>
        method.StartsWith("Create", StringComparison.Ordinal)
        || method.StartsWith("Hash", StringComparison.Ordinal)
        || method.StartsWith("TryHash", StringComparison.Ordinal);

    private static IEnumerable<CryptographicUse> OfType(
        INamedTypeSymbol type,
        IEnumerable<IArgumentOperation> arguments,
        SyntaxNode place
    )
    {
        if (AlgorithmOf(type) is { } algorithm)
            return One(algorithm, KeyBits(arguments), place);
        var isListed = BouncyCastle.TryGetValue(type.Name, out var name);
        if ((!isListed && type.Name != "RsaKeyGenerationParameters") || !Namespaces.IsBouncyCastle(type))
            return Enumerable.Empty<CryptographicUse>();
        return isListed ? One(name!, null, place)
            : type.Name == "RsaKeyGenerationParameters"
                ? One("RSA", KeyBits(arguments.Where(a => a.Parameter?.Name == "strength")), place)
            : Enumerable.Empty<CryptographicUse>();
    }

    private static string? AlgorithmOf(INamedTypeSymbol type)
    {
        if (!IsOurs(type))
            return null;
        var name = type.Name;
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length)
                name = name.Substring(0, name.Length - suffix.Length);
        return Types.TryGetValue(name, out var algorithm) ? algorithm : null;
    }

    private static bool IsOurs(INamedTypeSymbol type) => Namespaces.IsCryptography(type);

    // A size in bits, or a curve whose name says it: nistP256, brainpoolP224r1.
    private static int? KeyBits(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            // 0 asks for the key that is there.
            if (
                argument.Parameter?.Type.SpecialType == SpecialType.System_Int32
                && ConstantInt.Of(argument.Value) is > 0 and var bits
            )
                return bits;
            if (
                argument.Value
                    is IPropertyReferenceOperation { Property: { ContainingType: { Name: "NamedCurves" } of } curve }
                && of.ContainingType is { Name: "ECCurve" }
                && DigitsOf(curve.Name) is { } size
            )
                return size;
        }

        return null;
    }

    private static int? DigitsOf(string curve)
    {
        var start = curve.IndexOf('P') + 1;
        var end = start;
        while (end < curve.Length && char.IsDigit(curve[end]))
            end++;
        return start > 0 && int.TryParse(curve.Substring(start, end - start), out var bits) ? bits : null;
    }

    private static bool Names(IMethodSymbol method) =>
        method.Parameters.Length > 0
        && method.Parameters[0].Type.SpecialType == SpecialType.System_String
        && IsOurs(method.ContainingType);

    // SHA, SHA1, System.Security.Cryptography.SHA1, SHA1CryptoServiceProvider, http://www.w3.org/2000/09/xmldsig#sha1
    private static IEnumerable<CryptographicUse> Named(IInvocationOperation call)
    {
        foreach (var value in StringValueTracker.Of(call.Arguments[0].Value))
        {
            var name = value.Text.Substring(value.Text.LastIndexOfAny(new[] { '.', '#' }) + 1);
            foreach (var suffix in Suffixes)
                if (name.EndsWith(suffix, StringComparison.Ordinal))
                    name = name.Substring(0, name.Length - suffix.Length);
            var plain = IdentifierWords.Plain(name) switch
            {
                "sha" => "sha1",
                "3des" => "tripledes",
                var other => other,
            };
            if (Types.FirstOrDefault(t => IdentifierWords.Plain(t.Key) == plain).Value is { } algorithm)
                yield return new CryptographicUse(algorithm, null, value.Origin);
        }
    }

    private static IEnumerable<CryptographicUse> One(string algorithm, int? bits, SyntaxNode place) =>
        new[] { new CryptographicUse(algorithm, bits, place) };
}
