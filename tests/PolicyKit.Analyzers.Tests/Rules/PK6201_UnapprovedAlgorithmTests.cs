using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6201_UnapprovedAlgorithmTests
{
    private const string BouncyCastle =
        " namespace Org.BouncyCastle.Crypto.Digests { class MD5Digest { public static int F(int x) => x; } class Sha256Digest { } } namespace Org.BouncyCastle.Crypto.Engines { class DesEngine { } class AesEngine { } } namespace Org.BouncyCastle.Crypto.Parameters { class RsaKeyGenerationParameters { public RsaKeyGenerationParameters(object e, object r, int strength, int certainty) { } } }";

    private static readonly Check Rule = new("PK6201");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { object M() => System.Security.Cryptography.SHA1.Create(); }""";
        Assert.Equal(
            "暗号 `SHA-1` は CRYPTREC LS-0001-2022 (2023-03-30) で互換性のためだけに認められています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "CRYPTREC LS-0001-2022 (2023-03-30) allows the algorithm `SHA-1` for compatibility only 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("""class C { object M() => [|MD5.Create()|]; }""")]
    [InlineData("""class C { byte[] M(byte[] d) => [|MD5.HashData(d)|]; }""")]
    [InlineData("""class C { byte[] M(byte[] d) => [|SHA1.HashData(d)|]; }""")]
    [InlineData("""class C { object M() => [|new MD5CryptoServiceProvider()|]; }""")]
    [InlineData("""class C { object M() => [|DES.Create()|]; }""")]
    [InlineData("""class C { object M() => [|TripleDES.Create()|]; }""")]
    [InlineData("""class C { object M() => [|RC2.Create()|]; }""")]
    [InlineData("""class C { object M(byte[] k) => [|new HMACSHA1(k)|]; object N(byte[] k) => [|new HMACMD5(k)|]; }""")]
    [InlineData("""class C { object? M() => CryptoConfig.CreateFromName([|"MD5"|]); }""")]
    [InlineData(
        """class C { object? M() => CryptoConfig.CreateFromName([|"System.Security.Cryptography.SHA1CryptoServiceProvider"|]); }"""
    )]
    [InlineData("""class C { const string Name = [|"SHA1"|]; object? M() => HashAlgorithm.Create(Name); }""")]
    [InlineData("""class C { object? M() => SymmetricAlgorithm.Create([|"3DES"|]); }""")]
    [InlineData("""class C { object M() => IncrementalHash.CreateHash([|HashAlgorithmName.MD5|]); }""")]
    [InlineData(
        """class C { object M(byte[] s) => new Rfc2898DeriveBytes("p", s, 100000, [|HashAlgorithmName.SHA1|]); }"""
    )]
    [InlineData("""class C { object M() => [|new Org.BouncyCastle.Crypto.Digests.MD5Digest()|]; }""")]
    [InlineData("""class C { object M() => [|new Org.BouncyCastle.Crypto.Engines.DesEngine()|]; }""")]
    [InlineData("""class C { object M() => [|new TripleDESCryptoServiceProvider()|]; }""")]
    public Task Reports(string source) =>
        Rule.Reports("using System.Security.Cryptography; " + source + BouncyCastle, Files.All);

    [Theory]
    [InlineData("""class C { object M() => SHA256.Create(); }""")]
    [InlineData("""class C { byte[] M(byte[] d) => SHA512.HashData(d); }""")]
    [InlineData("""class C { object M() => Aes.Create(); }""")]
    [InlineData("""class C { object M() => RSA.Create(3072); }""")]
    [InlineData("""class C { object M(byte[] k) => new HMACSHA256(k); }""")]
    [InlineData("""class C { object? M() => CryptoConfig.CreateFromName("SHA256"); }""")]
    [InlineData("""class C { object? M(string n) => CryptoConfig.CreateFromName(n); }""")]
    [InlineData("""class C { object M() => IncrementalHash.CreateHash(HashAlgorithmName.SHA384); }""")]
    [InlineData("""class C { bool M(HashAlgorithmName n) => n == HashAlgorithmName.SHA1; }""")]
    [InlineData("""class MD5 { public static MD5 Create() => new(); } class C { object M() => MD5.Create(); }""")]
    [InlineData("""class C { string s = "MD5"; string t = nameof(SHA1); }""")]
    [InlineData("""class C { byte[] M(HashAlgorithm h, byte[] d) => h.ComputeHash(d); }""")]
    [InlineData("""class C { System.Type M() => typeof(MD5); bool N(object o) => o is SHA1; }""")]
    [InlineData(
        """class C { object M() => new Org.BouncyCastle.Crypto.Digests.Sha256Digest(); int N() => Org.BouncyCastle.Crypto.Digests.MD5Digest.F(1); }"""
    )]
    [InlineData("""class C { object M() => new Org.BouncyCastle.Crypto.Engines.AesEngine(); }""")]
    [InlineData("""class C { object M() => ECDsa.Create(ECCurve.NamedCurves.nistP256); }""")]
    [InlineData("""class C { bool M(byte[] key) => TripleDES.IsWeakKey(key) || DES.IsSemiWeakKey(key); }""")]
    [InlineData("""class C { void Des() { Des(); } object? M() => HashAlgorithm.Create("Unknown"); }""")]
    public Task Is_silent(string source) =>
        Rule.IsSilent("using System.Security.Cryptography; " + source + BouncyCastle, Files.All);
}
