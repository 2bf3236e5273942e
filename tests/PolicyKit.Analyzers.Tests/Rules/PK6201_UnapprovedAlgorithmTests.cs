using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6201_UnapprovedAlgorithmTests
{
    private const string BouncyCastle = """

        namespace Org.BouncyCastle.Crypto.Digests
        {
            class MD5Digest
            {
                public static int F(int x) => x;
            }

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
        """;

    private static readonly Check Rule = new("PK6201");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { object M() => System.Security.Cryptography.SHA1.Create(); }""";
        Assert.Equal(
            "暗号 `SHA-1` は CRYPTREC LS-0001-2022R2 (2026-03-30) で互換性のためだけに認められています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "CRYPTREC LS-0001-2022R2 (2026-03-30) allows the algorithm `SHA-1` for compatibility only 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "MD5 by its factory",
                """
                    class C
                    {
                        object M() => [|MD5.Create()|];
                    }
                    """
            },
            {
                "MD5 by its static method",
                """
                    class C
                    {
                        byte[] M(byte[] d) => [|MD5.HashData(d)|];
                    }
                    """
            },
            {
                "SHA-1 by its static method",
                """
                    class C
                    {
                        byte[] M(byte[] d) => [|SHA1.HashData(d)|];
                    }
                    """
            },
            {
                "MD5 by its provider class",
                """
                    class C
                    {
                        object M() => [|new MD5CryptoServiceProvider()|];
                    }
                    """
            },
            {
                "DES",
                """
                    class C
                    {
                        object M() => [|DES.Create()|];
                    }
                    """
            },
            {
                "triple DES",
                """
                    class C
                    {
                        object M() => [|TripleDES.Create()|];
                    }
                    """
            },
            {
                "RC2",
                """
                    class C
                    {
                        object M() => [|RC2.Create()|];
                    }
                    """
            },
            {
                "HMACs over SHA-1 and MD5",
                """
                    class C
                    {
                        object M(byte[] k) => [|new HMACSHA1(k)|];

                        object N(byte[] k) => [|new HMACMD5(k)|];
                    }
                    """
            },
            {
                "MD5 by its name",
                """
                    class C
                    {
                        object? M() => CryptoConfig.CreateFromName([|"MD5"|]);
                    }
                    """
            },
            {
                "SHA-1 by the full name of its provider",
                """
                    class C
                    {
                        object? M() =>
                            CryptoConfig.CreateFromName([|"System.Security.Cryptography.SHA1CryptoServiceProvider"|]);
                    }
                    """
            },
            {
                "SHA-1 by a constant name",
                """
                    class C
                    {
                        const string Name = [|"SHA1"|];

                        object? M() => HashAlgorithm.Create(Name);
                    }
                    """
            },
            {
                "triple DES by its short name",
                """
                    class C
                    {
                        object? M() => SymmetricAlgorithm.Create([|"3DES"|]);
                    }
                    """
            },
            {
                "MD5 for an incremental hash",
                """
                    class C
                    {
                        object M() => IncrementalHash.CreateHash([|HashAlgorithmName.MD5|]);
                    }
                    """
            },
            {
                "SHA-1 for a key derivation",
                """
                    class C
                    {
                        object M(byte[] s) => new Rfc2898DeriveBytes("p", s, 100000, [|HashAlgorithmName.SHA1|]);
                    }
                    """
            },
            {
                "MD5 of Bouncy Castle",
                """
                    class C
                    {
                        object M() => [|new Org.BouncyCastle.Crypto.Digests.MD5Digest()|];
                    }
                    """
            },
            {
                "DES of Bouncy Castle",
                """
                    class C
                    {
                        object M() => [|new Org.BouncyCastle.Crypto.Engines.DesEngine()|];
                    }
                    """
            },
            {
                "triple DES by its provider class",
                """
                    class C
                    {
                        object M() => [|new TripleDESCryptoServiceProvider()|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_unapproved_algorithm(string name) =>
        Rule.Reports("using System.Security.Cryptography; " + Reported[name] + BouncyCastle, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "SHA-256",
                """
                    class C
                    {
                        object M() => SHA256.Create();
                    }
                    """
            },
            {
                "SHA-512",
                """
                    class C
                    {
                        byte[] M(byte[] d) => SHA512.HashData(d);
                    }
                    """
            },
            {
                "AES",
                """
                    class C
                    {
                        object M() => Aes.Create();
                    }
                    """
            },
            {
                "RSA with enough bits",
                """
                    class C
                    {
                        object M() => RSA.Create(3072);
                    }
                    """
            },
            {
                "an HMAC over SHA-256",
                """
                    class C
                    {
                        object M(byte[] k) => new HMACSHA256(k);
                    }
                    """
            },
            {
                "SHA-256 by its name",
                """
                    class C
                    {
                        object? M() => CryptoConfig.CreateFromName("SHA256");
                    }
                    """
            },
            {
                "a name that is not known",
                """
                    class C
                    {
                        object? M(string n) => CryptoConfig.CreateFromName(n);
                    }
                    """
            },
            {
                "SHA-384 for an incremental hash",
                """
                    class C
                    {
                        object M() => IncrementalHash.CreateHash(HashAlgorithmName.SHA384);
                    }
                    """
            },
            {
                "a comparison with SHA-1",
                """
                    class C
                    {
                        bool M(HashAlgorithmName n) => n == HashAlgorithmName.SHA1;
                    }
                    """
            },
            {
                "another class named MD5",
                """
                    class MD5
                    {
                        public static MD5 Create() => new();
                    }

                    class C
                    {
                        object M() => MD5.Create();
                    }
                    """
            },
            {
                "names in strings only",
                """
                    class C
                    {
                        string s = "MD5";
                        string t = nameof(SHA1);
                    }
                    """
            },
            {
                "a hash algorithm that somebody else chose",
                """
                    class C
                    {
                        byte[] M(HashAlgorithm h, byte[] d) => h.ComputeHash(d);
                    }
                    """
            },
            {
                "types that are only named",
                """
                    class C
                    {
                        System.Type M() => typeof(MD5);

                        bool N(object o) => o is SHA1;
                    }
                    """
            },
            {
                "SHA-256 of Bouncy Castle and a function beside its MD5",
                """
                    class C
                    {
                        object M() => new Org.BouncyCastle.Crypto.Digests.Sha256Digest();

                        int N() => Org.BouncyCastle.Crypto.Digests.MD5Digest.F(1);
                    }
                    """
            },
            {
                "AES of Bouncy Castle",
                """
                    class C
                    {
                        object M() => new Org.BouncyCastle.Crypto.Engines.AesEngine();
                    }
                    """
            },
            {
                "a recommended elliptic curve",
                """
                    class C
                    {
                        object M() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    }
                    """
            },
            {
                "a test for weak keys",
                """
                    class C
                    {
                        bool M(byte[] key) => TripleDES.IsWeakKey(key) || DES.IsSemiWeakKey(key);
                    }
                    """
            },
            {
                "a method named Des and an unknown algorithm",
                """
                    class C
                    {
                        void Des()
                        {
                            Des();
                        }

                        object? M() => HashAlgorithm.Create("Unknown");
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_an_approved_algorithm_or_none(string name) =>
        Rule.IsSilent("using System.Security.Cryptography; " + Silent[name] + BouncyCastle, Files.All);
}
