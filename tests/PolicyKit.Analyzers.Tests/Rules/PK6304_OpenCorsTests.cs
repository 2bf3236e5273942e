using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6304_OpenCorsTests
{
    private static readonly Check Rule = new("PK6304");

    private static string Policy(string policy) =>
        $$"""class C { void M(IServiceCollection s) => s.AddCors(o => o.AddDefaultPolicy(p => {{policy}})); }""";

    private static string Middleware(string statements) =>
        $$"""class C { void M(HttpContext context, List<string> known) { {{statements}} } }""";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var any = Policy("p.SetIsOriginAllowed(_ => true).AllowCredentials()");
        var named = Policy("p.WithOrigins(\"https://portal.other.example\")");
        Assert.Equal(
            "どのオリジンのページも、利用者の認証情報付きの要求を送れます 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, any)).GetMessage()
        );
        Assert.Equal(
            "CORS is allowed for pages of the undeclared origin `portal.other.example` 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), named)).GetMessage()
        );
    }

    [Theory]
    [InlineData("p.SetIsOriginAllowed(_ => true).AllowAnyHeader().[|AllowCredentials|]()")]
    [InlineData("p.[|AllowCredentials|]().SetIsOriginAllowed(origin => { return true; })")]
    [InlineData("p.AllowAnyOrigin().[|AllowCredentials|]()")]
    [InlineData("p.WithOrigins(\"*\").[|AllowCredentials|]()")]
    public Task Reports_credentials_for_any_origin(string policy) => Rule.Reports(Policy(policy), Files.All);

    [Theory]
    [InlineData("p.WithOrigins([|\"https://portal.other.example\"|])")]
    [InlineData("p.WithOrigins([|\"https://portal.other.example\"|]).AllowCredentials()")]
    [InlineData("p.WithOrigins(\"https://transfer.bank.example.jp\", [|\"http://10.1.2.3:8080\"|])")]
    [InlineData("p.WithOrigins(new[] { [|\"https://a.other.example\"|], \"http://localhost:4200\" })")]
    [InlineData("p.WithOrigins([|\"https://*.other.example\"|]).SetIsOriginAllowedToAllowWildcardSubdomains()")]
    public Task Reports_an_undeclared_origin(string policy) => Rule.Reports(Policy(policy), Files.All);

    [Fact]
    public Task Reports_an_undeclared_origin_that_a_constant_holds() =>
        Rule.Reports(
            """
            class C
            {
                const string Portal = [|"https://portal.other.example"|];
                void M(IServiceCollection s) => s.AddCors(o => o.AddPolicy("a", p => p.WithOrigins(Portal)));
            }
            """,
            Files.All
        );

    [Theory]
    [InlineData(
        """
            [|context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers["Origin"]|];
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
            """
    )]
    [InlineData(
        """
            var origin = context.Request.Headers.Origin.ToString();
            context.Response.Headers.AccessControlAllowCredentials = "true";
            [|context.Response.Headers.AccessControlAllowOrigin = origin|];
            """
    )]
    [InlineData(
        """
            [|context.Response.Headers.Append("Access-Control-Allow-Origin", context.Request.Headers["Origin"])|];
            context.Response.Headers.Append("Access-Control-Allow-Credentials", "true");
            """
    )]
    public Task Reports_an_origin_that_is_echoed(string statements) => Rule.Reports(Middleware(statements), Files.All);

    [Theory]
    [InlineData("""{ "Cors": { "AllowedOrigins": [[|"https://portal.other.example"|]] } }""")]
    [InlineData("""{ "Cors": { "Origins": [|"https://portal.other.example;https://transfer.bank.example.jp"|] } }""")]
    [InlineData("""{ "CorsOrigins": [|"http://10.1.2.3"|] }""")]
    public Task Reports_an_undeclared_origin_in_configuration(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("p.WithOrigins(\"https://transfer.bank.example.jp\").AllowCredentials()")]
    [InlineData("p.WithOrigins(\"http://localhost:4200\").AllowCredentials()")]
    [InlineData("p.WithOrigins(Environment.GetEnvironmentVariable(\"ORIGIN\")!).AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(o => o.EndsWith(\".example.jp\")).AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(_ => true).AllowAnyHeader()")]
    [InlineData("p.AllowAnyOrigin().WithMethods(\"GET\")")]
    [InlineData("p.SetIsOriginAllowed(o => new Uri(o).Host == \"transfer.bank.example.jp\").AllowCredentials()")]
    public Task Is_silent_about_a_policy(string policy) => Rule.IsSilent(Policy(policy), Files.All);

    [Theory]
    [InlineData("context.Response.Headers[\"Access-Control-Allow-Origin\"] = \"*\";")]
    [InlineData("context.Response.Headers.AccessControlAllowOrigin = context.Request.Headers.Origin;")]
    [InlineData(
        """
            var origin = context.Request.Headers.Origin.ToString();
            if (known.Contains(origin))
            {
                context.Response.Headers.AccessControlAllowOrigin = origin;
                context.Response.Headers.AccessControlAllowCredentials = "true";
            }
            """
    )]
    [InlineData("context.Response.Headers[\"X-Origin\"] = context.Request.Headers[\"Origin\"];")]
    public Task Is_silent_about_headers(string statements) => Rule.IsSilent(Middleware(statements), Files.All);

    [Fact]
    public Task Is_silent_in_development() =>
        Rule.IsSilent(
            """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            if (app.Environment.IsDevelopment())
                app.UseCors(p => p.SetIsOriginAllowed(_ => true).AllowCredentials());
            app.Run();
            """,
            Files.All
        );

    [Fact]
    public Task Is_silent_about_a_builder_of_the_systems_own() =>
        Rule.IsSilent(
            """
            class CorsPolicyBuilder
            {
                public CorsPolicyBuilder WithOrigins(string origin) => this;
                public CorsPolicyBuilder AllowAnyOrigin() => this;
                public CorsPolicyBuilder AllowCredentials() => this;
                void M() => WithOrigins("https://portal.other.example").AllowAnyOrigin().AllowCredentials();
            }
            """,
            Files.All
        );

    [Theory]
    [InlineData("""{ "Cors": { "AllowedOrigins": ["https://transfer.bank.example.jp", "http://localhost:3000"] } }""")]
    [InlineData("""{ "Cors": { "AllowedOrigins": "*" } }""")]
    [InlineData("""{ "Original": { "Cors": "https://portal.other.example" } }""")]
    public Task Is_silent_about_a_configuration(string text) => Rule.Configuration(text);

    [Fact]
    public async Task Is_silent_about_a_configuration_for_development() =>
        Assert.Empty(
            await Rule.Of(
                Files.WithConfiguration(
                    """{ "Cors": { "AllowedOrigins": ["https://portal.other.example"] } }""",
                    "appsettings.Development.json"
                )
            )
        );

    [Theory]
    [InlineData("p.SetIsOriginAllowed(Known).[|AllowCredentials|]()")]
    [InlineData("p.SetIsOriginAllowed(o => !string.IsNullOrWhiteSpace(o)).[|AllowCredentials|]()")]
    [InlineData("p.SetIsOriginAllowed(o => o != null && o.Length > 0).[|AllowCredentials|]()")]
    [InlineData("p.SetIsOriginAllowed(o => o.StartsWith(\"http\")).[|AllowCredentials|]()")]
    [InlineData("p.SetIsOriginAllowed(o => o.EndsWith(\"example.jp\")).[|AllowCredentials|]()")]
    [InlineData("p.SetIsOriginAllowed(o => Uri.TryCreate(o, UriKind.Absolute, out _)).[|AllowCredentials|]()")]
    public Task Reports_a_predicate_that_holds_for_every_origin(string policy) =>
        Rule.Reports(
            Policy(policy)
                .Replace(
                    "class C {",
                    "class C { static bool Known(string origin) => !string.IsNullOrEmpty(origin);",
                    StringComparison.Ordinal
                ),
            Files.All
        );

    [Theory]
    [InlineData("p.SetIsOriginAllowed(o => new Uri(o).Host == \"localhost\").AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(o => !string.IsNullOrEmpty(o) && Known.Contains(o)).AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(o => o.StartsWith(\"https://portal.\")).AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(o => o.EndsWith(\".example.jp\")).AllowCredentials()")]
    [InlineData("p.SetIsOriginAllowed(o => !string.IsNullOrEmpty(o))")]
    public Task Leaves_alone_a_predicate_that_asks_more(string policy) =>
        Rule.IsSilent(
            Policy(policy)
                .Replace(
                    "class C {",
                    "class C { static readonly HashSet<string> Known = new();",
                    StringComparison.Ordinal
                ),
            Files.All
        );

    [Theory]
    [InlineData("var p = new CorsPolicy { [|SupportsCredentials = true|] }; p.Origins.Add(\"*\");")]
    [InlineData("var p = new CorsPolicy(); p.IsOriginAllowed = _ => true; [|p.SupportsCredentials = true|];")]
    [InlineData("var p = new CorsPolicy { Origins = { [|\"https://portal.other.example\"|] } };")]
    [InlineData(
        "var p = new CorsPolicy(); foreach (var o in new[] { [|\"https://a.other.example\"|] }) p.Origins.Add(o);"
    )]
    [InlineData("var b = new CorsPolicyBuilder(); b.SetIsOriginAllowed(o => o != \"\"); b.[|AllowCredentials|]();")]
    public Task Reports_a_policy_that_is_put_together(string statements) =>
        Rule.Reports("using Microsoft.AspNetCore.Cors.Infrastructure;" + Middleware(statements), Files.All);

    [Theory]
    [InlineData("var p = new CorsPolicy { SupportsCredentials = true }; p.Origins.Add(\"https://localhost:4200\");")]
    [InlineData("var p = new CorsPolicy { SupportsCredentials = false }; p.Origins.Add(\"*\");")]
    [InlineData(
        "var hosts = new Microsoft.AspNetCore.HostFiltering.HostFilteringOptions(); hosts.AllowedHosts.Add(\"*\");"
    )]
    public Task Leaves_alone_a_policy_that_is_put_together_of_what_is_allowed(string statements) =>
        Rule.IsSilent("using Microsoft.AspNetCore.Cors.Infrastructure;" + Middleware(statements), Files.All);

    [Fact]
    public Task Reports_undeclared_origins_of_a_list_that_a_member_keeps() =>
        Rule.Reports(
            """
            class C
            {
                static readonly string[] Portals = ["https://transfer.bank.example.jp",
                    [|"https://portal.other.example"|]];
                void M(IServiceCollection s) => s.AddCors(o => o.AddPolicy("a", p => p.WithOrigins(Portals)));
            }
            """,
            Files.All
        );

    [Fact]
    public Task Reports_an_undeclared_origin_that_is_added_to_a_list() =>
        Rule.Reports(
            """
            class C
            {
                void M(IServiceCollection s)
                {
                    var portals = new List<string> { "https://transfer.bank.example.jp" };
                    portals.Add([|"https://portal.other.example"|]);
                    s.AddCors(o => o.AddPolicy("a", p => p.WithOrigins(portals.ToArray())));
                }
            }
            """,
            Files.All
        );

    [Fact]
    public Task Reports_an_echo_of_an_origin_that_is_tried_for() =>
        Rule.Reports(
            Middleware(
                """
                if (context.Request.Headers.TryGetValue("Origin", out var origin))
                {
                    [|context.Response.Headers["Access-Control-Allow-Origin"] = origin|];
                    context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
                }
                """
            ),
            Files.All
        );

    [Fact]
    public Task Reports_an_undeclared_origin_in_a_header() =>
        Rule.Reports(
            Middleware("context.Response.Headers.AccessControlAllowOrigin = [|\"https://portal.other.example\"|];"),
            Files.All
        );
}
