using PolicyKit.Standards;

namespace PolicyKit.Tests.Standards;

/// <summary>Names of cryptography as people write them.</summary>
public sealed class CryptographyNameTests
{
    [Theory]
    [InlineData("AES-256-GCM", "AES", 256)]
    [InlineData("AES", "AES", null)]
    [InlineData("aes_128_cbc", "AES", 128)]
    [InlineData("ＡＥＳ－２５６　ＧＣＭ", "AES", 256)]
    [InlineData("AES（256ビット）", "AES", 256)]
    [InlineData("AES 256bit", "AES", 256)]
    [InlineData("RSA-3072", "RSA-PSS", 3072)]
    [InlineData("RSA 2048", "RSA-PSS", 2048)]
    [InlineData("RSA-OAEP-256", "RSA-OAEP", null)]
    [InlineData("SHA256withRSA", "RSA-PSS", null)]
    [InlineData("ECDSA P-256", "ECDSA", 256)]
    [InlineData("ecdsa with SHA-384 (secp384r1)", "ECDSA", 384)]
    [InlineData("HMAC-SHA-256", "HMAC", 256)]
    [InlineData("hmacsha512", "HMAC", 512)]
    [InlineData("TLS 1.3", "TLS 1.3", null)]
    [InlineData("TLSv1.2", "TLS 1.2", null)]
    [InlineData("tls1.2", "TLS 1.2", null)]
    [InlineData("Ed25519", "EdDSA", 256)]
    [InlineData("X25519", "ECDH", 256)]
    [InlineData("ES256", "ECDSA", 256)]
    [InlineData("SHA-512/256", "SHA-512/256", null)]
    [InlineData("SHA3-256", "SHA3-256", null)]
    [InlineData("ChaCha20-Poly1305", "ChaCha20-Poly1305", 256)]
    [InlineData("ML-KEM-768", "ML-KEM-768", null)]
    [InlineData("ＴＬＳ　１．３", "TLS 1.3", null)]
    [InlineData("AES/GCM/NoPadding", "AES", null)]
    [InlineData("AesGcm", "AES", null)]
    [InlineData("AES/CBC/PKCS5Padding", "AES", null)]
    [InlineData("AES key=256", "AES", 256)]
    [InlineData("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", "RSA-PSS", null)]
    [InlineData("secp256r1", "ECDSA", 256)]
    [InlineData("prime256v1", "ECDSA", 256)]
    [InlineData("NIST P-256", "ECDSA", 256)]
    public void Are_understood(string name, string algorithm, int? keyBits)
    {
        var named = CryptographyTable.Default.Understand(name);
        Assert.Equal((algorithm, keyBits), (named?.Algorithm.Name, named?.KeyBits));
        Assert.Equal(AlgorithmStatus.Recommended, named!.Status);
    }

    [Theory]
    [InlineData("HMAC-SHA-1")]
    [InlineData("SHA1withRSA")]
    [InlineData("3DES")]
    [InlineData("TLS 1.0")]
    [InlineData("PBKDF2-HMAC-SHA1")]
    [InlineData("RSA/ECB/PKCS1Padding")]
    [InlineData("DESede")]
    public void Keep_the_worst_of_what_they_name(string name) =>
        Assert.Equal(AlgorithmStatus.Monitored, CryptographyTable.Default.Understand(name)?.Status);

    [Theory]
    [InlineData("AES-256-ECB")]
    [InlineData("AES-999")]
    [InlineData("HMAC-MD5")]
    [InlineData("MD5")]
    [InlineData("Blowfish")]
    [InlineData("RSA with something")]
    [InlineData("独自方式")]
    [InlineData("256")]
    [InlineData("")]
    public void Are_not_understood_by_half(string name) => Assert.Null(CryptographyTable.Default.Understand(name));

    [Theory]
    [InlineData("PBKDF2", "PBKDF2", null)]
    [InlineData("PBKDF2-HMAC-SHA256", "PBKDF2", null)]
    [InlineData("PBKDF2WithHmacSHA512", "PBKDF2", null)]
    [InlineData("Rfc2898DeriveBytes", "PBKDF2", null)]
    [InlineData("PBKDF2 (反復回数 600,000回)", "PBKDF2", 600_000)]
    [InlineData("PBKDF2 iterations=600000", "PBKDF2", 600_000)]
    [InlineData("bcrypt", "bcrypt", null)]
    [InlineData("ｂｃｒｙｐｔ（コスト１２）", "bcrypt", 12)]
    [InlineData("scrypt (N=32768, r=8, p=1)", "scrypt", null)]
    [InlineData("Argon2id (m=19456, t=2, p=1)", "Argon2id", null)]
    [InlineData("HKDF-SHA256", "HKDF", null)]
    public void Of_key_derivation_are_understood_with_their_count(string name, string function, int? count)
    {
        var named = CryptographyTable.Default.Understand(name);
        Assert.Equal((function, count), (named?.Derivation?.Name, named?.Count));
        Assert.Equal(AlgorithmStatus.Recommended, named!.Status);
    }

    [Theory]
    [InlineData("AES-ECB", "ECB")]
    [InlineData("AES-256-ECB", "ECB")]
    [InlineData("AES/ECB/PKCS5Padding", "ECB")]
    [InlineData("ECDSA secp256k1", "secp256k1")]
    [InlineData("AES-256-GCM", null)]
    [InlineData("Blowfish", null)]
    public void Tell_the_part_that_is_on_no_list(string name, string? part) =>
        Assert.Equal(part, CryptographyTable.Default.UnlistedPartOf(name));

