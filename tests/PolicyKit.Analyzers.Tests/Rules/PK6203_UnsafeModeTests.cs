using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6203_UnsafeModeTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    private const string BouncyCastle = """

        namespace Org.BouncyCastle.Crypto
        {
            public interface ICipherParameters { }

            namespace Parameters
            {
                public class KeyParameter(byte[] k) : ICipherParameters { }

                public class ParametersWithIV(ICipherParameters p, byte[] iv) : ICipherParameters { }

                public class AeadParameters(KeyParameter key, int macSize, byte[] nonce)
                    : ICipherParameters { }
            }

            namespace Modes
            {
                public class EcbBlockCipher(object c) { }
            }

            namespace Encodings
            {
                public class Pkcs1Encoding(object c) { }

                public class OaepEncoding(object c) { }
            }
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

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = Usings + "class C { void M(Aes a) => a.Mode = CipherMode.ECB; }";
        Assert.Equal(
            "ECB はブロックごとに暗号化するため、同じ内容は同じ暗号文になり、パターンが残ります 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "ECB encrypts each block separately: equal blocks give equal ciphertext, so patterns remain visible 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a mode by the text of its name",
                """
                    class C
                    {
                        void M(Aes aes) => aes.Mode = [|Enum.Parse<CipherMode>("ECB")|];
                    }
                    """
            },
            {
                "ECB that is set",
                """
                    class C
                    {
                        void M(Aes a) => a.Mode = [|CipherMode.ECB|];
                    }
                    """
            },
            {
                "ECB on an object in a variable",
                """
                    class C
                    {
                        object M()
                        {
                            var a = Aes.Create();
                            a.Mode = [|CipherMode.ECB|];
                            return a;
                        }
                    }
                    """
            },
            {
                "ECB, and not the vector that it does not use",
                """
                    class C
                    {
                        object M(byte[] key)
                        {
                            var a = Aes.Create();
                            a.Mode = [|CipherMode.ECB|];
                            var iv = new byte[16];
                            a.IV = iv;
                            return a.CreateEncryptor(key, iv);
                        }
                    }
                    """
            },
            {
                "ECB in an initializer",
                """
                    class C
                    {
                        object M() => new RijndaelManaged { Mode = [|CipherMode.ECB|], KeySize = 256 };
                    }
                    """
            },
            {
                "ECB in a condition",
                """
                    class C
                    {
                        CipherMode M(bool old) => old ? [|CipherMode.ECB|] : CipherMode.CBC;
                    }
                    """
            },
            {
                "ECB in a constant",
                """
                    class C
                    {
                        const CipherMode Mode = [|CipherMode.ECB|];
                    }
                    """
            },
            {
                "encryption with the method for ECB",
                """
                    class C
                    {
                        byte[] M(Aes a, byte[] d) => [|a.EncryptEcb(d, PaddingMode.None)|];
                    }
                    """
            },
            {
                "decryption with the method for ECB",
                """
                    class C
                    {
                        byte[] M(Aes a, byte[] d) => [|a.DecryptEcb(d, PaddingMode.None)|];
                    }
                    """
            },
            {
                "a vector of zeros",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = [|new byte[16]|];
                    }
                    """
            },
            {
                "a vector of numbers",
                """
                    class C
                    {
                        void M(Aes a) =>
                            a.IV = [|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }|];
                    }
                    """
            },
            {
                "a vector as a collection expression",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = [|[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]|];
                    }
                    """
            },
            {
                "a vector from a text",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = [|Encoding.UTF8.GetBytes("1234567890123456")|];
                    }
                    """
            },
            {
                "a vector from a UTF-8 literal",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = [|"1234567890123456"u8.ToArray()|];
                    }
                    """
            },
            {
                "a vector from Base64 in a constant",
                """
                    class C
                    {
                        const string Vector = "AAAAAAAAAAAAAAAAAAAAAA==";

                        void M(Aes a) => a.IV = [|Convert.FromBase64String(Vector)|];
                    }
                    """
            },
            {
                "a vector from hexadecimal digits",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = [|Convert.FromHexString("000102030405060708090a0b0c0d0e0f")|];
                    }
                    """
            },
            {
                "a vector in a static field",
                """
                    class C
                    {
                        static readonly byte[] Vector = { 1, 2 };
                        static readonly byte[] Other = new byte[] { 0x12, 0x34 };

                        void M(Aes a) => a.IV = [|Other|];

                        void N(Aes a) => a.IV = [|Vector|];
                    }
                    """
            },
            {
                "a vector in a static property",
                """
                    class C
                    {
                        static byte[] Vector => [0x12, 0x34];

                        void M(Aes a) => a.IV = [|Vector|];
                    }
                    """
            },
            {
                "a vector in a variable",
                """
                    class C
                    {
                        ICryptoTransform M(Aes a, byte[] key)
                        {
                            var iv = new byte[16];
                            return a.CreateEncryptor(key, [|iv|]);
                        }
                    }
                    """
            },
            {
                "a vector in a variable that is only read",
                """
                    class C
                    {
                        ICryptoTransform M(Aes a, byte[] key, Stream s)
                        {
                            var iv = new byte[16];
                            s.Write(iv);
                            return a.CreateEncryptor(key, [|iv|]);
                        }
                    }
                    """
            },
            {
                "a vector of a one-shot method",
                """
                    class C
                    {
                        byte[] M(Aes a, byte[] d) => a.EncryptCbc(d, [|new byte[16]|]);
                    }
                    """
            },
            {
                "a nonce of AES-GCM",
                """
                    class C
                    {
                        void M(AesGcm g, byte[] d, byte[] c, byte[] t) => g.Encrypt([|new byte[12]|], d, c, t);
                    }
                    """
            },
            {
                "a nonce of ChaCha20-Poly1305",
                """
                    class C
                    {
                        void M(ChaCha20Poly1305 g, byte[] d, byte[] c, byte[] t)
                        {
                            byte[] nonce = new byte[12];
                            g.Encrypt([|nonce|], d, c, t);
                        }
                    }
                    """
            },
            {
                "PKCS #1 v1.5 for encryption",
                """
                    class C
                    {
                        byte[] M(RSA r, byte[] d) => r.Encrypt(d, [|RSAEncryptionPadding.Pkcs1|]);
                    }
                    """
            },
            {
                "PKCS #1 v1.5 by a switch",
                """
                    class C
                    {
                        byte[] M(RSACryptoServiceProvider r, byte[] d) => r.Encrypt(d, [|false|]);
                    }
                    """
            },
            {
                "PKCS #1 v1.5 in a property",
                """
                    class C
                    {
                        RSAEncryptionPadding Padding { get; } = [|RSAEncryptionPadding.Pkcs1|];
                    }
                    """
            },
            {
                "ECB in the name of a transformation",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"AES/ECB/PKCS7Padding"|]);
                    }
                    """
            },
            {
                "PKCS #1 v1.5 in the name of a transformation",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"RSA/NONE/PKCS1Padding"|]);

                        object N() =>
                            Org.BouncyCastle.Security.CipherUtilities.GetCipher([|"ElGamal/ECB/PKCS1Padding"|]);
                    }
                    """
            },
            {
                "ECB of BouncyCastle",
                """
                    class C
                    {
                        object M(object e) => [|new Org.BouncyCastle.Crypto.Modes.EcbBlockCipher(e)|];
                    }
                    """
            },
            {
                "PKCS #1 v1.5 of BouncyCastle",
                """
                    class C
                    {
                        object M(object e) => [|new Org.BouncyCastle.Crypto.Encodings.Pkcs1Encoding(e)|];
                    }
                    """
            },
            {
                "a fixed vector of BouncyCastle",
                """
                    class C
                    {
                        object M(Org.BouncyCastle.Crypto.Parameters.KeyParameter k) =>
                            new Org.BouncyCastle.Crypto.Parameters.ParametersWithIV(k, [|new byte[16]|]);
                    }
                    """
            },
            {
                "a fixed nonce of BouncyCastle",
                """
                    class C
                    {
                        object M(Org.BouncyCastle.Crypto.Parameters.KeyParameter k) =>
                            new Org.BouncyCastle.Crypto.Parameters.AeadParameters(k, 128, [|new byte[12]|]);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_unsafe_mode(string name) => Rule.Reports(Usings + Reported[name] + BouncyCastle, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "another mode by the text of its name",
                """
                    class C
                    {
                        void M(Aes aes, string mode)
                        {
                            aes.Mode = Enum.Parse<CipherMode>("CBC");
                            aes.Mode = Enum.Parse<CipherMode>(mode);
                        }
                    }
                    """
            },
            {
                "CBC",
                """
                    class C
                    {
                        void M(Aes a) => a.Mode = CipherMode.CBC;
                    }
                    """
            },
            {
                "a comparison with ECB",
                """
                    class C
                    {
                        bool M(Aes a) => a.Mode == CipherMode.ECB;
                    }
                    """
            },
            {
                "a pattern with ECB",
                """
                    class C
                    {
                        bool M(Aes a) => a.Mode is CipherMode.ECB or CipherMode.CFB;
                    }
                    """
            },
            {
                "a case for ECB",
                """
                    class C
                    {
                        int M(CipherMode m)
                        {
                            switch (m)
                            {
                                case CipherMode.ECB:
                                    return 1;
                                default:
                                    return 2;
                            }
                        }
                    }
                    """
            },
            {
                "an arm for ECB",
                """
                    class C
                    {
                        int M(CipherMode m) =>
                            m switch
                            {
                                CipherMode.ECB => throw new NotSupportedException(),
                                _ => 1,
                            };
                    }
                    """
            },
            {
                "the name of ECB",
                """
                    class C
                    {
                        string M() => nameof(CipherMode.ECB);
                    }
                    """
            },
            {
                "an enumeration of one's own",
                """
                    enum Mode
                    {
                        ECB,
                        CBC,
                    }

                    class C
                    {
                        Mode M() => Mode.ECB;
                    }
                    """
            },
            {
                "a vector that the object makes",
                """
                    class C
                    {
                        void M(Aes a) => a.GenerateIV();
                    }
                    """
            },
            {
                "a random vector",
                """
                    class C
                    {
                        void M(Aes a) => a.IV = RandomNumberGenerator.GetBytes(16);
                    }
                    """
            },
            {
                "a vector that is filled at random",
                """
                    class C
                    {
                        void M(Aes a)
                        {
                            var iv = new byte[16];
                            RandomNumberGenerator.Fill(iv);
                            a.IV = iv;
                        }
                    }
                    """
            },
            {
                "a vector that is read from a stream",
                """
                    class C
                    {
                        void M(Aes a, Stream s)
                        {
                            var iv = new byte[16];
                            s.ReadExactly(iv);
                            a.IV = iv;
                        }
                    }
                    """
            },
            {
                "a vector that is copied from elsewhere",
                """
                    class C
                    {
                        void M(Aes a, byte[] all)
                        {
                            var iv = new byte[16];
                            Array.Copy(all, iv, 16);
                            a.IV = iv;
                        }
                    }
                    """
            },
            {
                "a vector that is copied as bytes",
                """
                    class C
                    {
                        void M(Aes a, byte[] all)
                        {
                            var iv = new byte[16];
                            Buffer.BlockCopy(all, 0, iv, 0, 16);
                            a.IV = iv;
                        }
                    }
                    """
            },
            {
                "a nonce from a counter",
                """
                    class C
                    {
                        void M(AesGcm g, long counter, byte[] d, byte[] c, byte[] t)
                        {
                            var nonce = new byte[12];
                            for (var i = 0; i < 8; i++)
                                nonce[i] = (byte)(counter >> i);
                            g.Encrypt(nonce, d, c, t);
                        }
                    }
                    """
            },
            {
                "a nonce on the stack that is filled at random",
                """
                    class C
                    {
                        void M(AesGcm g, byte[] d, byte[] c, byte[] t)
                        {
                            Span<byte> nonce = stackalloc byte[12];
                            RandomNumberGenerator.Fill(nonce);
                            g.Encrypt(nonce, d, c, t);
                        }
                    }
                    """
            },
            {
                "a vector that is a part of the message",
                """
                    class C
                    {
                        void M(Aes a, byte[] all) => a.IV = all[..16];
                    }
                    """
            },
            {
                "decryption with a vector of zeros",
                """
                    class C
                    {
                        byte[] M(Aes a, byte[] d) => a.DecryptCbc(d, new byte[16]);
                    }
                    """
            },
            {
                "a decryptor with a vector of zeros",
                """
                    class C
                    {
                        ICryptoTransform M(Aes a, byte[] key) => a.CreateDecryptor(key, new byte[16]);
                    }
                    """
            },
            {
                "a property of another type with the same name",
                """
                    class Options
                    {
                        public byte[] IV { get; set; } = new byte[16];
                    }

                    class C
                    {
                        object M() => new Options { IV = new byte[16] };
                    }
                    """
            },
            {
                "a vector in a field that is filled",
                """
                    class C
                    {
                        readonly byte[] _iv = new byte[16];

                        C(Stream s) => s.ReadExactly(_iv);

                        void M(Aes a) => a.IV = _iv;
                    }
                    """
            },
            {
                "OAEP",
                """
                    class C
                    {
                        byte[] M(RSA r, byte[] d) => r.Encrypt(d, RSAEncryptionPadding.OaepSHA256);
                    }
                    """
            },
            {
                "a signature with PKCS #1 v1.5",
                """
                    class C
                    {
                        byte[] M(RSA r, byte[] d) =>
                            r.SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                    }
                    """
            },
            {
                "OAEP by a switch",
                """
                    class C
                    {
                        byte[] M(RSACryptoServiceProvider r, byte[] d) => r.Encrypt(d, true);
                    }
                    """
            },
            {
                "a comparison with PKCS #1 v1.5",
                """
                    class C
                    {
                        bool M(RSAEncryptionPadding p) => p == RSAEncryptionPadding.Pkcs1;
                    }
                    """
            },
            {
                "a comparison with Equals",
                """
                    class C
                    {
                        bool M(RSAEncryptionPadding p) => RSAEncryptionPadding.Pkcs1.Equals(p);
                    }
                    """
            },
            {
                "OAEP in the name of a transformation",
                """
                    class C
                    {
                        object M() =>
                            Org.BouncyCastle.Security.CipherUtilities.GetCipher(
                                "RSA/ECB/OAEPWithSHA-256AndMGF1Padding"
                            );
                    }
                    """
            },
            {
                "GCM in the name of a transformation",
                """
                    class C
                    {
                        object M() => Org.BouncyCastle.Security.CipherUtilities.GetCipher("AES/GCM/NoPadding");
                    }
                    """
            },
            {
                "a vector of BouncyCastle that is not known",
                """
                    class C
                    {
                        object M(Org.BouncyCastle.Crypto.Parameters.KeyParameter k, byte[] iv) =>
                            new Org.BouncyCastle.Crypto.Parameters.ParametersWithIV(k, iv);
                    }
                    """
            },
            {
                "OAEP of BouncyCastle",
                """
                    class C
                    {
                        object M(object e) => new Org.BouncyCastle.Crypto.Encodings.OaepEncoding(e);
                    }
                    """
            },
            {
                "PKCS #1 v1.5 inside a signer",
                """
                    class C
                    {
                        object M(object e) =>
                            new GenericSigner(new Org.BouncyCastle.Crypto.Encodings.Pkcs1Encoding(e));
                    }

                    class GenericSigner(object e);
                    """
            },
            {
                "PKCS #1 v1.5 inside a verifier",
                """
                    class RsaVerifier
                    {
                        object M(object e) => new Org.BouncyCastle.Crypto.Encodings.Pkcs1Encoding(e);
                    }
                    """
            },
            {
                "a fixed vector for decryption",
                """
                    class Cipher
                    {
                        public void Init(bool forEncryption, object p) { }
                    }

                    class C
                    {
                        void M(Cipher c, Org.BouncyCastle.Crypto.Parameters.KeyParameter k) =>
                            c.Init(false, new Org.BouncyCastle.Crypto.Parameters.ParametersWithIV(k, new byte[16]));
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_safe_mode(string name) => Rule.IsSilent(Usings + Silent[name] + BouncyCastle, Files.All);

    [Fact]
    public Task Is_silent_where_a_mode_is_handed_to_what_cannot_be_found() =>
        Rule.IsSilentUnbound(
            "using System.Security.Cryptography; class C { void M() => Unknown.Take(CipherMode.ECB, RSAEncryptionPadding.Pkcs1); }",
            Files.All
        );
}
