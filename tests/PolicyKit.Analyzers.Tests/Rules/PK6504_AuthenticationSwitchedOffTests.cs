using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6504_AuthenticationSwitchedOffTests
{
    private static readonly Check Rule = new("PK6504");

    private static string Program(string statements, string types = "") =>
        $$"""
            using Microsoft.AspNetCore.Authentication;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc.Filters;
            var builder = WebApplication.CreateBuilder(args);
            var configuration = builder.Configuration;
            var app = builder.Build();
            {{statements}}
            app.Run();
            public class Settings
            {
                public bool SkipAuth { get; set; }
                public bool DebugMode { get; set; }
                public bool Cached { get; set; }
            }
            {{types}}
            """;

    private static string Handler(string body, string more = "") =>
        $$"""
            public class Trial(
                Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> o,
                ILoggerFactory l,
                System.Text.Encodings.Web.UrlEncoder e
            ) : AuthenticationHandler<AuthenticationSchemeOptions>(o, l, e)
            {
                protected override Task<AuthenticateResult> HandleAuthenticateAsync() { {{body}} }
            }
            {{more}}
            """;

    private const string Register =
        "builder.Services.AddAuthentication().[|AddScheme<AuthenticationSchemeOptions, "
        + "Trial>|](\"Trial\", _ => { });";
    private static readonly string Registered = Register
        .Replace("[|", "", StringComparison.Ordinal)
        .Replace("|]", "", StringComparison.Ordinal);

    private const string Succeed =
        "return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new "
        + "System.Security.Claims.ClaimsPrincipal(), \"Trial\")));";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Program("if (!configuration.GetValue<bool>(\"SkipAuth\")) app.UseAuthentication();");
        Assert.Equal(
            "スイッチ `SkipAuth` により、認証を求めずに動かせます 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        var handler = Program(Registered, Handler(Succeed));
        Assert.Equal(
            "`Trial` lets everybody in without checking who they are 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), handler)).GetMessage()
        );
    }

    public static readonly Cases Violating = new()
    {
        {
            "a key of the configuration",
            Program("if (!configuration.GetValue<bool>(\"SkipAuth\")) app.[|UseAuthentication|]();")
        },
        { "an indexed key", Program("if (configuration[\"Auth:Disable\"] != \"1\") app.[|UseAuthorization|]();") },
        {
            "an environment variable",
            Program("if (Environment.GetEnvironmentVariable(\"DISABLE_AUTH\") is null) app.[|UseAuthentication|]();")
        },
        { "a property", Program("var s = new Settings(); if (!s.SkipAuth) app.[|UseAuthentication|]();") },
        { "a switch for trials", Program("var s = new Settings(); if (!s.DebugMode) app.[|UseAuthorization|]();") },
        {
            "a local that keeps a setting",
            Program("var testMode = configuration[\"Mode\"] == \"x\"; if (!testMode) app.[|UseAuthentication|]();")
        },
        {
            "both branches",
            Program(
                """
                var requireAuth = configuration.GetValue("RequireAuthentication", true);
                if (requireAuth)
                    app.MapControllers().[|RequireAuthorization|]();
                else
                    app.MapControllers().[|AllowAnonymous|]();
                """
            )
        },
        {
            "a constant",
            Program(
                "if (!Switches.NoAuth) app.[|UseAuthentication|]();",
                "static class Switches { public static readonly bool NoAuth = true; }"
            )
        },
        {
            "a parameter of a method",
            """
                static class Setup
                {
                    public static void Use(this WebApplication app, bool enableAuthentication)
                    {
                        if (enableAuthentication)
                            app.[|UseAuthentication|]();
                    }
                }
                """
        },
        {
            "a Japanese name",
            Program("var 認証なし = configuration[\"a\"] == \"1\"; if (!認証なし) app.[|UseAuthentication|]();")
        },
        {
            "a fallback policy",
            Program(
                """
                if (!configuration.GetValue<bool>("BypassAuthorization"))
                    builder.Services.AddAuthorizationBuilder().[|SetFallbackPolicy|](
                            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                """
            )
        },
        {
            "an authorization handler",
            Program(
                "",
                """
                public class Owner(Settings settings) : IAuthorizationHandler
                {
                    public Task HandleAsync(AuthorizationHandlerContext context)
                    {
                        if ([|settings.SkipAuth|])
                            foreach (var requirement in context.PendingRequirements)
                                context.Succeed(requirement);
                        return Task.CompletedTask;
                    }
                }
                """
            )
        },
        {
            "a filter",
            Program(
                "",
                """
                public class Gate(Settings settings) : IAuthorizationFilter
                {
                    public void OnAuthorization(AuthorizationFilterContext context)
                    {
                        if ([|settings.DebugMode|])
                            return;
                        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
                            context.Result = new Microsoft.AspNetCore.Mvc.UnauthorizedResult();
                    }
                }
                """
            )
        },
        { "a handler that always succeeds", Program(Register, Handler(Succeed)) },
        {
            "a handler that grants everything",
            Program(
                "builder.Services.[|AddSingleton<IAuthorizationHandler, Everybody>|]();",
                """
                public class Everybody : IAuthorizationHandler
                {
                    public Task HandleAsync(AuthorizationHandlerContext context)
                    {
                        foreach (var requirement in context.PendingRequirements.ToList())
                            context.Succeed(requirement);
                        return Task.CompletedTask;
                    }
                }
                """
            )
        },
    };

    public static readonly Cases Complying = new()
    {
        { "no condition", Program("app.UseAuthentication(); app.UseAuthorization();") },
        { "the environment of the host", Program("if (!app.Environment.IsDevelopment()) app.UseAuthentication();") },
        {
            "the environment of the host in a local",
            Program(
                "var isDevelopment = app.Environment.IsDevelopment(); " + "if (!isDevelopment) app.UseAuthentication();"
            )
        },
        {
            "another switch",
            Program("var s = new Settings(); if (s.Cached) app.UseAuthentication(); else app.UseAuthorization();")
        },
        { "another setting", Program("if (configuration[\"Authority\"] is not null) app.UseAuthentication();") },
        {
            "a scheme that is chosen",
            Program(
                "if (configuration.GetValue<bool>(\"UseCookieAuth\")) "
                    + "builder.Services.AddAuthentication().AddCookie();"
            )
        },
        {
            "a switch around something else",
            Program("var s = new Settings(); if (!s.SkipAuth) app.UseHttpsRedirection();")
        },
        {
            "a switch of a cache",
            Program("if (configuration.GetValue<bool>(\"AuthCacheDisabled\")) app.UseAuthentication();")
        },
        {
            "a method of another type",
            Program(
                "var s = new Settings(); if (!s.SkipAuth) new Own().UseAuthentication();",
                "class Own { public void UseAuthentication() { } }"
            )
        },
        {
            "a handler that looks at the request",
            Program(
                Registered,
                Handler(
                    $$"""
                    if (!Request.Headers.ContainsKey("X-Key")) return Task.FromResult(AuthenticateResult.NoResult());
                    {{Succeed}}
                    """
                )
            )
        },
        {
            "a handler that always succeeds in development",
            Program($"if (app.Environment.IsDevelopment()) {Registered}", Handler(Succeed))
        },
        { "a handler that nobody registers", Program("", Handler(Succeed)) },
        {
            "an authorization handler that asks",
            Program(
                "builder.Services.AddSingleton<IAuthorizationHandler, Owner>();",
                """
                public class Owner : IAuthorizationHandler
                {
                    public Task HandleAsync(AuthorizationHandlerContext context)
                    {
                        foreach (var requirement in context.PendingRequirements.ToList())
                            if (context.User.IsInRole("a"))
                                context.Succeed(requirement);
                        return Task.CompletedTask;
                    }
                }
                """
            )
        },
        {
            "a filter with another switch",
            Program(
                "",
                """
                public class Gate(Settings settings) : IAuthorizationFilter
                {
                    public void OnAuthorization(AuthorizationFilterContext context)
                    {
                        if (settings.Cached)
                            return;
                        context.Result = new Microsoft.AspNetCore.Mvc.UnauthorizedResult();
                    }
                }
                """
            )
        },
        {
            "a switch in code that decides nothing",
            Program("", "public class Log(Settings s) { public int M() { if (s.DebugMode) return 1; return 0; } }")
        },
    };

    [Theory]
    [MemberData(nameof(Violating))]
    public Task Reports_authentication_that_is_switched_off(string name) => Rule.Reports(Violating[name], Files.All);

    [Theory]
    [MemberData(nameof(Complying))]
    public Task Leaves_alone_what_keeps_authentication_on(string name) => Rule.IsSilent(Complying[name], Files.All);

    public static readonly Cases Bypassing = new()
    {
        {
            "an assertion that always holds under a switch",
            Program(
                """
                var testMode = string.Equals(configuration["Access:Mode"], "test");
                builder.Services.AddAuthorization(o => o.AddPolicy("Clerks", p =>
                {
                    if (testMode)
                        p.[|RequireAssertion|](_ => true);
                    else
                        p.RequireRole("clerk");
                }));
                """
            )
        },
        {
            "a field that is made of a variable",
            Program(
                "",
                """
                public class Rank : IAuthorizationRequirement { }
                public class Decides : AuthorizationHandler<Rank>
                {
                    static readonly bool Open = Environment.GetEnvironmentVariable("AUTH_DISABLED") == "1";
                    protected override Task HandleRequirementAsync(AuthorizationHandlerContext c, Rank r)
                    {
                        if ([|Open|])
                            c.Succeed(r);
                        return Task.CompletedTask;
                    }
                }
                """
            )
        },
        {
            "a romanised switch",
            Program("if (!configuration.GetValue<bool>(\"NinshoNashi\")) app.[|UseAuthentication|]();")
        },
        {
            "a query that the caller adds",
            Program(
                "",
                """
                public sealed class SignedIn : Attribute, IAuthorizationFilter
                {
                    public void OnAuthorization(AuthorizationFilterContext context)
                    {
                        if ([|context.HttpContext.Request.Query["key"] == "letmein"|])
                            return;
                        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
                            context.Result = new Microsoft.AspNetCore.Mvc.ChallengeResult();
                    }
                }
                """
            )
        },
        {
            "a header in middleware that refuses",
            Program(
                "",
                """
                public sealed class Gate(RequestDelegate next)
                {
                    public async Task InvokeAsync(HttpContext context)
                    {
                        if ([|context.Request.Headers.ContainsKey("X-Debug")|])
                        {
                            await next(context);
                            return;
                        }
                        if (context.User.Identity?.IsAuthenticated != true)
                            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    }
                }
                """
            )
        },
        {
            "a user that is made under a switch",
            Program(
                """
                app.Use(async (context, next) =>
                {
                    if (configuration.GetValue<bool>("SkipAuth"))
                        [|context.User = new System.Security.Claims.ClaimsPrincipal()|];
                    await next(context);
                });
                """
            )
        },
        {
            "a user that is made under a key of trials",
            Program(
                """
                app.Use(async (context, next) =>
                {
                    if (configuration.GetValue<bool>("Debug:AutoLogin"))
                        [|context.User = new System.Security.Claims.ClaimsPrincipal()|];
                    await next(context);
                });
                """
            )
        },
        {
            "a filter for everybody under a switch",
            Program(
                """
                builder.Services.AddControllers(o =>
                {
                    if (configuration.GetValue<bool>("SkipAuth"))
                        o.Filters.Add([|new Microsoft.AspNetCore.Mvc.Authorization.AllowAnonymousFilter()|]);
                });
                """
            )
        },
    };

    public static readonly Cases Deciding = new()
    {
        {
            "an assertion that asks, under a switch",
            Program(
                """
                var testMode = configuration.GetValue<bool>("TestMode");
                builder.Services.AddAuthorization(o => o.AddPolicy("Clerks", p =>
                {
                    if (testMode)
                        p.RequireAssertion(c => c.User.IsInRole("tester"));
                }));
                """
            )
        },
        {
            "a field that is made of another variable",
            Program(
                "",
                """
                public class Rank : IAuthorizationRequirement { }
                public class Decides : AuthorizationHandler<Rank>
                {
                    static readonly bool Traced = Environment.GetEnvironmentVariable("TRACE") == "1";
                    protected override Task HandleRequirementAsync(AuthorizationHandlerContext c, Rank r)
                    {
                        if (Traced && c.User.IsInRole("clerk"))
                            c.Succeed(r);
                        return Task.CompletedTask;
                    }
                }
                """
            )
        },
        {
            "a query that is only read",
            Program(
                "",
                """
                public sealed class SignedIn : Attribute, IAuthorizationFilter
                {
                    public void OnAuthorization(AuthorizationFilterContext context)
                    {
                        if (context.HttpContext.Request.Query["lang"] == "ja")
                            Console.WriteLine("ja");
                        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
                            context.Result = new Microsoft.AspNetCore.Mvc.ChallengeResult();
                    }
                }
                """
            )
        },
        {
            "a key that is compared with a secret",
            Program(
                "",
                """
                public sealed class Gate(RequestDelegate next, IConfiguration configuration)
                {
                    public async Task InvokeAsync(HttpContext context)
                    {
                        if (context.Request.Headers["X-Api-Key"] == configuration["Key"])
                        {
                            await next(context);
                            return;
                        }
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    }
                }
                """
            )
        },
        {
            "middleware that refuses nobody",
            Program(
                "",
                """
                public sealed class Language(RequestDelegate next)
                {
                    public async Task InvokeAsync(HttpContext context)
                    {
                        if (context.Request.Headers.ContainsKey("X-Plain"))
                        {
                            await next(context);
                            return;
                        }
                        context.Response.Headers.ContentLanguage = "ja";
                        await next(context);
                    }
                }
                """
            )
        },
    };

    [Theory]
    [MemberData(nameof(Bypassing))]
    public Task Reports_a_way_around_authentication(string name) => Rule.Reports(Bypassing[name], Files.All);

    [Theory]
    [MemberData(nameof(Deciding))]
    public Task Leaves_alone_what_decides_about_the_caller(string name) => Rule.IsSilent(Deciding[name], Files.All);
}
