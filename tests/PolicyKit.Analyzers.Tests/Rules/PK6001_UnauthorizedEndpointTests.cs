using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6001_UnauthorizedEndpointTests
{
    private const string App = "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); ";
    private static readonly Check Rule = new("PK6001");

    [Fact]
    public Task Reports_minimal_endpoints_of_every_verb() =>
        Rule.Reports(
            App
                + """
                app.[|MapGet|]("/a", () => 1);
                app.[|MapPost|]("/a", () => 1);
                app.[|MapPut|]("/a", () => 1);
                app.[|MapDelete|]("/a", () => 1);
                app.[|MapPatch|]("/a", () => 1);
                app.[|Map|]("/a", () => 1);
                app.[|MapMethods|]("/a", new[] { "GET" }, () => 1);
                app.[|MapFallback|](() => 1);
                """
        );

    [Fact]
    public Task Reports_an_endpoint_of_a_group_that_requires_nothing() =>
        Rule.Reports(
            App
                + "var group = app.MapGroup(\"/x\"); group.[|MapGet|](\"a\", () => 1).WithName(\"a\"); group.MapGet(\"b\", () => 1).RequireAuthorization();"
        );

    [Fact]
    public Task Reports_an_action_of_a_controller_without_Authorize() =>
        Rule.Reports(
            """
            using Microsoft.AspNetCore.Mvc;

            [Route("residents")]
            public class ResidentsController : ControllerBase
            {
                [HttpGet]
                public string [|Get|]() => "";

                [HttpPost("{id}")]
                public string [|Post|](int id) => "";
            }
            """
        );

    [Fact]
    public Task Reports_an_inherited_action_at_its_base_in_this_source() =>
        Rule.Reports(
            """
            using Microsoft.AspNetCore.Mvc;
            public abstract class Base : ControllerBase { [HttpGet] public string [|Get|]() => ""; }
            public class A : Base { }
            """
        );

    [Fact]
    public Task Reports_an_action_that_only_an_interface_s_attribute_seems_to_authorize() =>
        Rule.Reports(
            """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;

            [AttributeUsage(AttributeTargets.All)]
            public class ClerkAttribute : Attribute, IAuthorizeData
            {
                public string? Policy { get; set; }
                public string? Roles { get; set; }
                public string? AuthenticationSchemes { get; set; }
            }

            [Clerk]
            public interface IClerk { }

            public class D : ControllerBase, IClerk
            {
                public string [|Get|]() => "";
            }
            """
        );

    [Fact]
    public Task Reports_a_hub_without_Authorize() =>
        Rule.Reports(
            App
                + """
                app.[|MapHub<Hub1>|]("/hub");
                app.MapHub<Hub2>("/hub2");

                class Hub1 : Microsoft.AspNetCore.SignalR.Hub { }

                [Microsoft.AspNetCore.Authorization.Authorize]
                class Hub2 : Microsoft.AspNetCore.SignalR.Hub { }
                """
        );

    [Fact]
    public Task Reports_a_razor_page_without_Authorize() =>
        Rule.Reports(
            "public class [|EditModel|] : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet() { } public void OnPost() { } }"
        );

    [Fact]
    public Task Reports_an_endpoint_in_an_extension_method_that_is_called_on_the_application() =>
        Rule.Reports(
            App
                + """
                app.MapBills();

                static class E
                {
                    public static void MapBills(this IEndpointRouteBuilder routes)
                    {
                        var group = routes.MapGroup("/bills");
                        group.[|MapGet|]("a", () => 1);
                    }
                }
                """
        );

    [Fact]
    public Task Reports_a_method_called_once_with_and_once_without_authorization() =>
        Rule.Reports(
            App
                + """
                app.MapGroup("/a").RequireAuthorization().MapBills(); app.MapGroup("/b").MapBills();
                static class E { public static void MapBills(this RouteGroupBuilder group) => group.[|MapGet|]("x", () => 1); }
                """
        );

    [Fact]
    public Task Reports_where_a_null_fallback_policy_authorizes_nothing() =>
        Rule.Reports(
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthorization(o => o.FallbackPolicy = null);
            var app = builder.Build();
            app.[|MapGet|]("/a", () => 1);
            """
        );

    [Fact]
    public Task Reports_endpoints_in_UseEndpoints_of_a_startup_class() =>
        Rule.Reports(
            """
            class Startup
            {
                public void Configure(IApplicationBuilder app)
                {
                    app.UseRouting();
                    app.UseEndpoints(endpoints =>
                    {
                        endpoints.[|MapGet|]("/a", () => 1);
                        endpoints.MapGet("/b", () => 1).RequireAuthorization();
                    });
                }
            }
            """
        );

    [Fact]
    public Task Reports_endpoints_of_modules_called_through_an_interface() =>
        Rule.Reports(
            App
                + """
                foreach (var module in new IModule[] { new Bills() })
                    module.Map(app);

                interface IModule
                {
                    void Map(IEndpointRouteBuilder routes);
                }

                class Bills : IModule
                {
                    public void Map(IEndpointRouteBuilder routes) => routes.[|MapGet|]("/a", () => 1);
                }
                """
        );

    [Fact]
    public Task Reports_an_endpoint_with_health_checks() =>
        Rule.Reports(App + "app.[|MapHealthChecks|](\"/healthz\");");

    [Fact]
    public Task Is_silent_about_RequireAuthorization_anywhere_in_the_chain() =>
        Rule.IsSilent(
            App
                + """
                app.MapGet("/a", () => 1).WithName("a").RequireAuthorization("clerk").WithTags("x");
                var b = app.MapGet("/b", () => 1); b.RequireAuthorization();
                """
        );

    [Fact]
    public Task Is_silent_about_authorized_groups_nested_and_kept_in_locals() =>
        Rule.IsSilent(
            App
                + """
                var outer = app.MapGroup("/x").WithTags("x").RequireAuthorization(); var inner = outer.MapGroup("/y"); inner.MapGet("a", () => 1);
                var later = app.MapGroup("/z"); later.MapGet("a", () => 1); later.RequireAuthorization();
                app.MapGroup("/w").RequireAuthorization().MapGet("a", () => 1);
                """
        );

    [Fact]
    public Task Is_silent_about_a_fallback_policy() =>
        Rule.IsSilent(
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);
            var app = builder.Build();
            app.MapGet("/a", () => 1);
            """
        );

    [Fact]
    public Task Is_silent_about_a_fallback_policy_of_the_authorization_builder() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Authorization;

            var builder = WebApplication.CreateBuilder(args);
            builder
                .Services.AddAuthorizationBuilder()
                .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            var app = builder.Build();
            app.MapGet("/a", () => 1);
            """
        );

    [Fact]
    public Task Is_silent_about_Authorize_on_a_base_an_action_and_a_handler() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.CreateBuilder(args).Build(); app.MapGet("/a", [Authorize] () => 1); app.MapGet("/b", Handlers.B);
            static class Handlers { [Authorize] public static int B() => 1; }
            [Authorize] public abstract class Base : ControllerBase { } public class A : Base { public string Get() => ""; }
            public class E : ControllerBase { [Authorize(Roles = "x")] public string Get() => ""; }
            public class OwnAttribute : AuthorizeAttribute { } [Own] public class F : ControllerBase { public string Get() => ""; }
            """
        );

    [Fact]
    public Task Is_silent_about_an_explicit_decision_to_be_anonymous() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.CreateBuilder(args).Build(); app.MapGet("/a", () => 1).AllowAnonymous();
            [AllowAnonymous] public class A : ControllerBase { public string Get() => ""; }
            """
        );

    [Fact]
    public Task Is_silent_about_controllers_that_MapControllers_or_a_global_filter_authorizes() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.CreateBuilder(args).Build(); app.MapControllers().RequireAuthorization();
            public class A : ControllerBase { public string Get() => ""; }
            """
        );

    [Fact]
    public Task Is_silent_about_a_global_authorize_filter() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Authorization;
            var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(o => o.Filters.Add(new AuthorizeFilter()));
            public class A : ControllerBase { public string Get() => ""; }
            """
        );

    [Fact]
    public Task Is_silent_about_what_is_no_action() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Mvc;

            public class A : ControllerBase
            {
                [NonAction]
                public string X() => "";

                private string Y() => "";

                public static string Z() => "";

                public string P { get; set; } = "";
            }

            public abstract class B : ControllerBase
            {
                public string Get() => "";
            }

            class C : ControllerBase
            {
                public string Get() => "";
            }

            public class Service
            {
                public string MapGet(string s) => s;
            }
            """
        );

    [Fact]
    public Task Is_silent_about_declared_public_endpoints_by_their_whole_route() =>
        Rule.IsSilent(
            App
                + "app.MapGet(\"health\", () => 1); var t = app.MapGroup(\"tariffs\"); t.MapGet(\"/{year}\", (int year) => 1);"
        );

    [Fact]
    public Task Is_silent_about_an_action_without_a_route_that_is_declared_by_its_name() =>
        Rule.IsSilent(
            "using Microsoft.AspNetCore.Mvc; public class HomeController : Controller { public IActionResult Privacy() => View(); }",
            Files.Complete.With(
                "system",
                Files.System.Replace("/health", "HomeController.Privacy", StringComparison.Ordinal)
            )
        );

    [Fact]
    public Task Is_silent_about_an_extension_method_whose_callers_authorize() =>
        Rule.IsSilent(
            App
                + """
                app.MapGroup("/a").RequireAuthorization().MapBills();
                app.MapGroup("/b").MapBills().RequireAuthorization();

                static class E
                {
                    public static RouteGroupBuilder MapBills(this RouteGroupBuilder group)
                    {
                        group.MapGet("x", () => 1);
                        group.MapMore();
                        return group;
                    }

                    static void MapMore(this RouteGroupBuilder g) => g.MapGet("y", () => 1);
                }
                """
        );

    [Fact]
    public Task Reports_a_library_method_that_nobody_here_calls() =>
        Rule.Reports(
            "public static class E { public static void MapBills(this IEndpointRouteBuilder routes) => routes.[|MapGet|](\"x\", () => 1); }"
        );

    [Fact]
    public Task Is_silent_about_pages_that_conventions_authorize() =>
        Rule.IsSilent(
            """
            var builder = WebApplication.CreateBuilder(args); builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder("/"));
            public class EditModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet() { } }
            """
        );

    [Fact]
    public async Task Says_in_Japanese_and_English_which_endpoint()
    {
        const string source = App + "app.MapGroup(\"/bills\").MapPost(\"{id}\", (int id) => id);";
        Assert.Equal(
            "エンドポイント `POST /bills/{id}` に認可がありません 〔基本方針 6(6)・対策基準 6.2-01〕",
            Assert.Single(await Rule.Of(Files.Complete, source)).GetMessage()
        );
        Assert.Equal(
            "The endpoint `POST /bills/{id}` has no authorization 〔基本方針 6(6)・対策基準 6.2-01〕",
            Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    [Fact]
    public Task Is_silent_about_endpoints_that_somebody_else_gets() =>
        Rule.IsSilent(
            App
                + """
                app.MapAll().RequireAuthorization();

                class Both(IEndpointConventionBuilder a, IEndpointConventionBuilder b)
                    : IEndpointConventionBuilder
                {
                    public void Add(Action<EndpointBuilder> c)
                    {
                        a.Add(c);
                        b.Add(c);
                    }
                }

                static class E
                {
                    public static IEndpointConventionBuilder MapAll(this IEndpointRouteBuilder r)
                    {
                        var one = r.MapGet("/a", () => 1);
                        return new Both(one, r.MapGet("/b", () => 1));
                    }
                }
                """
        );

    [Theory]
    [InlineData(App + "app.[|MapFallback|](() => 1);")]
    [InlineData(
        App
            + """
                var api = app.MapGroup("/api").WithTags("x");
                api.[|MapPost|]("/a", () => 1).WithOpenApi();

                static class X
                {
                    public static T WithOpenApi<T>(this T b) => b;
                }
                """
    )]
    [InlineData(App + "foreach (var name in new[] { \"a\" }) app.[|MapGet|](\"/\" + name, () => 1);")]
    [InlineData(
        """
            using Microsoft.AspNetCore.Mvc;

            [ApiController, Route("[controller]")]
            public class BillsController(ILogger<BillsController> log) : ControllerBase
            {
                [HttpDelete("{id}")]
                public void [|Delete|](int id) => log.LogInformation("{Id}", id);
            }
            """
    )]
    [InlineData(
        "using Microsoft.AspNetCore.Mvc; public class HomeController : Controller { public IActionResult [|Index|]() => View(); }"
    )]
    public Task Reports_in_the_code_that_people_write_today(string source) => Rule.Reports(source);

    [Fact]
    public Task Is_silent_about_what_only_development_maps() =>
        Rule.Reports(
            App
                + """
                if (app.Environment.IsDevelopment())
                    app.MapGet("/debug", () => 1);
                if (!app.Environment.IsProduction())
                    app.[|MapGet|]("/debug2", () => 1);
                """
        );
}
