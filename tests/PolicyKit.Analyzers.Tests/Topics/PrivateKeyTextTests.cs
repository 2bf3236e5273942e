using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Private keys that are written in source as bytes or as XML.</summary>
public sealed class PrivateKeyTextTests
{
    private static readonly Check Rule = new("PK6101");

    public static Cases Reported { get; } =
        new()
        {
            {
                "bytes of a key that are imported",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(ECDsa e) =>
                            e.ImportECPrivateKey(Convert.FromBase64String([|"MHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtL"|]), out _);
                    }
                    """
            },
            {
                "bytes of a PKCS#8 key",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        private static readonly byte[] Kagi = { 0x30, 0x2e, 0x02, 0x01, 0x00 };

                        void M(RSA rsa) => rsa.ImportPkcs8PrivateKey([|Kagi|], out _);
                    }
                    """
            },
            {
                "a key in XML",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(RSA rsa) =>
                            rsa.FromXmlString([|"<RSAKeyValue><Modulus>qL7x</Modulus><D>c3VydQ</D></RSAKeyValue>"|]);
                    }
                    """
            },
            {
                "the private part of the parameters",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        RSAParameters M() => new() { D = [|new byte[] { 1, 2, 3, 4 }|] };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_private_key_in_source(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a public key",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(RSA rsa) =>
                            rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String("MFwwDQYJKoZIhvcN"), out _);
                    }
                    """
            },
            {
                "a public key in XML",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(RSA rsa) =>
                            rsa.FromXmlString("<RSAKeyValue><Modulus>qL7x</Modulus></RSAKeyValue>");
                    }
                    """
            },
            {
                "a key from a file",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(RSA rsa, string path) => rsa.ImportPkcs8PrivateKey(File.ReadAllBytes(path), out _);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_public_keys_and_files_alone(string name) => Rule.IsSilent(Silent[name], Files.All);
}
