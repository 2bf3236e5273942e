using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6202_StrengthEndsTooEarlyTests
{
    private const string BouncyCastle =
        " namespace Org.BouncyCastle.Crypto.Digests { class MD5Digest { } class Sha256Digest { } } namespace Org.BouncyCastle.Crypto.Engines { class DesEngine { } class AesEngine { } } namespace Org.BouncyCastle.Crypto.Parameters { class RsaKeyGenerationParameters { public RsaKeyGenerationParameters(object e, object r, int strength, int certainty) { } } }";

    private static readonly Check Rule = new("PK6202");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { object M() => System.Security.Cryptography.RSA.Create(2048); }""";
        Assert.Equal(
            "`RSA` 2048ビットの強度が使えるのは2030年までで、運用は2031年まで続きます 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "The strength of `RSA` with 2048 bits may be relied on until 2030, and operation goes on until 2031 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("""class C { object M() => [|RSA.Create(2048)|]; }""")]
    [InlineData("""class C { object M() => [|RSA.Create(1024)|]; }""")]
    [InlineData("""class C { const int Bits = 2048; object M() => [|RSA.Create(Bits)|]; }""")]
    [InlineData(
        """class C { static readonly int Bits = 2048; object M() { var r = RSA.Create(); [|r.KeySize = Bits|]; var bits = 1024; return [|RSA.Create(bits)|]; } }"""
    )]
    [InlineData("""class C { object M() => [|new RSACryptoServiceProvider(2048)|]; }""")]
    [InlineData("""class C { object M() => [|new RSACryptoServiceProvider(512, new CspParameters())|]; }""")]
    [InlineData("""class C { object M() => [|new RSACng(2048)|]; }""")]
    [InlineData("""class C { object M() => [|new RSAOpenSsl(2048)|]; }""")]
    [InlineData("""class C { void M(RSA r) => [|r.KeySize = 2048|]; }""")]
    [InlineData("""class C { object M() { var r = RSA.Create(); [|r.KeySize = 1024|]; return r; } }""")]
    [InlineData("""class C { object M() => [|DSA.Create(2048)|]; }""")]
    [InlineData("""class C { object M() => [|new DSACryptoServiceProvider(1024)|]; }""")]
    [InlineData("""class C { object M() => [|ECDsa.Create(ECCurve.NamedCurves.brainpoolP224r1)|]; }""")]
    [InlineData("""class C { object M() => [|ECDiffieHellman.Create(ECCurve.NamedCurves.brainpoolP192r1)|]; }""")]
    [InlineData("""class C { object M() => [|new ECDsaCng(ECCurve.NamedCurves.brainpoolP160r1)|]; }""")]
    [InlineData(
        """class C { object M() => [|new Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters(1, 2, 2048, 100)|]; }"""
    )]
    public Task Reports(string source) =>
        Rule.Reports("using System.Security.Cryptography; " + source + BouncyCastle, Files.All);

    [Theory]
    [InlineData("""class C { object M() => RSA.Create(3072); }""")]
    [InlineData("""class C { object M() => RSA.Create(4096); }""")]
    [InlineData(
        """class C { object M(bool isLong) { var bits = 1024; if (isLong) bits *= 4; return RSA.Create(bits); } }"""
    )]
    [InlineData(
        """class C { object M(CspParameters p) => new RSACryptoServiceProvider(0, p); object N() => new AesCng("a", CngProvider.MicrosoftSoftwareKeyStorageProvider, CngKeyOpenOptions.MachineKey); }"""
    )]
    [InlineData("""class C { object M() => RSA.Create(); }""")]
    [InlineData("""class C { object M(int bits) => RSA.Create(bits); }""")]
    [InlineData("""class C { object M() => new RSACryptoServiceProvider(4096); }""")]
    [InlineData("""class C { object M(RSAParameters p) => RSA.Create(p); }""")]
    [InlineData("""class C { void M(RSA r) => r.KeySize = 3072; bool N(RSA r) => r.KeySize == 2048; }""")]
    [InlineData("""class C { object M() => ECDsa.Create(ECCurve.NamedCurves.nistP256); }""")]
    [InlineData("""class C { object M() => ECDsa.Create(ECCurve.NamedCurves.nistP521); }""")]
    [InlineData("""class C { object M() { var a = Aes.Create(); a.KeySize = 256; return a; } }""")]
    [InlineData("""class C { object M() { var a = Aes.Create(); a.KeySize = 128; return a; } }""")]
    [InlineData(
        """class RSA { public static RSA Create(int n) => new(); } class C { object M() => RSA.Create(1024); }"""
    )]
    [InlineData("""class C { int keySize = 1024; object M(byte[] b) => new byte[2048]; }""")]
    [InlineData("""class C { object M() => DES.Create(); }""")]
    [InlineData(
        """class C { object M() => new Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters(1, 2, 3072, 100); }"""
    )]
    public Task Is_silent(string source) =>
        Rule.IsSilent("using System.Security.Cryptography; " + source + BouncyCastle, Files.All);
}
