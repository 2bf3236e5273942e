using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Secrets that are put together from predictable parts, under names as they are made here.</summary>
public sealed class SecretPartTests
{
    private static readonly Check Rule = new("PK6207");

    public static Cases Reported { get; } =
        new()
        {
            {
                "letters that are chosen by an index",
                """
                    class C
                    {
                        string GeneratePassword()
                        {
                            var chars = "ABCDEFGHJKLMNPQRSTUVWXYZ";
                            var text = new System.Text.StringBuilder();
                            for (var i = 0; i < 8; i++)
                            {
                                int at = [|Random.Shared.Next(chars.Length)|];
                                text.Append(chars[at]);
                            }
                            return text.ToString();
                        }
                    }
                    """
            },
            {
                "a method whose name ends with the verb",
                """
                    class C
                    {
                        private readonly Random _rnd = new();

                        string ShokiPasswordSakusei()
                        {
                            var s = "";
                            for (var i = 0; i < 8; i++)
                                s += (char)('a' + [|_rnd.Next(26)|]);
                            return s;
                        }
                    }
                    """
            },
            {
                "a method in Japanese",
                """
                    class C { string 仮パスワード生成() => [|Random.Shared.Next(100000)|].ToString("D6"); }
                    """
            },
            {
                "a type that says what its method makes",
                """
                    class PasswordGenerator
                    {
                        public string Generate() => [|Random.Shared.Next(100000)|].ToString("D6");
                    }
                    """
            },
            {
                "a number that is given back as a text",
                """
                    class C
                    {
                        string 確認番号発行()
                        {
                            int n = [|Random.Shared.Next(10000)|];
                            return n.ToString("D4");
                        }
                    }
                    """
            },
            {
                "a value under the key of a collection",
                """
                    class C
                    {
                        void M(Dictionary<string, string> tempData) =>
                            tempData["reset-token"] = [|Random.Shared.Next()|].ToString();
                    }
                    """
            },
            {
                "a helper whose letters go through a buffer",
                """
                    class C
                    {
                        static string Letters(int n)
                        {
                            var result = new System.Text.StringBuilder();
                            var data = new byte[1];
                            while (result.Length < n)
                            {
                                data[0] = (byte)Random.Shared.Next(97, 122);
                                result.Append(System.Text.Encoding.ASCII.GetString(data));
                            }
                            return result.ToString();
                        }

                        string VerificationCode() => [|Letters(8)|];
                    }
                    """
            },
            {
                "a token at the end of an address",
                """
                    class C
                    {
                        string M(string mail) =>
                            "https://a.example.jp/reset?mail=" + mail + "&token=" + [|Guid.NewGuid()|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_secret_with_a_predictable_part(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a delay before a token is made",
                """
                    class C
                    {
                        string CreateToken()
                        {
                            int wait = Random.Shared.Next(50);
                            Thread.Sleep(wait);
                            return Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
                        }
                    }
                    """
            },
            {
                "a slip number",
                """
                    class C { string DenpyoBangoSakusei() => "D" + Random.Shared.Next(10000); }
                    """
            },
            {
                "a colour that a service chooses",
                """
                    class TokenColors
                    {
                        string Choose()
                        {
                            var at = Random.Shared.Next(2);
                            return at == 0 ? "red" : "blue";
                        }
                    }
                    """
            },
            {
                "a helper that only decides by a number",
                """
                    class C
                    {
                        static string Letter()
                        {
                            var n = Random.Shared.Next(3);
                            if (n > 1)
                                return "a";
                            return "b";
                        }

                        string VerificationCode() => Letter();
                    }
                    """
            },
            {
                "an identifier that a cookie keeps",
                """
                    class C
                    {
                        void M(HttpContext c)
                        {
                            var user = Guid.NewGuid().ToString();
                            c.Response.Cookies.Append("basket", user);
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_where_no_secret_is_made(string name) => Rule.IsSilent(Silent[name], Files.All);
}
