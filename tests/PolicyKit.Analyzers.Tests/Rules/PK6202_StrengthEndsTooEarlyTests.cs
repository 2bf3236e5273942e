using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6202_StrengthEndsTooEarlyTests
{
    private const string BouncyCastle = """

        namespace Org.BouncyCastle.Crypto.Digests
        {
            class MD5Digest { }

            class Sha256Digest { }
        }

        namespace Org.BouncyCastle.Crypto.Engines
        {
            class DesEngine { }

            class AesEngine { }
        }

        namespace Org.BouncyCastle.Crypto.Parameters
        {
            class RsaKeyGenerationParameters
            {
                public RsaKeyGenerationParameters(object e, object r, int strength, int certainty) { }
            }
        }

        namespace Org.BouncyCastle.Crypto
        {
            class KeyGenerationParameters
            {
                public KeyGenerationParameters(object random, int strength) { }
            }
        }

        namespace Org.BouncyCastle.Crypto.Generators
        {
            class RsaKeyPairGenerator
            {
                public void Init(KeyGenerationParameters p) { }
            }

            class CipherKeyGenerator
            {
                public void Init(KeyGenerationParameters p) { }
            }
        }
        """;

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
            "`RSA` with 2048 bits is strong enough until 2030, but operation lasts until 2031 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a generator of BouncyCastle that is told 1,024 bits",
                """
                    class C
                    {
                        void M()
                        {
                            var g = new Org.BouncyCastle.Crypto.Generators.RsaKeyPairGenerator();
                            [|g.Init(new Org.BouncyCastle.Crypto.KeyGenerationParameters(1, 1024))|];
                        }
                    }
                    """
            },
            {
                "the length of a key of CNG",
                """
                    class C
                    {
                        CngKey M()
                        {
                            var p = new CngKeyCreationParameters();
                            p.Parameters.Add(
                                [|new CngProperty("Length", BitConverter.GetBytes(1024), CngPropertyOptions.None)|]);
                            return CngKey.Create(CngAlgorithm.Rsa, "zei", p);
                        }
                    }
                    """
            },
            {
                "a size beside a name",
                """
                    class C
                    {
                        object? M() => CryptoConfig.CreateFromName([|"RSA"|], 1024);
                    }
                    """
            },
            {
                "RSA with 2048 bits",
                """
                    class C
                    {
                        object M() => [|RSA.Create(2048)|];
                    }
                    """
            },
            {
                "RSA with 1024 bits",
                """
                    class C
                    {
                        object M() => [|RSA.Create(1024)|];
                    }
                    """
            },
            {
                "RSA with bits from a constant",
                """
                    class C
                    {
                        const int Bits = 2048;

                        object M() => [|RSA.Create(Bits)|];
                    }
                    """
            },
            {
                "RSA with bits from a field and a local variable",
                """
                    class C
                    {
                        static readonly int Bits = 2048;

                        object M()
                        {
                            var r = RSA.Create();
                            [|r.KeySize = Bits|];
                            var bits = 1024;
                            return [|RSA.Create(bits)|];
                        }
                    }
                    """
            },
            {
                "2048 bits for the RSA provider",
                """
                    class C
                    {
                        object M() => [|new RSACryptoServiceProvider(2048)|];
                    }
                    """
            },
            {
                "512 bits for the RSA provider with parameters",
                """
                    class C
                    {
                        object M() => [|new RSACryptoServiceProvider(512, new CspParameters())|];
                    }
                    """
            },
            {
                "2048 bits for RSA of CNG",
                """
                    class C
                    {
                        object M() => [|new RSACng(2048)|];
                    }
                    """
            },
            {
                "2048 bits for RSA of OpenSSL",
                """
                    class C
                    {
                        object M() => [|new RSAOpenSsl(2048)|];
                    }
                    """
            },
            {
                "a key size that is set",
                """
                    class C
                    {
                        void M(RSA r) => [|r.KeySize = 2048|];
                    }
                    """
            },
            {
                "a key size that is set after creation",
                """
                    class C
                    {
                        object M()
                        {
                            var r = RSA.Create();
                            [|r.KeySize = 1024|];
                            return r;
                        }
                    }
                    """
            },
            {
                "DSA with 2048 bits",
                """
                    class C
                    {
                        object M() => [|DSA.Create(2048)|];
                    }
                    """
            },
            {
                "1024 bits for the DSA provider",
                """
                    class C
                    {
                        object M() => [|new DSACryptoServiceProvider(1024)|];
                    }
                    """
            },
            {
                "a curve of 224 bits",
                """
                    class C
                    {
                        object M() => [|ECDsa.Create(ECCurve.NamedCurves.brainpoolP224r1)|];
                    }
                    """
            },
            {
                "a curve of 192 bits for key agreement",
                """
                    class C
                    {
                        object M() => [|ECDiffieHellman.Create(ECCurve.NamedCurves.brainpoolP192r1)|];
                    }
                    """
            },
            {
                "a curve of 160 bits for CNG",
                """
                    class C
                    {
                        object M() => [|new ECDsaCng(ECCurve.NamedCurves.brainpoolP160r1)|];
                    }
                    """
            },
            {
                "2048 bits for Bouncy Castle",
                """
                    class C
                    {
                        object M() =>
                            [|new Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters(1, 2, 2048, 100)|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_strength_that_ends_too_early(string name) =>
        Rule.Reports("using System.Security.Cryptography; " + Reported[name] + BouncyCastle, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a generator of symmetric keys, and one of RSA with enough bits",
                """
                    class C
                    {
                        void M()
                        {
                            new Org.BouncyCastle.Crypto.Generators.CipherKeyGenerator().Init(
                                new Org.BouncyCastle.Crypto.KeyGenerationParameters(1, 256)
                            );
                            new Org.BouncyCastle.Crypto.Generators.RsaKeyPairGenerator().Init(
                                new Org.BouncyCastle.Crypto.KeyGenerationParameters(1, 3072)
                            );
                        }
                    }
                    """
            },
            {
                "another property of CNG, and a length without RSA",
                """
                    class C
                    {
                        object M(CngKeyCreationParameters p)
                        {
                            p.Parameters.Add(
                                new CngProperty("Length", BitConverter.GetBytes(256), CngPropertyOptions.None));
                            return new CngProperty("Export Policy", BitConverter.GetBytes(1), CngPropertyOptions.None);
                        }
                    }
                    """
            },
            {
                "RSA with 3072 bits",
                """
                    class C
                    {
                        object M() => RSA.Create(3072);
                    }
                    """
            },
            {
                "RSA with 4096 bits",
                """
                    class C
                    {
                        object M() => RSA.Create(4096);
                    }
                    """
            },
            {
                "bits that may have changed",
                """
                    class C
                    {
                        object M(bool isLong)
                        {
                            var bits = 1024;
                            if (isLong)
                                bits *= 4;
                            return RSA.Create(bits);
                        }
                    }
                    """
            },
            {
                "a size of zero and a key that exists already",
                """
                    class C
                    {
                        object M(CspParameters p) => new RSACryptoServiceProvider(0, p);

                        object N() =>
                            new AesCng(
                                "a",
                                CngProvider.MicrosoftSoftwareKeyStorageProvider,
                                CngKeyOpenOptions.MachineKey
                            );
                    }
                    """
            },
            {
                "RSA with the default of the framework",
                """
                    class C
                    {
                        object M() => RSA.Create();
                    }
                    """
            },
            {
                "bits that a caller decides",
                """
                    class C
                    {
                        object M(int bits) => RSA.Create(bits);
                    }
                    """
            },
            {
                "4096 bits for the RSA provider",
                """
                    class C
                    {
                        object M() => new RSACryptoServiceProvider(4096);
                    }
                    """
            },
            {
                "RSA with imported parameters",
                """
                    class C
                    {
                        object M(RSAParameters p) => RSA.Create(p);
                    }
                    """
            },
            {
                "a key size that is enough and one that is compared",
                """
                    class C
                    {
                        void M(RSA r) => r.KeySize = 3072;

                        bool N(RSA r) => r.KeySize == 2048;
                    }
                    """
            },
            {
                "the curve P-256",
                """
                    class C
                    {
                        object M() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    }
                    """
            },
            {
                "the curve P-521",
                """
                    class C
                    {
                        object M() => ECDsa.Create(ECCurve.NamedCurves.nistP521);
                    }
                    """
            },
            {
                "AES with 256 bits",
                """
                    class C
                    {
                        object M()
                        {
                            var a = Aes.Create();
                            a.KeySize = 256;
                            return a;
                        }
                    }
                    """
            },
            {
                "AES with 128 bits",
                """
                    class C
                    {
                        object M()
                        {
                            var a = Aes.Create();
                            a.KeySize = 128;
                            return a;
                        }
                    }
                    """
            },
            {
                "another class named RSA",
                """
                    class RSA
                    {
                        public static RSA Create(int n) => new();
                    }

                    class C
                    {
                        object M() => RSA.Create(1024);
                    }
                    """
            },
            {
                "a field named key size and an array of 2048 bytes",
                """
                    class C
                    {
                        int keySize = 1024;

                        object M(byte[] b) => new byte[2048];
                    }
                    """
            },
            {
                "an algorithm that another rule reports",
                """
                    class C
                    {
                        object M() => DES.Create();
                    }
                    """
            },
            {
                "3072 bits for Bouncy Castle",
                """
                    class C
                    {
                        object M() =>
                            new Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters(1, 2, 3072, 100);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_strength_that_lasts(string name) =>
        Rule.IsSilent("using System.Security.Cryptography; " + Silent[name] + BouncyCastle, Files.All);
}
