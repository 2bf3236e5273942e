using Microsoft.CodeAnalysis.CodeFixes;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Tests.Engine;
using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Fixes;

/// <summary>
/// Each fix gives the code that is expected, for one finding and for all at once; that code compiles, and the finding is
/// gone.
/// </summary>
public sealed class FixTests
{
    private static readonly IReadOnlyList<CodeFixProvider> Fixes = typeof(PolicyFix)
        .Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(PolicyFix).IsAssignableFrom(t))
        .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)
        .ToList();

    [Fact]
    public void Every_rule_that_says_so_has_a_fix_of_its_name()
    {
        Assert.Equal(
            RuleCatalog.Rules.Where(r => r.HasFix).Select(r => r.GetType().Name + "Fix"),
            Fixes.Select(f => f.GetType().Name).Order(StringComparer.Ordinal)
        );
        Assert.All(Fixes, fix => Assert.Equal(fix.GetType().Name[..6], Assert.Single(fix.FixableDiagnosticIds)));
    }

    public static FixCases Fixed { get; } =
        new()
        {
            {
                "PK2001",
                "a property gets the class that its name proposes",
                """
                    class Resident
                    {
                        /// <summary>The name.</summary>
                        public string [|FullName|] { get; set; } = "";
                    }
                    """,
                """
                    class Resident
                    {
                        /// <summary>The name.</summary>
                        [PolicyKit.Annotations.Confidentiality3B]
                        public string FullName { get; set; } = "";
                    }
                    """
            },
            {
                "PK2001",
                "a parameter of a record gets it where it stands",
                """
                    using PolicyKit.Annotations;

                    record Resident(int Id, string [|FullName|]);
                    """,
                """
                    using PolicyKit.Annotations;

                    record Resident(int Id, [Confidentiality3B] string FullName);
                    """
            },
            {
                "PK6001",
                "a route gets RequireAuthorization",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.[|MapGet|]("/a", () => 1);
                    app.Run();
                    """,
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.MapGet("/a", () => 1).RequireAuthorization();
                    app.Run();
                    """
            },
            {
                "PK6001",
                "an action gets Authorize",
                """
                    using Microsoft.AspNetCore.Mvc;

                    public class C : ControllerBase
                    {
                        [HttpGet]
                        public int [|Get|]() => 1;
                    }
                    """,
                """
                    using Microsoft.AspNetCore.Mvc;

                    public class C : ControllerBase
                    {
                        [Microsoft.AspNetCore.Authorization.Authorize]
                        [HttpGet]
                        public int Get() => 1;
                    }
                    """
            },
            {
                "PK6101",
                "a password is read from the configuration that the class has",
                """
                    class C(IConfiguration configuration)
                    {
                        void M(System.Net.NetworkCredential c)
                        {
                            c.Password = [|"Kaw4goe#2026"|];
                        }
                    }
                    """,
                """
                    class C(IConfiguration configuration)
                    {
                        void M(System.Net.NetworkCredential c)
                        {
                            c.Password = configuration["Secrets:Password"] ?? throw new InvalidOperationException("Secrets:Password");
                        }
                    }
                    """
            },
            {
                "PK6101",
                "a password is read from the configuration of the builder",
                """
                    using System.Net;

                    var builder = WebApplication.CreateBuilder(args);
                    var c = new NetworkCredential("sa", [|"Kaw4goe#2026"|]);
                    """,
                """
                    using System.Net;

                    var builder = WebApplication.CreateBuilder(args);
                    var c = new NetworkCredential("sa", builder.Configuration["Secrets:Password"] ?? throw new InvalidOperationException("Secrets:Password"));
                    """
            },
            {
                "PK6202",
                "a key of RSA.Create gets the length that lasts",
                """
                    class C
                    {
                        object M() => [|System.Security.Cryptography.RSA.Create(1024)|];
                    }
                    """,
                """
                    class C
                    {
                        object M() => System.Security.Cryptography.RSA.Create(3072);
                    }
                    """
            },
            {
                "PK6202",
                "a key of a constructor gets the length that lasts",
                """
                    class C
                    {
                        object M() => [|new System.Security.Cryptography.RSACryptoServiceProvider(1024)|];
                    }
                    """,
                """
                    class C
                    {
                        object M() => new System.Security.Cryptography.RSACryptoServiceProvider(3072);
                    }
                    """
            },
            {
                "PK6204",
                "protocols in an initializer are left to the system",
                """
                    using System.Security.Authentication;

                    class C
                    {
                        object M() => new HttpClientHandler { SslProtocols = [|SslProtocols.Tls11|] | SslProtocols.Tls12 };
                    }
                    """,
                """
                    using System.Security.Authentication;

                    class C
                    {
                        object M() => new HttpClientHandler { SslProtocols = SslProtocols.None };
                    }
                    """
            },
            {
                "PK6204",
                "a protocol that is a number is left to the system",
                """
                    using System.Net;

                    class C
                    {
                        void M()
                        {
                            ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)768|];
                        }
                    }
                    """,
                """
                    using System.Net;

                    class C
                    {
                        void M()
                        {
                            ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
                        }
                    }
                    """
            },
            {
                "PK6205",
                "a callback in an initializer goes",
                """
                    class C
                    {
                        object M() => new HttpClientHandler { UseCookies = false, ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };
                    }
                    """,
                """
                    class C
                    {
                        object M() => new HttpClientHandler { UseCookies = false };
                    }
                    """
            },
            {
                "PK6205",
                "a statement that sets a callback goes",
                """
                    class C
                    {
                        void M(HttpClientHandler h)
                        {
                            h.UseCookies = false;
                            h.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];
                        }
                    }
                    """,
                """
                    class C
                    {
                        void M(HttpClientHandler h)
                        {
                            h.UseCookies = false;
                        }
                    }
                    """
            },
            {
                "PK6206",
                "TLS that is switched off is switched on",
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient c)
                        {
                            [|c.EnableSsl = false|];
                        }
                    }
                    """,
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient c)
                        {
                            c.EnableSsl = true;
                        }
                    }
                    """
            },
            {
                "PK6206",
                "a client without TLS gets it",
                """
                    class C
                    {
                        void M()
                        {
                            using var c = [|new System.Net.Mail.SmtpClient("mail.example.jp", 25)|];
                            c.Send("a", "b", "c", "d");
                        }
                    }
                    """,
                """
                    class C
                    {
                        void M()
                        {
                            using var c = new System.Net.Mail.SmtpClient("mail.example.jp", 25) { EnableSsl = true };
                            c.Send("a", "b", "c", "d");
                        }
                    }
                    """
            },
            {
                "PK6302",
                "a cookie without options gets them",
                """
                    class C
                    {
                        void M(HttpResponse r)
                        {
                            r.Cookies.[|[|[|Append|]|]|]("a", "b");
                        }
                    }
                    """,
                """
                    class C
                    {
                        void M(HttpResponse r)
                        {
                            r.Cookies.Append("a", "b", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
                        }
                    }
                    """
            },
            {
                "PK6302",
                "options get the flag that they lack",
                """
                    class C
                    {
                        object M() => new [|CookieOptions|] { HttpOnly = true, SameSite = SameSiteMode.Lax };
                    }
                    """,
                """
                    class C
                    {
                        object M() => new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = true };
                    }
                    """
            },
            {
                "PK6302",
                "a flag that is off is set",
                """
                    class C
                    {
                        object M() => new CookieOptions { [|Secure = false|], HttpOnly = true, SameSite = SameSiteMode.Lax };
                    }
                    """,
                """
                    class C
                    {
                        object M() => new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax };
                    }
                    """
            },
            {
                "PK6302",
                "a policy that sends cookies in cleartext is raised",
                """
                    class C
                    {
                        void M(CookieBuilder b)
                        {
                            [|b.SecurePolicy = CookieSecurePolicy.None|];
                        }
                    }
                    """,
                """
                    class C
                    {
                        void M(CookieBuilder b)
                        {
                            b.SecurePolicy = CookieSecurePolicy.Always;
                        }
                    }
                    """
            },
            {
                "PK6303",
                "the validation of the issuer is switched on",
                """
                    class C
                    {
                        object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = false|] };
                    }

                    namespace Microsoft.IdentityModel.Tokens
                    {
                        public class TokenValidationParameters
                        {
                            public bool ValidateIssuer { get; set; }
                        }
                    }
                    """,
                """
                    class C
                    {
                        object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = true };
                    }

                    namespace Microsoft.IdentityModel.Tokens
                    {
                        public class TokenValidationParameters
                        {
                            public bool ValidateIssuer { get; set; }
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Fixed))]
    public Task Ends_the_finding_and_compiles(string rule, string name) =>
        Check(rule, Fixed[name].Before, Fixed[name].After);

    public static FixCases Unsafe { get; } =
        new()
        {
            {
                "PK6101",
                "a constant, which cannot be read at run time",
                """
                    class C
                    {
                        const string Password = [|"Kaw4goe#2026"|];
                    }
                    """
            },
            {
                "PK6101",
                "no configuration at hand",
                """
                    class C
                    {
                        void M(System.Net.NetworkCredential c)
                        {
                            c.Password = [|"Kaw4goe#2026"|];
                        }
                    }
                    """
            },
            {
                "PK6202",
                "a length that stands elsewhere",
                """
                    class C
                    {
                        object M(int bits)
                        {
                            var size = 1024;
                            return [|System.Security.Cryptography.DSA.Create(size)|];
                        }
                    }
                    """
            },
            {
                "PK6204",
                "a protocol that is added to others",
                """
                    using System.Net;

                    class C
                    {
                        void M()
                        {
                            ServicePointManager.SecurityProtocol |= [|SecurityProtocolType.Tls11|];
                        }
                    }
                    """
            },
            {
                "PK6205",
                "a connection string",
                """
                    class C
                    {
                        string M() => [|"Server=db.example.jp;Database=a;TrustServerCertificate=True"|];
                    }
                    """
            },
            {
                "PK6206",
                "a URL, whose server may not know TLS",
                """
                    class C
                    {
                        Task M(HttpClient c) => c.GetStringAsync([|"http://api.example.jp/rates"|]);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public Task Offers_nothing_where_nothing_is_safe(string rule, string name) =>
        Check(rule, Unsafe[name].Before, Unsafe[name].After);

    [Theory]
    [InlineData("ja", "暗号化を有効にする")]
    [InlineData("en", "Switch encryption on")]
    public Task Speaks_the_language_of_the_build(string language, string title)
    {
        var (before, after) = Fixed["TLS that is switched off is switched on"];
        return new FixCheck(
            FixOf("PK6206"),
            before,
            after,
            Files.All.WithProperty("PolicyKitLanguage", language)
        ).RunAsync(title);
    }

    private static Task Check(string rule, string before, string after) =>
        new FixCheck(FixOf(rule), before, after, Files.All).RunAsync();

    private static CodeFixProvider FixOf(string rule) => Fixes.Single(f => f.FixableDiagnosticIds.Contains(rule));
}
