using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6207_WeakRandomTests
{
    private static readonly Check Rule = new("PK6207");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { int pin = Random.Shared.Next(10000); }""";
        Assert.Equal(
            "秘密の値 `pin` を、予測できる乱数で作っています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "The secret `pin` is generated from predictable random numbers 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a PIN from the shared generator",
                """
                    class C
                    {
                        int pin = [|Random.Shared.Next(10000)|];
                    }
                    """
            },
            {
                "a token from a new generator",
                """
                    class C
                    {
                        void M()
                        {
                            var token = [|new Random().Next()|].ToString();
                        }
                    }
                    """
            },
            {
                "a password whose characters are chosen in a query",
                """
                    class C
                    {
                        string NewPassword() =>
                            new string(
                                Enumerable.Repeat("abc", 12).Select(s => s[[|Random.Shared.Next(s.Length)|]]).ToArray()
                            );
                    }
                    """
            },
            {
                "a password that grows by random characters",
                """
                    class C
                    {
                        string M()
                        {
                            var rnd = new Random();
                            var password = "";
                            for (var i = 0; i < 8; i++)
                                password = password + (char)[|rnd.Next(65, 90)|];
                            return password;
                        }
                    }
                    """
            },
            {
                "a salt that is filled",
                """
                    class C
                    {
                        void M()
                        {
                            var salt = new byte[16];
                            [|new Random().NextBytes(salt)|];
                        }
                    }
                    """
            },
            {
                "a nonce in a field that is filled",
                """
                    class C
                    {
                        byte[] _nonce = new byte[12];

                        void M() => [|Random.Shared.NextBytes(_nonce)|];
                    }
                    """
            },
            {
                "an API key as a property",
                """
                    class C
                    {
                        public string ApiKey { get; } = [|Random.Shared.NextInt64()|].ToString("x");
                    }
                    """
            },
            {
                "a one-time password as an argument",
                """
                    class C
                    {
                        static void Send(int otp) { }

                        void M() => Send([|Random.Shared.Next(100000, 999999)|]);
                    }
                    """
            },
            {
                "what a method named after a verification code returns",
                """
                    class C
                    {
                        int CreateVerificationCode()
                        {
                            return [|Random.Shared.Next(100000, 999999)|];
                        }
                    }
                    """
            },
            {
                "a token made of random bytes",
                """
                    class C
                    {
                        string GenerateToken()
                        {
                            var bytes = new byte[8];
                            [|new Random(1).NextBytes(bytes)|];
                            return Convert.ToHexString(bytes);
                        }
                    }
                    """
            },
            {
                "a token made of random characters",
                """
                    class C
                    {
                        string MakeToken(int n)
                        {
                            var chars = new char[n];
                            for (var i = 0; i < n; i++)
                                chars[i] = "ab"[[|Random.Shared.Next(2)|]];
                            return new string(chars);
                        }
                    }
                    """
            },
            {
                "a session id in an endpoint",
                """
                    class C
                    {
                        void M(HttpContext c)
                        {
                            var sessionId = [|Random.Shared.Next()|].ToString();
                        }
                    }
                    """
            },
            {
                "a confirmation number with a Japanese name",
                """
                    class C
                    {
                        int 確認番号 = [|Random.Shared.Next(10000)|];
                    }
                    """
            },
            {
                "a method name with a Unicode escape",
                """
                    class C
                    {
                        int pin = [|Random.Shared.N\u0065xt(10000)|];
                    }
                    """
            },
            {
                "a comment and a verbatim identifier in the call",
                """
                    class C
                    {
                        int pin =
                            [|Random /* " */
                            .Shared.@Next(10000)|];
                    }
                    """
            },
            {
                "a name with an underscore",
                """
                    class C
                    {
                        string Reset_Token() => [|Random.Shared.NextDouble()|].ToString();
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_secret_from_a_predictable_generator(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a generator of one's own that derives from Random",
                """
                    class SecureRandom : Random { }

                    class C
                    {
                        void M(SecureRandom r, byte[] salt) => r.NextBytes(salt);

                        int secret = new SecureRandom().Next();
                    }
                    """
            },
            {
                "a cryptographic generator",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] salt = RandomNumberGenerator.GetBytes(16);
                        int pin = RandomNumberGenerator.GetInt32(10000);
                    }
                    """
            },
            {
                "a delay",
                """
                    class C
                    {
                        int Delay() => Random.Shared.Next(100, 200);
                    }
                    """
            },
            {
                "a pause between retries",
                """
                    class C
                    {
                        async Task RetryAsync()
                        {
                            await Task.Delay(Random.Shared.Next(50));
                        }
                    }
                    """
            },
            {
                "a shuffle",
                """
                    class C
                    {
                        void Shuffle(int[] a)
                        {
                            for (var i = 0; i < a.Length; i++)
                            {
                                var j = Random.Shared.Next(i, a.Length);
                                (a[i], a[j]) = (a[j], a[i]);
                            }
                        }
                    }
                    """
            },
            {
                "an angle",
                """
                    class C
                    {
                        int spin = Random.Shared.Next(360);
                    }
                    """
            },
            {
                "a die",
                """
                    class C
                    {
                        int Dice() => new Random().Next(1, 7);
                    }
                    """
            },
            {
                "a word that only begins like token",
                """
                    class C
                    {
                        string tokenizer = Random.Shared.Next().ToString();
                    }
                    """
            },
            {
                "the length of a password",
                """
                    class C
                    {
                        int passwordLength = Random.Shared.Next(8, 12);
                    }
                    """
            },
            {
                "a generator that is only made",
                """
                    class C
                    {
                        object M() => new Random(42);

                        Random secret = new Random();
                    }
                    """
            },
            {
                "a GUID",
                """
                    class C
                    {
                        Guid token = Guid.NewGuid();
                    }
                    """
            },
            {
                "the name of a temporary file",
                """
                    class C
                    {
                        string fileName = $"{Random.Shared.Next()}.tmp";
                    }
                    """
            },
            {
                "a sample of one percent",
                """
                    class C
                    {
                        bool Sample() => Random.Shared.NextDouble() < 0.01;
                    }
                    """
            },
            {
                "random numbers that only decide about a token",
                """
                    class JToken { }

                    class C
                    {
                        JToken? CreateJToken(Random r)
                        {
                            if (r.Next() < 10)
                                return null;
                            switch (r.Next(3))
                            {
                                case 0:
                                    return new JToken();
                            }
                            return r.Next(2) switch
                            {
                                0 => null,
                                _ => r.Next() is 5 ? null : new JToken(),
                            };
                        }
                    }
                    """
            },
            {
                "another class named Random",
                """
                    class Random
                    {
                        public int Next() => 4;
                    }

                    class C
                    {
                        int pin = new Random().Next();
                    }
                    """
            },
            {
                "an index that another method looks up",
                """
                    class C
                    {
                        string GenerateToken()
                        {
                            var index = Random.Shared.Next(3);
                            return Lookup(index);
                        }

                        static string Lookup(int i) => "";
                    }
                    """
            },
            {
                "a random number beside a token",
                """
                    class C
                    {
                        int M(Dictionary<string, int> d, string token) => d[token] + Random.Shared.Next();
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_number_that_is_not_a_secret(string name) => Rule.IsSilent(Silent[name], Files.All);
}
