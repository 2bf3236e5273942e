using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6301_WeakAuthenticationSettingTests
{
    private const string Usings =
        "using Microsoft.AspNetCore.Identity; using Microsoft.AspNetCore.Authentication; using Microsoft.AspNetCore.Authentication.Cookies; using Microsoft.AspNetCore.Authentication.BearerToken; ";

    private const string Library =
        """ namespace System.IdentityModel.Tokens.Jwt { public class JwtSecurityToken { public JwtSecurityToken(string? issuer = null, DateTime? expires = null) { } } } namespace Microsoft.IdentityModel.Tokens { public class SecurityTokenDescriptor { public DateTime? Expires { get; set; } } }""";

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

    [Theory]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.Configure<IdentityOptions>(o => { [|o.Password.RequiredLength = 4|]; }); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddIdentityCore<IdentityUser>(o => [|o.Password.RequiredLength = 6|]); }"
    )]
    [InlineData(
        "class C { void M(IdentityOptions o) => o.Password = new PasswordOptions { [|RequiredLength = 1|], RequireDigit = true }; }"
    )]
    [InlineData(
        "class C { const int Shortest = 9; void M(IdentityOptions o) => [|o.Password.RequiredLength = Shortest|]; }"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(IServiceCollection s) => s.[|AddIdentityApiEndpoints<IdentityUser>|](); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.Configure<LockoutOptions>(o => [|o.MaxFailedAccessAttempts = 20|]); }"
    )]
    [InlineData(
        "class C { Task M(SignInManager<IdentityUser> m, string u, string p) => m.PasswordSignInAsync(u, p, true, [|lockoutOnFailure: false|]); }"
    )]
    [InlineData(
        "class C { Task M(SignInManager<IdentityUser> m, IdentityUser u, string p) => m.CheckPasswordSignInAsync(u, p, [|false|]); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddSession(o => { [|o.IdleTimeout = TimeSpan.FromMinutes(60)|]; }); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddSession(o => [|o.IdleTimeout = new TimeSpan(8, 0, 0)|]); }"
    )]
    [InlineData(
        "class C { void M(AuthenticationBuilder b) => b.AddCookie(o => [|o.ExpireTimeSpan = TimeSpan.FromDays(30)|]); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.ConfigureApplicationCookie(o => [|o.ExpireTimeSpan = TimeSpan.MaxValue|]); }"
    )]
    [InlineData(
        "class C { static readonly int Hours = 12; void M(CookieAuthenticationOptions o) => [|o.ExpireTimeSpan = TimeSpan.FromHours(Hours)|]; }"
    )]
    [InlineData(
        "class C { void M(CookieAuthenticationOptions o) { var hours = 12; long longest = hours; var span = TimeSpan.FromHours(longest); var kept = span; [|o.ExpireTimeSpan = kept|]; } }"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(AuthenticationBuilder b) => b.[|AddCookie|](o => o.LoginPath = \"/login\"); }"
    )]
    [InlineData(
        "class C { object M() => new AuthenticationProperties { IsPersistent = true, [|ExpiresUtc = DateTimeOffset.UtcNow.AddDays(14)|] }; }"
    )]
    [InlineData(
        "class C { object M() => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken([|expires: DateTime.UtcNow.AddDays(7)|]); }"
    )]
    [InlineData(
        "class C { object M() { var now = DateTime.UtcNow; return new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(\"i\", [|now.AddHours(3)|]); } }"
    )]
    [InlineData(
        "class C { object M(TimeProvider clock) => new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor { [|Expires = clock.GetUtcNow().AddYears(1).UtcDateTime|] }; }"
    )]
    [InlineData(
        "class C { object M() => new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor { [|Expires = DateTime.Now.Add(TimeSpan.FromHours(24))|] }; }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s, IHostEnvironment e) => s.Configure<IdentityOptions>(o => { if (e.IsProduction()) [|o.Password.RequiredLength = 8|]; }); }"
    )]
    public Task Reports(string source) => Rule.Reports(Usings + source + Library, Files.All);

    [Theory]
    [InlineData("class Infrastructure { void M(IServiceCollection s) => s.AddIdentityCore<IdentityUser>(); }")]
    [InlineData("class C { void M(IdentityOptions o) => o.Password.RequiredLength = 12; }")]
    [InlineData(
        "class C { void M(IdentityOptions o) { o.Password.RequiredLength = 10; o.Password.RequireNonAlphanumeric = false; } }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddIdentityCore<IdentityUser>(o => o.Password.RequiredLength = 10); }"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(IServiceCollection s) { s.AddIdentityCore<IdentityUser>(); s.Configure<PasswordOptions>(o => o.RequiredLength = 12); } }"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(IServiceCollection s, IConfiguration c) { s.AddIdentity<IdentityUser, IdentityRole>(); s.Configure<IdentityOptions>(c.GetSection(\"Identity\")); s.ConfigureApplicationCookie(o => o.ExpireTimeSpan = TimeSpan.FromMinutes(20)); } }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s, IConfiguration c) => s.AddIdentityCore<IdentityUser>(o => o.Password.RequiredLength = c.GetValue<int>(\"x\")); }"
    )]
    [InlineData(
        "class Form { public int RequiredLength { get; set; } } class C { object M() => new Form { RequiredLength = 1 }; }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s, IHostEnvironment e) => s.Configure<IdentityOptions>(o => { if (e.IsDevelopment()) o.Password.RequiredLength = 4; }); }"
    )]
    [InlineData("class C { void M(IdentityOptions o) => o.Lockout.MaxFailedAccessAttempts = 3; }")]
    [InlineData(
        "class C { Task M(SignInManager<IdentityUser> m, string u, string p, bool lockout) => m.PasswordSignInAsync(u, p, false, lockout); }"
    )]
    [InlineData(
        "class C { Task M(SignInManager<IdentityUser> m, string u, string p) => m.PasswordSignInAsync(u, p, isPersistent: false, lockoutOnFailure: true); }"
    )]
    [InlineData("class C { void M(IServiceCollection s) => s.AddSession(); }")]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(30)); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s, IConfiguration c) => s.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(c.GetValue<int>(\"m\"))); }"
    )]
    [InlineData(
        "class C { void M(AuthenticationBuilder b) => b.AddCookie(o => { o.ExpireTimeSpan = TimeSpan.FromMinutes(15); o.SlidingExpiration = true; }); }"
    )]
    [InlineData(
        "System.Console.WriteLine(); class C { void M(IServiceCollection s) { s.AddAuthentication().AddCookie(); s.ConfigureAll<CookieAuthenticationOptions>(o => o.ExpireTimeSpan = new TimeSpan(0, 20, 0)); } }"
    )]
    [InlineData(
        "class C { void M(HttpClient c, CancellationTokenSource s) { c.Timeout = TimeSpan.FromHours(2); s.CancelAfter(TimeSpan.FromDays(1)); } }"
    )]
    [InlineData(
        "class C { void M(CookieAuthenticationOptions o, IConfiguration c) { var hours = 12; hours /= 24; o.ExpireTimeSpan = TimeSpan.FromHours(hours); var days = 30; Read(c, ref days); o.ExpireTimeSpan = TimeSpan.FromDays(days); } static void Read(IConfiguration c, ref int days) => days = c.GetValue<int>(\"x\"); }"
    )]
    [InlineData(
        "class C { void M(CookieAuthenticationOptions o, (int, int) read) { var (hours, rest) = (12, 0); (hours, rest) = read; o.ExpireTimeSpan = TimeSpan.FromHours(hours); int minutes = 600; ref var same = ref minutes; same = rest; o.ExpireTimeSpan = TimeSpan.FromMinutes(minutes); } }"
    )]
    [InlineData(
        "class C { object M() => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: DateTime.UtcNow.AddMinutes(15)); }"
    )]
    [InlineData(
        "class C { object CreateRefreshToken() => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: DateTime.UtcNow.AddDays(7)); }"
    )]
    [InlineData(
        "class C { object M() { var invitation = new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: DateTime.UtcNow.AddDays(7)); return invitation; } }"
    )]
    [InlineData(
        "class C { object M(int days) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: DateTime.UtcNow.AddDays(days)); }"
    )]
    [InlineData(
        "class C { object M(DateTime end) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(expires: end.AddDays(1)); }"
    )]
    [InlineData(
        "class Ticket { public DateTime? Expires { get; set; } } class C { object M() => new Ticket { Expires = DateTime.UtcNow.AddDays(90) }; }"
    )]
    public Task Is_silent(string source) => Rule.IsSilent(Usings + source + Library, Files.All);

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
        """<configuration><system.web><sessionState timeout="[|480|]" /><authentication mode="Forms"><forms timeout="[|2880|]" /></authentication></system.web></configuration>""",
        "web.config"
    )]
    [InlineData(
        """<configuration><system.web><sessionState timeout="20" /></system.web></configuration>""",
        "web.config"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
