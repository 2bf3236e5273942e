using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6301_WeakAuthenticationSettingTests
{
    private const string Usings =
        "using Microsoft.AspNetCore.Identity; using Microsoft.AspNetCore.Authentication; using "
        + "Microsoft.AspNetCore.Authentication.Cookies; using "
        + "Microsoft.AspNetCore.Authentication.BearerToken; ";

    private const string Library = """

        namespace System.IdentityModel.Tokens.Jwt
        {
            public class JwtSecurityToken
            {
                public JwtSecurityToken(string? issuer = null, DateTime? expires = null) { }
            }
        }

        namespace Microsoft.IdentityModel.Tokens
        {
            public class SecurityTokenDescriptor
            {
                public DateTime? Expires { get; set; }
            }
        }
        """;

    private static readonly Check Rule = new("PK6301");

    [Theory]
    [InlineData(
        "class C { void M(IdentityOptions o) => o.Password.RequiredLength = 8; }",
        "パスワードの最小の長さ `8` が、対策基準の `10` に足りません",
        "The minimum password length `8` is below the `10` that the standard requires"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(IServiceCollection s) => s.AddIdentityCore<IdentityUser>(); }",
        "パスワードの最小の長さが既定の `6` のままで、対策基準の `10` に足りません",
        "The minimum password length keeps its default of `6`, below the `10` that the standard requires"
    )]
    [InlineData(
        "class C { void M(IdentityOptions o) => o.Lockout.MaxFailedAccessAttempts = 10; }",
        "ロックするまでの失敗の回数 `10` が、対策基準の `5` を超えています",
        "The number of failed attempts before lockout, `10`, exceeds the `5` that the standard allows"
    )]
    [InlineData(
        "class C { void M(IdentityOptions o) => o.Lockout.AllowedForNewUsers = false; }",
        "認証に続けて失敗したときのロックを止めています",
        "Lockout after failed attempts is disabled"
    )]
    [InlineData(
        "class C { void M(SessionOptions o) => o.IdleTimeout = TimeSpan.FromHours(2); }",
        "セッションの時間 `120` 分が、対策基準の `30` 分を超えています",
        "The session lifetime of `120` minutes exceeds the `30` minutes that the standard allows"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(AuthenticationBuilder b) => b.AddCookie(); }",
        "セッションの時間が既定の `20160` 分のままで、対策基準の `30` 分を超えています",
        "The session lifetime keeps its default of `20160` minutes, more than the `30` minutes that the standard allows"
    )]
    [InlineData(
        "class C { void M(BearerTokenOptions o) => o.BearerTokenExpiration = TimeSpan.FromDays(1); }",
        "トークンの有効期間 `1440` 分が、対策基準の `60` 分を超えています",
        "The token lifetime of `1440` minutes exceeds the `60` minutes that the standard allows"
    )]
    public async Task Says_it_in_both_languages(string source, string japanese, string english)
    {
        Assert.Equal(
            japanese + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Usings + source + Library)).GetMessage()
        );
        Assert.Equal(
            english + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert
                .Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Usings + source + Library))
                .GetMessage()
        );
    }

    [Fact]
    public async Task Says_both_defaults_of_one_call() =>
        Assert.Equal(
            2,
            (
                await Rule.Of(
                    Files.All,
                    Usings
                        + "System.Console.WriteLine(); class C { void M(IServiceCollection s) => s.AddIdentity<IdentityUser, IdentityRole>(); }"
                )
            ).Count
        );

    public static Cases Reported { get; } =
        new()
        {
            {
                "a token whose time is a sum",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor
                            {
                                [|Expires = DateTime.UtcNow + TimeSpan.FromDays(180)|],
                            };
                    }
                    """
            },
            {
                "a short password in the options",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<IdentityOptions>(o =>
                            {
                                [|o.Password.RequiredLength = 4|];
                            });
                    }
                    """
            },
            {
                "a length that is below the standard by a few",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddIdentityCore<IdentityUser>(o => [|o.Password.RequiredLength = 6|]);
                    }
                    """
            },
            {
                "a length in an initializer",
                """
                    class C
                    {
                        void M(IdentityOptions o) =>
                            o.Password = new PasswordOptions { [|RequiredLength = 1|], RequireDigit = true };
                    }
                    """
            },
            {
                "a length in a constant",
                """
                    class C
                    {
                        const int Shortest = 9;

                        void M(IdentityOptions o) => [|o.Password.RequiredLength = Shortest|];
                    }
                    """
            },
            {
                "Identity with its default",
                """
                    System.Console.WriteLine();

                    class C
                    {
                        void M(IServiceCollection s) => s.[|AddIdentityApiEndpoints<IdentityUser>|]();
                    }
                    """
            },
            {
                "too many attempts",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<LockoutOptions>(o => [|o.MaxFailedAccessAttempts = 20|]);
                    }
                    """
            },
            {
                "no lockout by a named argument",
                """
                    class C
                    {
                        Task M(SignInManager<IdentityUser> m, string u, string p) =>
                            m.PasswordSignInAsync(u, p, true, [|lockoutOnFailure: false|]);
                    }
                    """
            },
            {
                "no lockout by position",
                """
                    class C
                    {
                        Task M(SignInManager<IdentityUser> m, IdentityUser u, string p) =>
                            m.CheckPasswordSignInAsync(u, p, [|false|]);
                    }
                    """
            },
            {
                "a session of an hour",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddSession(o =>
                            {
                                [|o.IdleTimeout = TimeSpan.FromMinutes(60)|];
                            });
                    }
                    """
            },
            {
                "a session of eight hours",
                """
                    class C
                    {
                        void M(IServiceCollection s) => s.AddSession(o => [|o.IdleTimeout = new TimeSpan(8, 0, 0)|]);
                    }
                    """
            },
            {
                "a cookie of thirty days",
                """
                    class C
                    {
                        void M(AuthenticationBuilder b) =>
                            b.AddCookie(o => [|o.ExpireTimeSpan = TimeSpan.FromDays(30)|]);
                    }
                    """
            },
            {
                "a cookie that never ends",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.ConfigureApplicationCookie(o => [|o.ExpireTimeSpan = TimeSpan.MaxValue|]);
                    }
                    """
            },
            {
                "a duration in a field",
                """
                    class C
                    {
                        static readonly int Hours = 12;

                        void M(CookieAuthenticationOptions o) => [|o.ExpireTimeSpan = TimeSpan.FromHours(Hours)|];
                    }
                    """
            },
            {
                "a duration by way of variables",
                """
                    class C
                    {
                        void M(CookieAuthenticationOptions o)
                        {
                            var hours = 12;
                            long longest = hours;
                            var span = TimeSpan.FromHours(longest);
                            var kept = span;
                            [|o.ExpireTimeSpan = kept|];
                        }
                    }
                    """
            },
            {
                "a cookie with its default",
                """
                    System.Console.WriteLine();

                    class C
                    {
                        void M(AuthenticationBuilder b) => b.[|AddCookie|](o => o.LoginPath = "/login");
                    }
                    """
            },
            {
                "a persistent ticket of two weeks",
                """
                    class C
                    {
                        object M() =>
                            new AuthenticationProperties
                            {
                                IsPersistent = true,
                                [|ExpiresUtc = DateTimeOffset.UtcNow.AddDays(14)|],
                            };
                    }
                    """
            },
            {
                "a token of a week",
                """
                    class C
                    {
                        object M() =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(
                                [|expires: DateTime.UtcNow.AddDays(7)|]
                            );
                    }
                    """
            },
            {
                "a token by way of a variable",
                """
                    class C
                    {
                        object M()
                        {
                            var now = DateTime.UtcNow;
                            return new System.IdentityModel.Tokens.Jwt.JwtSecurityToken("i", [|now.AddHours(3)|]);
                        }
                    }
                    """
            },
            {
                "a token of a year by a clock",
                """
                    class C
                    {
                        object M(TimeProvider clock) =>
                            new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor
                            {
                                [|Expires = clock.GetUtcNow().AddYears(1).UtcDateTime|],
                            };
                    }
                    """
            },
            {
                "a token of a day by a duration",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor
                            {
                                [|Expires = DateTime.Now.Add(TimeSpan.FromHours(24))|],
                            };
                    }
                    """
            },
            {
                "a short password in production",
                """
                    class C
                    {
                        void M(IServiceCollection s, IHostEnvironment e) =>
                            s.Configure<IdentityOptions>(o =>
                            {
                                if (e.IsProduction())
                                    [|o.Password.RequiredLength = 8|];
                            });
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_weak_setting(string name) => Rule.Reports(Usings + Reported[name] + Library, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a token whose time is a short sum",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor
                            {
                                Expires = DateTime.UtcNow + TimeSpan.FromMinutes(10),
                            };
                    }
                    """
            },
            {
                "a library, whose program may set it",
                """
                    class Infrastructure
                    {
                        void M(IServiceCollection s) => s.AddIdentityCore<IdentityUser>();
                    }
                    """
            },
            {
                "a length that is enough",
                """
                    class C
                    {
                        void M(IdentityOptions o) => o.Password.RequiredLength = 12;
                    }
                    """
            },
            {
                "the length of the standard, without symbols",
                """
                    class C
                    {
                        void M(IdentityOptions o)
                        {
                            o.Password.RequiredLength = 10;
                            o.Password.RequireNonAlphanumeric = false;
                        }
                    }
                    """
            },
            {
                "a length that is set where Identity is added",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddIdentityCore<IdentityUser>(o => o.Password.RequiredLength = 10);
                    }
                    """
            },
            {
                "a length that is set elsewhere",
                """
                    System.Console.WriteLine();

                    class C
                    {
                        void M(IServiceCollection s)
                        {
                            s.AddIdentityCore<IdentityUser>();
                            s.Configure<PasswordOptions>(o => o.RequiredLength = 12);
                        }
                    }
                    """
            },
            {
                "settings from configuration",
                """
                    System.Console.WriteLine();

                    class C
                    {
                        void M(IServiceCollection s, IConfiguration c)
                        {
                            s.AddIdentity<IdentityUser, IdentityRole>();
                            s.Configure<IdentityOptions>(c.GetSection("Identity"));
                            s.ConfigureApplicationCookie(o => o.ExpireTimeSpan = TimeSpan.FromMinutes(20));
                        }
                    }
                    """
            },
            {
                "a length from configuration",
                """
                    class C
                    {
                        void M(IServiceCollection s, IConfiguration c) =>
                            s.AddIdentityCore<IdentityUser>(o => o.Password.RequiredLength = c.GetValue<int>("x"));
                    }
                    """
            },
            {
                "a property of another type with the same name",
                """
                    class Form
                    {
                        public int RequiredLength { get; set; }
                    }

                    class C
                    {
                        object M() => new Form { RequiredLength = 1 };
                    }
                    """
            },
            {
                "a short password in development",
                """
                    class C
                    {
                        void M(IServiceCollection s, IHostEnvironment e) =>
                            s.Configure<IdentityOptions>(o =>
                            {
                                if (e.IsDevelopment())
                                    o.Password.RequiredLength = 4;
                            });
                    }
                    """
            },
            {
                "few attempts",
                """
                    class C
                    {
                        void M(IdentityOptions o) => o.Lockout.MaxFailedAccessAttempts = 3;
                    }
                    """
            },
            {
                "lockout that is not known",
                """
                    class C
                    {
                        Task M(SignInManager<IdentityUser> m, string u, string p, bool lockout) =>
                            m.PasswordSignInAsync(u, p, false, lockout);
                    }
                    """
            },
            {
                "lockout that is on",
                """
                    class C
                    {
                        Task M(SignInManager<IdentityUser> m, string u, string p) =>
                            m.PasswordSignInAsync(u, p, isPersistent: false, lockoutOnFailure: true);
                    }
                    """
            },
            {
                "a session with its default",
                """
                    class C
                    {
                        void M(IServiceCollection s) => s.AddSession();
                    }
                    """
            },
            {
                "a session of the standard's length",
                """
                    class C
                    {
                        void M(IServiceCollection s) => s.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(30));
                    }
                    """
            },
            {
                "a session from configuration",
                """
                    class C
                    {
                        void M(IServiceCollection s, IConfiguration c) =>
                            s.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(c.GetValue<int>("m")));
                    }
                    """
            },
            {
                "a cookie of a quarter of an hour",
                """
                    class C
                    {
                        void M(AuthenticationBuilder b) =>
                            b.AddCookie(o =>
                            {
                                o.ExpireTimeSpan = TimeSpan.FromMinutes(15);
                                o.SlidingExpiration = true;
                            });
                    }
                    """
            },
            {
                "a cookie whose duration is set elsewhere",
                """
                    System.Console.WriteLine();

                    class C
                    {
                        void M(IServiceCollection s)
                        {
                            s.AddAuthentication().AddCookie();
                            s.ConfigureAll<CookieAuthenticationOptions>(o =>
                                o.ExpireTimeSpan = new TimeSpan(0, 20, 0)
                            );
                        }
                    }
                    """
            },
            {
                "durations of other things",
                """
                    class C
                    {
                        void M(HttpClient c, CancellationTokenSource s)
                        {
                            c.Timeout = TimeSpan.FromHours(2);
                            s.CancelAfter(TimeSpan.FromDays(1));
                        }
                    }
                    """
            },
            {
                "durations that are changed later",
                """
                    class C
                    {
                        void M(CookieAuthenticationOptions o, IConfiguration c)
                        {
                            var hours = 12;
                            hours /= 24;
                            o.ExpireTimeSpan = TimeSpan.FromHours(hours);
                            var days = 30;
                            Read(c, ref days);
                            o.ExpireTimeSpan = TimeSpan.FromDays(days);
                        }

                        static void Read(IConfiguration c, ref int days) => days = c.GetValue<int>("x");
                    }
                    """
            },
            {
                "durations that are assigned together",
                """
                    class C
                    {
                        void M(CookieAuthenticationOptions o, (int, int) read)
                        {
                            var (hours, rest) = (12, 0);
                            (hours, rest) = read;
                            o.ExpireTimeSpan = TimeSpan.FromHours(hours);
                            int minutes = 600;
                            ref var same = ref minutes;
                            same = rest;
                            o.ExpireTimeSpan = TimeSpan.FromMinutes(minutes);
                        }
                    }
                    """
            },
            {
                "a token of a quarter of an hour",
                """
                    class C
                    {
                        object M() =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(
                                expires: DateTime.UtcNow.AddMinutes(15)
                            );
                    }
                    """
            },
            {
                "a token for refreshing",
                """
                    class C
                    {
                        object CreateRefreshToken() =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(
                                expires: DateTime.UtcNow.AddDays(7)
                            );
                    }
                    """
            },
            {
                "a token of an invitation",
                """
                    class C
                    {
                        object M()
                        {
                            var invitation = new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(
                                expires: DateTime.UtcNow.AddDays(7)
                            );
                            return invitation;
                        }
                    }
                    """
            },
            {
                "a token whose days are not known",
                """
                    class C
                    {
                        object M(int days) =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(
                                expires: DateTime.UtcNow.AddDays(days)
                            );
                    }
                    """
            },
            {
                "a token whose end is not known",
                """
                    class C
                    {
                        object M(DateTime end) =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: end.AddDays(1));
                    }
                    """
            },
            {
                "a ticket of another type",
                """
                    class Ticket
                    {
                        public DateTime? Expires { get; set; }
                    }

                    class C
                    {
                        object M() => new Ticket { Expires = DateTime.UtcNow.AddDays(90) };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_setting_that_is_enough_or_unknown(string name) =>
        Rule.IsSilent(Usings + Silent[name] + Library, Files.All);

    [Theory]
    [InlineData(
        """{ "Identity": { "Password": { "RequiredLength": [|6|] }, "Lockout": { "MaxFailedAccessAttempts": [|"50"|] } } }""",
        "appsettings.json"
    )]
    [InlineData(
        """{ "Session": { "IdleTimeout": [|"01:00:00"|] }, "Cookie": { "ExpireTimeSpan": [|"14.00:00:00"|] } }""",
        "appsettings.Production.json"
    )]
    [InlineData("""{ "Identity": { "Password": { "RequiredLength": 6 } } }""", "appsettings.Development.json")]
    [InlineData(
        """{ "Identity": { "Password": { "RequiredLength": 12 } }, "Session": { "IdleTimeout": "00:20:00" } }""",
        "appsettings.json"
    )]
    [InlineData(
        """
            <configuration>
            <system.web>
            <sessionState timeout="[|480|]" />
            <authentication mode="Forms">
            <forms timeout="[|2880|]" />
            </authentication>
            </system.web>
            </configuration>
            """,
        "web.config"
    )]
    [InlineData(
        """<configuration><system.web><sessionState timeout="20" /></system.web></configuration>""",
        "web.config"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
