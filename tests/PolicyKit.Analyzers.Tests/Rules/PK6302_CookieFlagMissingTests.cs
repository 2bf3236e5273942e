using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6302_CookieFlagMissingTests
{
    private const string Library = """

        namespace System.Web
        {
            public class HttpCookie(string name)
            {
                public string Name => name;
                public bool Secure { get; set; }
                public bool HttpOnly { get; set; }
                public int SameSite { get; set; }
                public DateTime Expires { get; set; }
            }
        }
        """;

    private static readonly Check Rule = new("PK6302");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source =
            "class C { void M(HttpResponse r) => r.Cookies.Append(\"a\", \"b\", new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax }); }";
        Assert.Equal(
            "Cookieに `HttpOnly` 属性がありません 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "The cookie lacks the flag `HttpOnly` 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("class C { void M(HttpResponse r) => r.Cookies.Append(\"a\", \"b\"); }", "HttpOnly SameSite Secure")]
    [InlineData(
        "class C { void M(HttpContext c, string v) => c.Response.Cookies.Append(\"XSRF-TOKEN\", v); }",
        "SameSite Secure"
    )]
    [InlineData("class C { object M() => new CookieOptions(); }", "HttpOnly SameSite Secure")]
    [InlineData("class C { CookieOptions M() => new() { Secure = true }; }", "HttpOnly SameSite")]
    [InlineData(
        "class C { object M() => new CookieOptions { Secure = true, HttpOnly = false, SameSite = SameSiteMode.Lax }; }",
        "HttpOnly"
    )]
    [InlineData(
        "class C { object M() => new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.None }; }",
        "SameSite"
    )]
    [InlineData(
        """
            class C
            {
                void M(HttpResponse r)
                {
                    var o = new CookieOptions();
                    o.HttpOnly = true;
                    o.Expires = DateTimeOffset.UtcNow.AddDays(7);
                    r.Cookies.Append("a", "b", o);
                }
            }
            """,
        "SameSite Secure"
    )]
    [InlineData(
        """
            class C
            {
                void M(HttpResponse r)
                {
                    var o = new CookieOptions
                    {
                        HttpOnly = true,
                        Secure = true,
                        Expires = new DateTime(2038, 1, 1),
                    };
                    r.Cookies.Append("a", "b", o);
                }
            }
            """,
        "SameSite"
    )]
    [InlineData(
        """
            class C
            {
                void M(HttpResponse r)
                {
                    var o = new CookieOptions { Secure = false, HttpOnly = true };
                    o.SameSite = SameSiteMode.Unspecified;
                    r.Cookies.Append("a", "b", o);
                }
            }
            """,
        "SameSite Secure"
    )]
    [InlineData(
        "class C { static readonly CookieOptions Options = new() { HttpOnly = true, SameSite = SameSiteMode.Strict }; }",
        "Secure"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddSession(o => o.Cookie.HttpOnly = false); }",
        "HttpOnly"
    )]
    [InlineData(
        """
            class C
            {
                void M(IServiceCollection s) =>
                    s.ConfigureApplicationCookie(o =>
                    {
                        o.Cookie.SecurePolicy = CookieSecurePolicy.None;
                        o.Cookie.SameSite = SameSiteMode.None;
                    });
            }
            """,
        "SameSite Secure"
    )]
    [InlineData(
        "class C { void M(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o) => o.Cookie = new CookieBuilder { Name = \"n\" }; }",
        "HttpOnly SameSite"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddAntiforgery(o => { o.Cookie.SameSite = SameSiteMode.Unspecified; }); }",
        "SameSite"
    )]
    [InlineData("class C { object M() => new System.Web.HttpCookie(\"a\"); }", "HttpOnly SameSite Secure")]
    [InlineData(
        "class C { object M() { var c = new System.Web.HttpCookie(\"a\"); c.Secure = true; c.SameSite = 1; return c; } }",
        "HttpOnly"
    )]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Headers.Append(\"Set-Cookie\", \"a=b; Path=/; HttpOnly\"); }",
        "SameSite Secure"
    )]
    [InlineData(
        "class C { void M(HttpResponse r, string id) => r.Headers.Add(\"Set-Cookie\", $\"id={id}; Path=/; Secure\"); }",
        "HttpOnly SameSite"
    )]
    [InlineData(
        """
            class C
            {
                void M(IServiceCollection s, HttpResponse r)
                {
                    s.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);
                    r.Cookies.Append("a", "b");
                }
            }
            """,
        "HttpOnly SameSite Secure"
    )]
    [InlineData(
        """
            class C
            {
                void M(IApplicationBuilder a, HttpResponse r)
                {
                    a.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
                    r.Cookies.Append("a", "b");
                }
            }
            """,
        "HttpOnly SameSite"
    )]
    [InlineData(
        """
            class C
            {
                void M(IServiceCollection s, IApplicationBuilder a, HttpResponse r)
                {
                    s.Configure<CookiePolicyOptions>(o => o.MinimumSameSitePolicy = SameSiteMode.Strict);
                    a.UseCookiePolicy();
                    r.Cookies.Append("a", "b");
                }
            }
            """,
        "HttpOnly Secure"
    )]
    public async Task Reports_each_flag(string source, string flags) =>
        Assert.Equal(
            flags,
            string.Join(
                ' ',
                (await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source + Library))
                    .Select(d => d.GetMessage().Split('`')[1])
                    .Order(StringComparer.Ordinal)
            )
        );

    [Theory]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Cookies.Append(\"a\", \"b\", new [|CookieOptions|] { HttpOnly = true, SameSite = SameSiteMode.Lax }); }"
    )]
    [InlineData(
        "class C { object M() => new CookieOptions { [|Secure = false|], HttpOnly = true, SameSite = SameSiteMode.Lax }; }"
    )]
    [InlineData("class C { void M(CookieBuilder b) => [|b.SecurePolicy = CookieSecurePolicy.None|]; }")]
    [InlineData(
        "class C { object M() => new CookieBuilder { [|SecurePolicy = CookieSecurePolicy.None|], HttpOnly = true, SameSite = SameSiteMode.Lax }; }"
    )]
    [InlineData("class C { void M(CookiePolicyOptions o) => [|o.Secure = CookieSecurePolicy.None|]; }")]
    [InlineData("class C { void M(CookiePolicyOptions o) => [|o.MinimumSameSitePolicy = SameSiteMode.None|]; }")]
    public Task Points_at_the_flag(string source) => Rule.Reports(source, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a policy that asks for every flag, and a builder that is as secure as its request",
                """
                    class C
                    {
                        object M(CookiePolicyOptions o)
                        {
                            o.Secure = CookieSecurePolicy.Always;
                            o.MinimumSameSitePolicy = SameSiteMode.Lax;
                            return new CookieBuilder
                            {
                                SecurePolicy = CookieSecurePolicy.SameAsRequest,
                                HttpOnly = true,
                                SameSite = SameSiteMode.Lax,
                            };
                        }
                    }
                    """
            },
            {
                "a cookie with every flag",
                """
                    class C
                    {
                        void M(HttpResponse r) =>
                            r.Cookies.Append(
                                "a",
                                "b",
                                new CookieOptions
                                {
                                    Secure = true,
                                    HttpOnly = true,
                                    SameSite = SameSiteMode.Strict,
                                }
                            );
                    }
                    """
            },
            {
                "flags that are set one after another",
                """
                    class C
                    {
                        void M(HttpResponse r)
                        {
                            var o = new CookieOptions();
                            o.Secure = true;
                            o.HttpOnly = true;
                            o.SameSite = SameSiteMode.Lax;
                            r.Cookies.Append("a", "b", o);
                        }
                    }
                    """
            },
            {
                "options that are not known",
                """
                    class C
                    {
                        void M(HttpResponse r, CookieOptions o) => r.Cookies.Append("a", "b", o);
                    }
                    """
            },
            {
                "a copy of options that are not known",
                """
                    class C
                    {
                        void M(HttpResponse r, CookieOptions o) =>
                            r.Cookies.Append("a", "b", new CookieOptions(o) { IsEssential = true });
                    }
                    """
            },
            {
                "a flag by the request",
                """
                    class C
                    {
                        void M(HttpRequest q, HttpResponse r) =>
                            r.Cookies.Append(
                                "a",
                                "b",
                                new CookieOptions
                                {
                                    Secure = q.IsHttps,
                                    HttpOnly = true,
                                    SameSite = SameSiteMode.Lax,
                                }
                            );
                    }
                    """
            },
            {
                "several cookies with options that are not known",
                """
                    class C
                    {
                        void M(HttpResponse r, CookieOptions o) =>
                            r.Cookies.Append(new KeyValuePair<string, string>[] { new("a", "b") }, o);
                    }
                    """
            },
            {
                "a wrapper of cookies",
                """
                    class Wrapper(IResponseCookies inner) : IResponseCookies
                    {
                        public void Append(string k, string v) => inner.Append(k, v);

                        public void Append(string k, string v, CookieOptions o) => inner.Append(k, v, o);

                        public void Delete(string k) { }

                        public void Delete(string k, CookieOptions o) { }
                    }
                    """
            },
            {
                "a cookie that is deleted",
                """
                    class C
                    {
                        void M(HttpResponse r) => r.Cookies.Delete("a");
                    }
                    """
            },
            {
                "a cookie that is deleted with options",
                """
                    class C
                    {
                        void M(HttpResponse r) => r.Cookies.Delete("a", new CookieOptions { Path = "/" });
                    }
                    """
            },
            {
                "a cookie that is deleted with options in a variable",
                """
                    class C
                    {
                        void M(HttpResponse r)
                        {
                            var o = new CookieOptions { Domain = "d" };
                            r.Cookies.Delete("a", o);
                        }
                    }
                    """
            },
            {
                "a cookie that ended yesterday",
                """
                    class C
                    {
                        void M(HttpResponse r) =>
                            r.Cookies.Append(
                                "a",
                                "",
                                new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(-1) }
                            );
                    }
                    """
            },
            {
                "a cookie that ends at once",
                """
                    class C
                    {
                        void M(HttpResponse r) =>
                            r.Cookies.Append("a", "", new CookieOptions { MaxAge = TimeSpan.Zero });
                    }
                    """
            },
            {
                "a token against forgery, which scripts read",
                """
                    class C
                    {
                        void M(HttpResponse r, string t) =>
                            r.Cookies.Append(
                                "XSRF-TOKEN",
                                t,
                                new CookieOptions
                                {
                                    HttpOnly = false,
                                    Secure = true,
                                    SameSite = SameSiteMode.Strict,
                                }
                            );
                    }
                    """
            },
            {
                "a session cookie with every flag",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddSession(o =>
                            {
                                o.Cookie.HttpOnly = true;
                                o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                                o.Cookie.SameSite = SameSiteMode.Strict;
                            });
                    }
                    """
            },
            {
                "a session cookie with its name alone",
                """
                    class C
                    {
                        void M(IServiceCollection s) => s.AddSession(o => o.Cookie.Name = ".n");
                    }
                    """
            },
            {
                "a correlation cookie",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions o) =>
                            o.CorrelationCookie.SameSite = SameSiteMode.None;
                    }
                    """
            },
            {
                "a setting for development",
                """
                    class C
                    {
                        void M(IServiceCollection s, IHostEnvironment e) =>
                            s.AddSession(o =>
                            {
                                if (e.IsDevelopment())
                                    o.Cookie.SecurePolicy = CookieSecurePolicy.None;
                            });
                    }
                    """
            },
            {
                "a setting by the environment",
                """
                    class C
                    {
                        void M(IServiceCollection s, IHostEnvironment e) =>
                            s.AddSession(o =>
                                o.Cookie.SecurePolicy = e.IsDevelopment()
                                    ? CookieSecurePolicy.SameAsRequest
                                    : CookieSecurePolicy.Always
                            );
                    }
                    """
            },
            {
                "a policy that sets every flag",
                """
                    class C
                    {
                        void M(IApplicationBuilder a, HttpResponse r)
                        {
                            a.UseCookiePolicy(
                                new CookiePolicyOptions
                                {
                                    Secure = CookieSecurePolicy.Always,
                                    HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always,
                                    MinimumSameSitePolicy = SameSiteMode.Lax,
                                }
                            );
                            r.Cookies.Append("a", "b");
                        }
                    }
                    """
            },
            {
                "a type with a similar name",
                """
                    class CookieOptionsFactory
                    {
                        bool Secure = false;
                        bool HttpOnly = false;
                    }

                    class C
                    {
                        object M() => new CookieOptionsFactory();
                    }
                    """
            },
            {
                "a cookie of a client",
                """
                    class C
                    {
                        object M() => new System.Net.Cookie("a", "b");
                    }
                    """
            },
            {
                "a cookie of the .NET Framework with every flag",
                """
                    class C
                    {
                        object M()
                        {
                            var c = new System.Web.HttpCookie("a")
                            {
                                Secure = true,
                                HttpOnly = true,
                                SameSite = 1,
                            };
                            return c;
                        }
                    }
                    """
            },
            {
                "a cookie of the .NET Framework that ended",
                """
                    class C
                    {
                        object M() => new System.Web.HttpCookie("a") { Expires = DateTime.Now.AddDays(-1) };
                    }
                    """
            },
            {
                "a cookie that ended at a fixed date",
                """
                    class C
                    {
                        object M()
                        {
                            var gone = new System.Web.HttpCookie("a");
                            gone.Expires = new DateTime(1999, 10, 12);
                            return gone;
                        }

                        void N(HttpResponse r) =>
                            r.Cookies.Append(
                                "a",
                                "",
                                new CookieOptions
                                {
                                    Expires = new DateTimeOffset(new DateTime(1970, 1, 1), TimeSpan.Zero),
                                }
                            );
                    }
                    """
            },
            {
                "a header with every flag",
                """
                    class C
                    {
                        void M(HttpResponse r) =>
                            r.Headers.Append("Set-Cookie", "a=b; Secure; HttpOnly; SameSite=Lax");
                    }
                    """
            },
            {
                "a header that is not known",
                """
                    class C
                    {
                        void M(HttpResponse r, string cookie) => r.Headers.Append("Set-Cookie", cookie);
                    }
                    """
            },
            {
                "a header whose rest is not known",
                """
                    class C
                    {
                        void M(HttpResponse r, string id, string rest) =>
                            r.Headers.Append("Set-Cookie", $"id={id}; {rest}");
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_cookie_whose_flags_are_set_or_unknown(string name) =>
        Rule.IsSilent(Silent[name] + Library, Files.All);

    [Theory]
    [InlineData(
        """<configuration><system.web><httpCookies requireSSL="[|false|]" httpOnlyCookies="[|false|]" /></system.web></configuration>""",
        "web.config"
    )]
    [InlineData(
        """<configuration><system.web><httpCookies requireSSL="true" httpOnlyCookies="true" sameSite="Lax" /></system.web></configuration>""",
        "web.config"
    )]
    [InlineData(
        """{ "Session": { "Cookie": { "SecurePolicy": [|"None"|], "HttpOnly": [|false|], "SameSite": "Lax" } } }""",
        "appsettings.json"
    )]
    [InlineData(
        """{ "Session": { "Cookie": { "SecurePolicy": "None" } }, "Form": { "HttpOnly": false } }""",
        "appsettings.Development.json"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);

    [Fact]
    public async Task A_flag_that_the_web_config_sets_on_all_cookies_is_there()
    {
        var files = Files.WithConfiguration(
            """<configuration><system.web><httpCookies requireSSL="true" httpOnlyCookies="true" sameSite="Lax" /></system.web></configuration>""",
            "web.config"
        );
        Assert.Empty(await Rule.Of(files, "class C { object M() => new System.Web.HttpCookie(\"a\"); }" + Library));
    }
}
