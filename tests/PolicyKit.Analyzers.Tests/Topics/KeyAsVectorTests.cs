using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Vectors that are a part of the key, or that nobody fills; modes by number and by default.</summary>
public sealed class KeyAsVectorTests
{
    private const string Stubs = """
        namespace Org.BouncyCastle.Crypto
        {
            public interface ICipherParameters { }
        }

        namespace Org.BouncyCastle.Security
        {
            public static class CipherUtilities
            {
                public static object GetCipher(string algorithm) => algorithm;
            }
        }
        """;

    private static readonly Check Rule = new("PK6203");

    public static Cases Reported { get; } =
        new()
        {
            {
                "the beginning of the key",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes, byte[] secret)
                        {
                            aes.Key = secret;
                            aes.IV = [|secret[..16]|];
                        }
                    }
                    """
            },
            {
                "a part of the key by a query",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        ICryptoTransform M(Aes aes, byte[] k) => aes.CreateEncryptor(k, [|k.Skip(16).ToArray()|]);
                    }
                    """
            },
            {
                "a copy of the key",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes, byte[] k)
                        {
                            var v = new byte[16];
                            Buffer.BlockCopy(k, 0, v, 0, 16);
                            aes.Key = k;
                            aes.IV = [|v|];
                        }
                    }
                    """
            },
            {
                "both at once",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes, byte[] k) => (aes.Key, aes.IV) = (k, [|k[..16]|]);
                    }
                    """
            },
            {
                "the key of the cipher itself",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(Aes aes, byte[] d) => aes.EncryptCbc(d, [|aes.Key.AsSpan(0, 16)|]);
                    }
                    """
            },
            {
                "zeros on the stack",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(Aes aes, byte[] d) => aes.EncryptCbc(d, [|stackalloc byte[16]|]);
                    }
                    """
            },
            {
                "zeros in a field that nobody fills",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        private static readonly byte[] Empty = new byte[16];

                        ICryptoTransform M(Aes aes, byte[] k) => aes.CreateEncryptor(k, [|Empty|]);
                    }
                    """
            },
            {
                "a mode by its number",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes) => aes.Mode = [|(CipherMode)2|];
                    }
                    """
            },
            {
                "a mode that is tried by name",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes)
                        {
                            if ([|Enum.TryParse("ECB", out CipherMode mode)|])
                                aes.Mode = mode;
                        }
                    }
                    """
            },
            {
                "a cipher of BouncyCastle without a mode",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"AES"|]);
                    }
                    """
            },
            {
                "a cipher of BouncyCastle with an empty mode",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"AES//PKCS7Padding"|]);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_vector_or_mode_that_is_no_good(string name) =>
        Rule.Reports(Reported[name] + Stubs, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "two parts of one derivation",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes, string p, byte[] s)
                        {
                            var b = Rfc2898DeriveBytes.Pbkdf2(p, s, 600000, HashAlgorithmName.SHA256, 48);
                            aes.Key = b[..32];
                            aes.IV = b[32..];
                        }
                    }
                    """
            },
            {
                "the beginning of the message that is decrypted",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(Aes aes, byte[] k, byte[] m)
                        {
                            aes.Key = k;
                            return aes.DecryptCbc(m[16..], m[..16]);
                        }
                    }
                    """
            },
            {
                "a vector on the stack that is filled",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(Aes aes, byte[] d)
                        {
                            Span<byte> v = stackalloc byte[16];
                            RandomNumberGenerator.Fill(v);
                            return aes.EncryptCbc(d, v);
                        }
                    }
                    """
            },
            {
                "a field that the constructor fills",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        private readonly byte[] _v = new byte[16];

                        public C() => RandomNumberGenerator.Fill(_v);

                        ICryptoTransform M(Aes aes, byte[] k) => aes.CreateEncryptor(k, _v);
                    }
                    """
            },
            {
                "an approved mode by its number",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes) => aes.Mode = (CipherMode)1;
                    }
                    """
            },
            {
                "ciphers of BouncyCastle with a mode, and a stream cipher",
                """
                    class C
                    {
                        object Block() => Org.BouncyCastle.Security.CipherUtilities.GetCipher("AES/GCM/NoPadding");

                        object Stream() => Org.BouncyCastle.Security.CipherUtilities.GetCipher("CHACHA7539");
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_vectors_of_their_own_alone(string name) => Rule.IsSilent(Silent[name] + Stubs, Files.All);
}
