using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Predictable values that become secrets in tuples, in what a method gives, and by a seed.</summary>
public sealed class SecretRoadTests
{
    private const string Stubs = """
        namespace Org.BouncyCastle.Security
        {
            public class SecureRandom
            {
                public static SecureRandom GetInstance(string algorithm, bool autoSeed) => new();

                public void SetSeed(long seed) { }

                public void SetSeed(byte[] seed) { }
            }
        }
        """;

    private static readonly Check Rule = new("PK6207");

    public static Cases Reported { get; } =
        new()
        {
            {
                "an element of a tuple",
                """
                    class C
                    {
                        object M() => (id: 1, pw: "A" + [|Random.Shared.Next()|]);
                    }
                    """
            },
            {
                "an element that the method names",
                """
                    class C
                    {
                        (int Id, string Token) M() => (1, [|Random.Shared.Next()|].ToString());
                    }
                    """
            },
            {
                "an element in a list that the method names",
                """
                    class C
                    {
                        List<(int Id, string Password)> M(int[] ids) =>
                            ids.Select(i => (i, [|Random.Shared.Next()|].ToString())).ToList();
                    }
                    """
            },
            {
                "a password in a deconstruction",
                """
                    class C
                    {
                        void M()
                        {
                            var (id, password) = (1, [|Random.Shared.Next()|].ToString());
                            Console.WriteLine(id + password);
                        }
                    }
                    """
            },
            {
                "the beginning of a GUID",
                """
                    class C
                    {
                        void M()
                        {
                            var password = [|Guid.NewGuid()|].ToString("N")[..8];
                            Console.WriteLine(password);
                        }
                    }
                    """
            },
            {
                "a number of a helper that becomes a text",
                """
                    class C
                    {
                        static int Number(int max) => Random.Shared.Next(max);

                        void M()
                        {
                            var ninshoCode = [|Number(1000000)|].ToString("D6");
                            Console.WriteLine(ninshoCode);
                        }
                    }
                    """
            },
            {
                "bytes of a helper that become a vector",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static byte[] Bytes(int n)
                        {
                            var b = new byte[n];
                            new Random().NextBytes(b);
                            return b;
                        }

                        void M(Aes aes) => aes.IV = [|Bytes(16)|];
                    }
                    """
            },
            {
                "bytes of a helper that become a key",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static byte[] Bytes(int n)
                        {
                            var b = new byte[n];
                            new Random().NextBytes(b);
                            return b;
                        }

                        HMACSHA256 M() => new([|Bytes(32)|]);
                    }
                    """
            },
            {
                "a generator that knows the clock alone",
                """
                    class C
                    {
                        void M()
                        {
                            var r = Org.BouncyCastle.Security.SecureRandom.GetInstance("SHA256PRNG", false);
                            r.SetSeed([|DateTime.Now.Ticks|]);
                        }
                    }
                    """
            },
            {
                "a generator that knows a number alone",
                """
                    class C
                    {
                        void M() =>
                            Org.BouncyCastle.Security.SecureRandom.GetInstance("SHA256PRNG", false).SetSeed([|42|]);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_secret_that_is_made_of_predictable_numbers(string name) =>
        Rule.Reports(Reported[name] + Stubs, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "an element of a tuple that is no secret",
                """
                    class C
                    {
                        (int Id, string Name) M() => (1, "row" + Random.Shared.Next());
                    }
                    """
            },
            {
                "another element of the same tuple",
                """
                    class C
                    {
                        (int Page, string Token) M(string t) => (Random.Shared.Next(10), t);
                    }
                    """
            },
            {
                "bytes of a helper that are test data",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static byte[] Bytes(int n)
                        {
                            var b = new byte[n];
                            new Random(1).NextBytes(b);
                            return b;
                        }

                        byte[] M() => SHA256.HashData(Bytes(16));
                    }
                    """
            },
            {
                "a generator that has seeded itself",
                """
                    class C
                    {
                        void M() => new Org.BouncyCastle.Security.SecureRandom().SetSeed(DateTime.Now.Ticks);
                    }
                    """
            },
            {
                "a seed that is read",
                """
                    class C
                    {
                        void M(byte[] seed) =>
                            Org.BouncyCastle.Security.SecureRandom.GetInstance("SHA256PRNG", false).SetSeed(seed);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_other_numbers_alone(string name) => Rule.IsSilent(Silent[name] + Stubs, Files.All);
}
