using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Algorithms, key lengths and modes in the further forms that code has for them.</summary>
public sealed class CryptographicFormTests
{
    private const string Usings = "using System.Security.Cryptography; ";

    [Theory]
    [InlineData("""class C { object? M() => DES.Create("any implementation"); }""")]
    [InlineData("""class C { object? M(string name) => DES.Create(name); }""")]
    public async Task Names_the_algorithm_of_a_factory_whatever_implementation_it_is_asked_for(string source)
    {
        var found = await new Check("PK6201").Of(Files.All, Usings + source);
        Assert.Contains("DES", Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """
            class Own : HashAlgorithm
            {
                public override void Initialize() { }

                protected override void HashCore(byte[] a, int b, int c) { }

                protected override byte[] HashFinal() => [];
            }

            class C
            {
                object M() => new Own();

                object N() => [|MD5.Create()|];
            }
            """
    )]
    [InlineData(
        """
            abstract class OwnDes : DES { }

            class Made : OwnDes
            {
                public override ICryptoTransform CreateDecryptor(byte[] k, byte[]? v) => null!;

                public override ICryptoTransform CreateEncryptor(byte[] k, byte[]? v) => null!;

                public override void GenerateIV() { }

                public override void GenerateKey() { }
            }

            class C
            {
                object M() => [|new Made()|];
            }
            """
    )]
    [InlineData("""class C { object M() => new HashAlgorithmName([|"SHA1"|]); }""")]
    [InlineData("""class C { object? M() => CryptoConfig.CreateFromName([|"MD5"|]); }""")]
    [InlineData(
        """class C { static string Name() => [|"System.Security.Cryptography.SHA1"|]; object? M() => CryptoConfig.CreateFromName(Name()); }"""
    )]
    [InlineData(
        """class C { object? M() => CryptoConfig.CreateFromName([|"System.Security.Cryptography.HashAlgorithm"|]); }"""
    )]
    public Task Reports_an_algorithm(string source) => new Check("PK6201").Reports(Usings + source, Files.All);

    [Theory]
    [InlineData(
        """class C { object M() { using var rsa = [|new RSACryptoServiceProvider()|]; return rsa.ExportParameters(false); } }"""
    )]
    [InlineData("""class C { void M(ECDsa e) => [|e.GenerateKey(ECCurve.NamedCurves.brainpoolP192t1)|]; }""")]
    [InlineData("""class C { object M() => ECDsa.Create([|ECCurve.CreateFromFriendlyName("secp192r1")|]); }""")]
    [InlineData("""class C { object M() => ECDsa.Create([|ECCurve.CreateFromValue("1.3.132.0.33")|]); }""")]
    [InlineData("class C { object M(bool old) => [|RSA.Create(old ? 1024 : 3072)|]; }")]
    [InlineData("class C { object M(bool old) { var n = 3072; if (old) n = 1024; return [|RSA.Create(n)|]; } }")]
    [InlineData("class C { object M(int kind) => [|RSA.Create(kind switch { 1 => 1024, _ => 3072 })|]; }")]
    public Task Reports_a_short_key(string source) => new Check("PK6202").Reports(Usings + source, Files.All);

    [Theory]
    [InlineData(
        """class C { object M(string key) { using var rsa = new RSACryptoServiceProvider(); rsa.FromXmlString(key); return rsa.ExportParameters(false); } }"""
    )]
    [InlineData("""class C { object M(CspParameters p) => new RSACryptoServiceProvider(p); }""")]
    [InlineData("""class C { object M() => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp384r1")); }""")]
    [InlineData("""class C { void M(Aes aes) => aes.KeySize = 64; }""")]
    [InlineData("class C { object M(bool old) => RSA.Create(old ? 3072 : 4096); }")]
    [InlineData("class C { object M() { var n = 1024; n = 3072; return RSA.Create(n); } }")]
    [InlineData("class C { object M(bool old, int size) => RSA.Create(old ? 3072 : size); }")]
    public Task Is_silent_about_keys_that_are_read_and_sizes_that_are_none(string source) =>
        new Check("PK6202").IsSilent(Usings + source, Files.All);

    [Theory]
    [InlineData("""class C { void M(Aes aes) => aes.Mode = [|CipherMode.CTS|]; }""")]
    [InlineData("""class C { object M(RSA rsa) => [|new RSAPKCS1KeyExchangeFormatter(rsa)|]; }""")]
    [InlineData(
        """class C { static readonly bool Oaep = false; byte[] M(RSACryptoServiceProvider rsa, byte[] b) => rsa.Encrypt(b, [|Oaep|]); }"""
    )]
    [InlineData(
        """
            class C
            {
                private byte[] _salt = { 1, 2, 3, 4, 5, 6, 7, 8 };

                object M(string p) => new Rfc2898DeriveBytes(p, [|_salt|], 600000, HashAlgorithmName.SHA256);
            }
            """
    )]
    [InlineData(
        """
            class C
            {
                byte[] M(string p) =>
                    Rfc2898DeriveBytes.Pbkdf2(
                        p,
                        [|System.Text.Encoding.UTF8.GetBytes("salt")|],
                        600000,
                        HashAlgorithmName.SHA256,
                        32
                    );
            }
            """
    )]
    [InlineData("""class C { private byte[] _iv = { 1, 2, 3, 4 }; void M(Aes aes) => aes.IV = [|_iv|]; }""")]
    public Task Reports_an_unsafe_use(string source) => new Check("PK6203").Reports(Usings + source, Files.All);

    [Theory]
    [InlineData(
        """class C { private byte[] _iv = { 1, 2, 3, 4 }; void Fill() => RandomNumberGenerator.Fill(_iv); void M(Aes aes) => aes.IV = _iv; }"""
    )]
    [InlineData(
        """class C { byte[] M(string p, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(p, salt, 600000, HashAlgorithmName.SHA256, 32); }"""
    )]
    [InlineData(
        """
            class C
            {
                byte[] M(string p)
                {
                    var salt = RandomNumberGenerator.GetBytes(16);
                    return Rfc2898DeriveBytes.Pbkdf2(p, salt, 600000, HashAlgorithmName.SHA256, 32);
                }
            }
            """
    )]
    [InlineData(
        """class C { bool M(Aes aes) => aes.Mode == CipherMode.CTS; object N(RSA rsa) => new RSAOAEPKeyExchangeFormatter(rsa); }"""
    )]
    public Task Is_silent_about_a_use(string source) => new Check("PK6203").IsSilent(Usings + source, Files.All);
}
