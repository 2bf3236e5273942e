using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Algorithms that are taken up without a constructor or factory of theirs.</summary>
public sealed class AlgorithmByOtherRoadTests
{
    private const string Stubs = """
        namespace Org.BouncyCastle.Security
        {
            public static class DigestUtilities
            {
                public static object GetDigest(string algorithm) => algorithm;
            }

            public static class SignerUtilities
            {
                public static object GetSigner(string algorithm) => algorithm;
            }

            public static class CipherUtilities
            {
                public static object GetCipher(string algorithm) => algorithm;
            }
        }

        namespace Org.BouncyCastle.Crypto.Digests
        {
            public class WhirlpoolDigest { }
        }
        """;

    private static readonly Check Rule = new("PK6201");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a type that is handed to the activator",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        object? M() => [|Activator.CreateInstance(typeof(MD5CryptoServiceProvider))|];
                    }
                    """
            },
            {
                "a type that a method of the program makes",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        T Make<T>()
                            where T : HashAlgorithm, new() => new();

                        object M() => [|Make<MD5CryptoServiceProvider>()|];
                    }
                    """
            },
            {
                "a type that is registered",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(IServiceCollection s) => [|s.AddSingleton<HashAlgorithm, SHA1Managed>()|];
                    }
                    """
            },
            {
                "a digest of CNG",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        CngAlgorithm M() => [|CngAlgorithm.Sha1|];
                    }
                    """
            },
            {
                "a signature with the name of a digest",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(RSACryptoServiceProvider rsa, byte[] d) => rsa.SignData(d, [|"MD5"|]);
                    }
                    """
            },
            {
                "a signature with the number of a digest",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(RSACryptoServiceProvider rsa, byte[] h) => rsa.SignHash(h, [|"1.3.14.3.2.26"|]);
                    }
                    """
            },
            {
                "a name that is turned into a number",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        string? M() => CryptoConfig.MapNameToOID([|"SHA1"|]);
                    }
                    """
            },
            {
                "a formatter of signatures",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(AsymmetricSignatureFormatter f) => f.SetHashAlgorithm([|"SHA1"|]);
                    }
                    """
            },
            {
                "an older derivation",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(PasswordDeriveBytes d, byte[] iv) =>
                            d.CryptDeriveKey([|"TripleDES"|], "SHA256", 192, iv);
                    }
                    """
            },
            {
                "a cipher suite",
                """
                    using System.Net.Security;

                    class C
                    {
                        object M() => new CipherSuitesPolicy(new[] { [|TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA|] });
                    }
                    """
            },
            {
                "a digest of BouncyCastle by name",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.DigestUtilities.GetDigest([|"RIPEMD128"|]);
                    }
                    """
            },
            {
                "a signature of BouncyCastle by name",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.SignerUtilities.GetSigner([|"RIPEMD160withRSA"|]);
                    }
                    """
            },
            {
                "a cipher by its password-based name",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"PBEWithMD5AndDES"|]);
                    }
                    """
            },
            {
                "a digest of another country",
                """
                    class C
                    {
                        object M() => [|new Org.BouncyCastle.Crypto.Digests.WhirlpoolDigest()|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_unapproved_algorithm_by_another_road(string name) =>
        Rule.Reports(Reported[name] + Stubs, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "an approved type that is handed to the activator",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        object? M() => Activator.CreateInstance(typeof(SHA256Managed));
                    }
                    """
            },
            {
                "an abstract type that is asked for",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        object? M(IServiceProvider s) =>
                            s.GetService(typeof(HashAlgorithm)) ?? Activator.CreateInstance(typeof(AesManaged));
                    }
                    """
            },
            {
                "a signature with an approved digest",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(RSACryptoServiceProvider rsa, byte[] d) =>
                            rsa.SignData(d, CryptoConfig.MapNameToOID("SHA256")!);
                    }
                    """
            },
            {
                "a digest of CNG that is compared with",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        bool M(CngAlgorithm a) => a == CngAlgorithm.Sha1;
                    }
                    """
            },
            {
                "a number that is compared with",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        bool M(Oid o) => o.Value == new Oid("1.3.14.3.2.26").Value;
                    }
                    """
            },
            {
                "a suite that is looked for",
                """
                    using System.Net.Security;

                    class C
                    {
                        bool M(SslStream s) => s.NegotiatedCipherSuite == TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA;
                    }
                    """
            },
            {
                "an approved suite",
                """
                    using System.Net.Security;

                    class C
                    {
                        object M() => new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_AES_256_GCM_SHA384 });
                    }
                    """
            },
            {
                "approved names of BouncyCastle",
                """
                    class C
                    {
                        object Digest() => Org.BouncyCastle.Security.DigestUtilities.GetDigest("SHA3-256");

                        object Signer() => Org.BouncyCastle.Security.SignerUtilities.GetSigner("SHA256withECDSA");
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_approved_algorithms_and_comparisons_alone(string name) =>
        Rule.IsSilent(Silent[name] + Stubs, Files.All);
}