    [Theory]
    [InlineData("AESS-256", "AES-256")]
    // Another mode or curve is no slip of the pen.
    [InlineData("AES-256-ECB", null)]
    [InlineData("AES-ECB", null)]
    [InlineData("AES-EBC", null)]
    [InlineData("ECDSA secp256k1", null)]
    // A draft of what is listed: neither the same nor another thing.
    [InlineData("Kyber768", "ML-KEM-768")]
    [InlineData("CRYSTALS-Kyber1024", null)]
    [InlineData("PBKDF3", "PBKDF2")]
    [InlineData("Camelia", "Camellia")]
    // Letters swapped.
    [InlineData("ASE-256", "AES-256")]
    [InlineData("ＡＳＥ－２５６", "AES-256")]
    [InlineData("ase-256-gcm", "AES-256-GCM")]
    [InlineData("EAS-128", "AES-128")]
    [InlineData("RAS-2048", "RSA-2048")]
    [InlineData("RSA-OEAP", "RSA-OAEP")]
    [InlineData("HMCA-SHA-256", "HMAC-SHA256")]
    [InlineData("EDCSA P-256", "ECDSA-P-256")]
    [InlineData("ML-KME-768", "ML-KEM-768")]
    [InlineData("TSL 1.3", "TLS 1.3")]
    [InlineData("HSA-256", "SHA-256")]
    // A wrong, swapped, missing or doubled digit.
    [InlineData("SHA-255", "SHA-256")]
    [InlineData("SHA-265", "SHA-256")]
    [InlineData("SHA-521", "SHA-512")]
    [InlineData("SHA-25", "SHA-256")]
    [InlineData("SHA3-265", "SHA3-256")]
    [InlineData("AES-265", "AES-256")]
    [InlineData("AES-25", "AES-256")]
    [InlineData("AES-129-GCM", "AES-128-GCM")]
    [InlineData("RSA-2084", "RSA-2048")]
    [InlineData("RSA-3027", "RSA-3072")]
    [InlineData("ECDSA P-265", "ECDSA-P-256")]
    [InlineData("Ed25591", "Ed25519")]
    [InlineData("X2519", "X25519")]
    [InlineData("TLS 1.4", "TLS 1.3")]
    [InlineData("ES265", "ES256")]
    [InlineData("SHA255withRSA", "SHA-256 with RSA")]
    // Cut off, and a letter missing or too much.
    [InlineData("Kcipher", "KCipher-2")]
    [InlineData("KCiper-2", "KCipher-2")]
    [InlineData("Came", "Camellia")]
    [InlineData("ChaCha", "ChaCha20")]
    [InlineData("ChaCha20-Poly", "ChaCha20-Poly1305")]
    [InlineData("Chacha20-Poly1350", "ChaCha20-Poly1305")]
    [InlineData("Camelia-256", "Camellia-256")]
    [InlineData("ECDS", "ECDSA")]
    [InlineData("HMAC-SHA256x", "HMAC-SHA256")]
    // What is something else is no slip.
    [InlineData("Blowfish", null)]
    [InlineData("RSAES-OAPE", "RSAES-OAEP")]
    [InlineData("DES", null)]
    [InlineData("MD5", null)]
    [InlineData("RC4", null)]
    [InlineData("IDEA", null)]
    [InlineData("256", null)]
    [InlineData("独自方式", null)]
    public void That_are_unknown_get_the_nearest(string name, string? nearest) =>
        Assert.Equal(nearest, CryptographyTable.Default.NearestTo(name));

    [Fact]
    public void Every_swap_wrong_digit_and_cut_of_a_listed_name_leads_to_a_name_that_is_understood()
    {
        var table = CryptographyTable.Default;
        var lost = new List<string>();
        foreach (var name in table.Algorithms.Select(a => a.Name).Where(n => n.Count(char.IsLetterOrDigit) > 3))
        foreach (var slip in Slips(name).Where(s => table.Understand(s) is null))
            if (table.NearestTo(slip) is not { } nearest || table.Understand(nearest) is null)
                lost.Add($"{name}: {slip}");
        Assert.Empty(lost);
    }

    private static IEnumerable<string> Slips(string name)
    {
        for (var i = 0; i + 1 < name.Length; i++)
        {
            if (char.IsLetterOrDigit(name[i]) && char.IsLetterOrDigit(name[i + 1]))
                yield return name[..i] + name[i + 1] + name[i] + name[(i + 2)..];
            if (char.IsDigit(name[i]))
                yield return name[..i] + (char)('0' + ((name[i] - '0' + 1) % 10)) + name[(i + 1)..];
        }

        yield return name[..^1];
        yield return name + name[^1];
    }

    [Fact]
    public void A_table_of_somebody_else_s_understands_its_own_algorithms()
    {
        var table = CryptographyTable
            .Read(
                PolicyKit.Reading.SourceDocument.FromText(
                    "c.json",
                    """
                    {
                      "edition": "1", "strengths": [{ "bits": 112, "lastYear": 2030 }],
                      "factoring": [{ "keyBits": 2048, "bits": 112 }],
                      "algorithms": [{ "name": "NEW", "status": "recommended", "strength": "symmetric" }]
                    }
                    """
                )
            )
            .Value!;
        Assert.Equal(256, table.Understand("NEW-256-GCM")?.KeyBits);
        Assert.Null(table.Understand("AES-256"));
    }

    [Theory]
    [InlineData("HMAC-MD5", "MD5")]
    [InlineData("MD4withRSA", "MD4")]
    [InlineData("HMAC-SHA-256", null)]
    public void A_hash_on_no_list_is_named_and_not_hidden_behind_what_uses_it(string name, string? part) =>
        Assert.Equal(part, CryptographyTable.Default.UnlistedPartOf(name));
}
