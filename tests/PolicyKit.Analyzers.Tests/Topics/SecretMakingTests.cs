using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Predictable values that become secrets by what takes them, and those that become none.</summary>
public sealed class SecretMakingTests
{
    private static readonly Check Rule = new("PK6207");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a key that is filled by a predictable generator",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        object M()
                        {
                            var b = new byte[32];
                            [|new Random().NextBytes(b)|];
                            return new AesGcm(b, 16);
                        }
                    }
                    """
            },
            {
                "a vector that is filled by a predictable generator",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes)
                        {
                            var b = new byte[16];
                            [|Random.Shared.NextBytes(b)|];
                            aes.IV = b;
                        }
                    }
                    """
            },
            {
                "a number that becomes a cookie",
                """
                    class C
                    {
                        void M(HttpContext c)
                        {
                            var id = [|Random.Shared.Next()|].ToString();
                            c.Response.Cookies.Append("sid", id);
                        }
                    }
                    """
            },
            {
                "a number in a link for resetting",
                """
                    class C
                    {
                        string M()
                        {
                            var n = [|Random.Shared.Next(100000, 999999)|];
                            return $"https://a.example.jp/reset?token={n}";
                        }
                    }
                    """
            },
            {
                "the clock in a link, by way of a local",
                """
                    class C
                    {
                        string M()
                        {
                            var key = [|DateTime.Now|].Ticks.ToString("x");
                            return "https://a.example.jp/reset" + "?token=" + key;
                        }
                    }
                    """
            },
            {
                "a number in a link, put together",
                """
                    class C
                    {
                        string M(string address) => address + "?token=" + [|Random.Shared.Next()|].ToString();
                    }
                    """
            },
            {
                "a password that is put together digit by digit",
                """
                    class C
                    {
                        string M()
                        {
                            var b = new System.Text.StringBuilder();
                            b.Append([|Random.Shared.Next(10)|]);
                            var password = b.ToString();
                            return password;
                        }
                    }
                    """
            },
            {
                "a one-time password that a method makes",
                """
                    class C
                    {
                        string Digits()
                        {
                            var s = "";
                            for (var i = 0; i < 6; i++)
                                s += Random.Shared.Next(10);
                            return s;
                        }

                        void M()
                        {
                            var otp = [|Digits()|];
                            Console.WriteLine(otp);
                        }
                    }
                    """
            },
            {
                "a token that is a GUID",
                """
                    class C
                    {
                        string ResetToken() => [|Guid.NewGuid()|].ToString("N");
                    }
                    """
            },
            {
                "a password that is a part of a GUID",
                """
                    class C
                    {
                        string password = [|Guid.NewGuid()|].ToString().Substring(0, 8);
                    }
                    """
            },
            {
                "a password that is a date",
                """
                    class C
                    {
                        string InitialPassword() => [|DateTime.Now|].ToString("yyyyMMdd");
                    }
                    """
            },
            {
                "a salt that is the time",
                """
                    class C
                    {
                        string salt = [|DateTime.UtcNow|].Ticks.ToString();
                    }
                    """
            },
            {
                "a confirmation number with a Japanese name",
                """
                    class C
                    {
                        string 確認番号 = [|Random.Shared.Next(10000)|].ToString();
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_secret_that_can_be_predicted(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "the clock in a link, as a page",
                """
                    class C
                    {
                        string M()
                        {
                            var version = DateTime.Now.Ticks.ToString("x");
                            return "https://a.example.jp/list" + "?v=" + version;
                        }
                    }
                    """
            },
            {
                "a number before the token",
                """
                    class C
                    {
                        string M(string given) => Random.Shared.Next(3) + "?token=" + given;
                    }
                    """
            },
            {
                "a token that is a GUID by its type",
                """
                    class C
                    {
                        Guid token = Guid.NewGuid();
                    }
                    """
            },
            {
                "an id that is a GUID",
                """
                    class C
                    {
                        string id = Guid.NewGuid().ToString();
                    }
                    """
            },
            {
                "the end of a token",
                """
                    class C
                    {
                        DateTime TokenExpires() => DateTime.UtcNow.AddHours(1);
                    }
                    """
            },
            {
                "a time beside what is signed",
                """
                    class C
                    {
                        string Sign(string user, DateTime until) => user;

                        void M()
                        {
                            var token = Sign("a", DateTime.UtcNow.AddHours(1));
                            Console.WriteLine(token);
                        }
                    }
                    """
            },
            {
                "a time in a token that is not made of it",
                """
                    class C
                    {
                        string M(string user)
                        {
                            var token = $"{user}|{DateTime.UtcNow}";
                            return token;
                        }
                    }
                    """
            },
            {
                "a number for waiting",
                """
                    class C
                    {
                        int Wait() => Random.Shared.Next(50);

                        void M()
                        {
                            var token = Make();
                            Thread.Sleep(Wait());
                            Console.WriteLine(token);
                        }

                        static string Make()
                        {
                            Thread.Sleep(Random.Shared.Next(5));
                            return "x";
                        }
                    }
                    """
            },
            {
                "a number in a header",
                """
                    class C
                    {
                        void M(HttpContext c)
                        {
                            var n = Random.Shared.Next(3);
                            c.Response.Headers.Append("X-Shard", n.ToString());
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_what_is_no_secret(string name) => Rule.IsSilent(Silent[name], Files.All);
}
