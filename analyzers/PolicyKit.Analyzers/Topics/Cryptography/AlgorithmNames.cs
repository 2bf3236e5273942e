namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>Which algorithm a type or a name stands for: of .NET, of BouncyCastle, of XML signatures.</summary>
internal static class AlgorithmNames
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
        ["Cast5Engine"] = "CAST-128",
        ["IdeaEngine"] = "IDEA",
        ["SkipjackEngine"] = "Skipjack",
        ["TeaEngine"] = "TEA",
        ["XteaEngine"] = "XTEA",
    };

    // Names that libraries and standards of others have beside those of the types.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["sha"] = "SHA-1",
        // What the factories of old make by the name of the abstract type.
        ["hashalgorithm"] = "SHA-1",
        ["sha1"] = "SHA-1",
        ["rsasha1"] = "SHA-1",
        ["dsasha1"] = "SHA-1",
        ["hmacsha1"] = "SHA-1",
        ["sha1withrsa"] = "SHA-1",
        ["sha1withdsa"] = "SHA-1",
        ["sha1withecdsa"] = "SHA-1",
        ["md5withrsa"] = "MD5",
        ["md2"] = "MD2",
        ["md4"] = "MD4",
        ["rsamd5"] = "MD5",
        ["3des"] = "3DES",
        ["tripledes"] = "3DES",
        ["tripledescbc"] = "3DES",
        ["kwtripledes"] = "3DES",
        ["desede"] = "3DES",
        ["desede3"] = "3DES",
        ["descbc"] = "DES",
        ["rc4"] = "RC4",
        ["arc4"] = "RC4",
        ["arcfour"] = "RC4",
        ["blowfish"] = "Blowfish",
        ["ripemd160"] = "RIPEMD-160",
    };

    /// <summary>The algorithm of a type of .NET, or of one that a program derives from it.</summary>
    public static string? Of(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Namespaces.IsCryptography(type))
                return Types.TryGetValue(WithoutSuffix(type.Name), out var algorithm) ? algorithm : null;
            if (type.Locations.All(l => !l.IsInSource))
                return null;
        }

        return null;
    }

    /// <summary>The algorithm of a type of BouncyCastle.</summary>
    public static string? OfBouncyCastle(INamedTypeSymbol type) =>
        BouncyCastle.TryGetValue(type.Name, out var algorithm) && Namespaces.IsBouncyCastle(type) ? algorithm : null;

    /// <summary>
    /// The algorithm of a name: SHA, System.Security.Cryptography.SHA1, SHA1CryptoServiceProvider,
    /// http://www.w3.org/2000/09/xmldsig#sha1, DESede/CBC/PKCS7Padding.
    /// </summary>
    public static string? Named(string text)
    {
        var name = text.Substring(text.LastIndexOfAny(new[] { '.', '#' }) + 1).Split('/', ',')[0].Trim();
        var plain = IdentifierWords.Plain(WithoutSuffix(name));
        if (Others.TryGetValue(plain, out var other))
            return other;
        return Types.FirstOrDefault(t => IdentifierWords.Plain(t.Key) == plain).Value;
    }

    private static string WithoutSuffix(string name)
    {
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length)
                return name.Substring(0, name.Length - suffix.Length);
        return name;
    }
}
