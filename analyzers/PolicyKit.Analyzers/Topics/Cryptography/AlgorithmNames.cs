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
        ["RipeMD128Digest"] = "RIPEMD-128",
        ["RipeMD256Digest"] = "RIPEMD-256",
        ["RipeMD320Digest"] = "RIPEMD-320",
        ["WhirlpoolDigest"] = "Whirlpool",
        ["TigerDigest"] = "Tiger",
        ["Gost3411Digest"] = "GOST R 34.11-94",
        ["SM3Digest"] = "SM3",
        ["Cast6Engine"] = "CAST-256",
        ["TwofishEngine"] = "Twofish",
        ["SerpentEngine"] = "Serpent",
        ["SeedEngine"] = "SEED",
        ["AriaEngine"] = "ARIA",
        ["SM4Engine"] = "SM4",
        ["Gost28147Engine"] = "GOST 28147-89",
        ["RC532Engine"] = "RC5",
        ["RC564Engine"] = "RC5",
        ["RC6Engine"] = "RC6",
        ["Salsa20Engine"] = "Salsa20",
        ["IsaacEngine"] = "ISAAC",
        ["VmpcEngine"] = "VMPC",
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
        ["desedewrap"] = "3DES",
        ["rc2wrap"] = "RC2",
        ["descbc"] = "DES",
        ["rc4"] = "RC4",
        ["arc4"] = "RC4",
        ["arcfour"] = "RC4",
        ["blowfish"] = "Blowfish",
        ["ripemd160"] = "RIPEMD-160",
        ["ripemd128"] = "RIPEMD-128",
        ["ripemd256"] = "RIPEMD-256",
        ["ripemd320"] = "RIPEMD-320",
        ["hmacripemd128"] = "RIPEMD-128",
        ["whirlpool"] = "Whirlpool",
        ["tiger"] = "Tiger",
        ["gost3411"] = "GOST R 34.11-94",
        ["gost28147"] = "GOST 28147-89",
        ["sm3"] = "SM3",
        ["sm4"] = "SM4",
        ["cast5"] = "CAST-128",
        ["cast6"] = "CAST-256",
        ["idea"] = "IDEA",
        ["skipjack"] = "Skipjack",
        ["tea"] = "TEA",
        ["xtea"] = "XTEA",
        ["seed"] = "SEED",
        ["aria"] = "ARIA",
        ["twofish"] = "Twofish",
        ["serpent"] = "Serpent",
        ["rc5"] = "RC5",
        ["rc6"] = "RC6",
        ["salsa20"] = "Salsa20",
    };

    // RFC 3279, 3370 and 8018, ISO/IEC 10118-3 and OIW: the same by number.
    private static readonly Dictionary<string, string> Identifiers = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.2.2"] = "MD2",
        ["1.2.840.113549.2.4"] = "MD4",
        ["1.2.840.113549.2.5"] = "MD5",
        ["1.2.840.113549.1.1.2"] = "MD2",
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.2.6"] = "MD5",
        ["1.3.14.3.2.26"] = "SHA-1",
        ["1.3.14.3.2.29"] = "SHA-1",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.2.840.10040.4.3"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
        ["1.2.840.113549.2.7"] = "SHA-1",
        ["1.3.36.3.2.1"] = "RIPEMD-160",
        ["1.3.14.3.2.7"] = "DES",
        ["1.2.840.113549.3.7"] = "3DES",
        ["1.2.840.113549.3.2"] = "RC2",
        ["1.2.840.113549.3.4"] = "RC4",
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
    /// http://www.w3.org/2000/09/xmldsig#sha1, DESede/CBC/PKCS7Padding, PBEWithMD5AndDES, 1.3.14.3.2.26.
    /// </summary>
    public static string? Named(string text)
    {
        if (Identifiers.TryGetValue(text.Trim(), out var identified))
            return identified;
        var name = text.Substring(text.LastIndexOfAny(new[] { '.', '#' }) + 1).Split('/', ',')[0].Trim();
        var plain = IdentifierWords.Plain(WithoutSuffix(name));
        return OfPlain(plain) ?? OfPlain(DigestOf(plain));
    }

    private static string? OfPlain(string plain) =>
        Others.TryGetValue(plain, out var other)
            ? other
            : Types.FirstOrDefault(t => IdentifierWords.Plain(t.Key) == plain).Value;

    // ripemd160withrsa, pbewithmd5anddes: the digest stands before the one and between the others.
    private static string DigestOf(string plain)
    {
        const string Password = "pbewith";
        if (!plain.StartsWith(Password, StringComparison.Ordinal))
            return plain.IndexOf("with", StringComparison.Ordinal) is > 0 and var at ? plain.Substring(0, at) : "";
        var rest = plain.Substring(Password.Length);
        return rest.IndexOf("and", StringComparison.Ordinal) is > 0 and var end ? rest.Substring(0, end) : rest;
    }

    private static string WithoutSuffix(string name)
    {
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length)
                return name.Substring(0, name.Length - suffix.Length);
        return name;
    }
}
