using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6003_PrivilegeWithoutRoleTests
{
    private static readonly Check Rule = new("PK6003");

    private static string Controller(
        string attributes,
        string action = "[HttpPost(\"users\")] public IActionResult [|Add|](string name) => Ok();",
        string name = "UsersController",
        string program = ""
    ) =>
        $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            {{program}}
            {{attributes}}
            public class {{name}} : ControllerBase
            {
                {{action}}
            }
            """;

    private static string Program(string statements, string types = "") =>
        $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            {{statements}}
            app.Run();
            {{types}}
            """;

    private const string Unmarked = "[HttpPost(\"users\")] public IActionResult Add(string name) => Ok();";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Controller("[Route(\"admin\"), Authorize]", Unmarked);
        Assert.Equal(
            "管理の操作 `POST /admin/users` を、認証を受けた全ての者が行えます 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        Assert.Equal(
            "Everybody who is signed in can use the privileged operation `POST /admin/users` 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    public static readonly Cases Violating = new()
    {
        { "a route of administrators", Controller("[Route(\"admin\"), Authorize]") },
        { "a route with more words", Controller("[Route(\"api/user-admin\"), Authorize]") },
        { "an area of administrators", Controller("[Area(\"Admin\"), Authorize]") },
        { "a controller of administrators", Controller("[Authorize]", name: "AdminUsersController") },
        { "a Japanese name", Controller("[Authorize]", name: "管理者Controller") },
        { "a romanised name", Controller("[Authorize]", name: "KanriController") },
        {
            "the attribute on the base",
            Controller("[Route(\"admin\")]", program: "[Authorize] public abstract class Base : ControllerBase { }")
                .Replace("UsersController : ControllerBase", "UsersController : Base", StringComparison.Ordinal)
        },
        {
            "the attribute on the action",
            Controller("[Route(\"admin\")]", "[HttpPost, Authorize] public IActionResult [|Add|](string n) => Ok();")
        },
        { "schemes alone", Controller("[Route(\"admin\"), Authorize(AuthenticationSchemes = \"Bearer\")]") },
        {
            "under a fallback policy",
            Controller(
                "[Route(\"admin\")]",
                program: """
                static class Setup
                {
                    public static void Add(IServiceCollection s) =>
                        s.AddAuthorization(o =>
                            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                }
                """
            )
        },
        { "a minimal API", Program("app.[|MapPost|](\"/admin/users\", () => 1).RequireAuthorization();") },
        {
            "a group of administrators",
            Program("var g = app.MapGroup(\"/admin\").RequireAuthorization(); g.[|MapDelete|](\"users\", () => 1);")
        },
        {
            "a method that maps the group",
            """
                static class Endpoints
                {
                    public static void MapAdmin(this IEndpointRouteBuilder app)
                    {
                        var g = app.MapGroup("/admin").RequireAuthorization();
                        g.[|MapGet|]("/logs", () => 1);
                    }
                }
                """
        },
        { "an attribute on the lambda", Program("app.[|MapPost|](\"/admin/users\", [Authorize] () => 1);") },
        {
            "a policy that asks for a sign-in alone",
            Program("app.[|MapPost|](\"/admin\", () => 1).RequireAuthorization(p => p.RequireAuthenticatedUser());")
        },
        {
            "a policy of administrators that asks for a sign-in alone",
            Program(
                "builder.Services.AddAuthorizationBuilder().[|AddPolicy|](\"AdminOnly\", p => "
                    + "p.RequireAuthenticatedUser());"
            )
        },
        {
            "a folder of pages",
            Program("builder.Services.AddRazorPages(o => o.Conventions.[|AuthorizeFolder|](\"/Admin\"));")
        },
        {
            "a page of administrators",
            """
                namespace App.Pages.Admin;
                [Microsoft.AspNetCore.Authorization.Authorize]
                public class [|UsersModel|] : Microsoft.AspNetCore.Mvc.RazorPages.PageModel {
                    public void OnPost() { } }
                """
        },
    };

    public static readonly Cases Complying = new()
    {
        { "a role", Controller("[Route(\"admin\"), Authorize(Roles = \"Administrator\")]", Unmarked) },
        { "a policy", Controller("[Route(\"admin\"), Authorize(\"administrators\")]", Unmarked) },
        { "a policy by its name", Controller("[Route(\"admin\"), Authorize(Policy = \"administrators\")]", Unmarked) },
        {
            "a role on the action",
            Controller(
                "[Route(\"admin\"), Authorize]",
                "[HttpPost, Authorize(Roles = \"A\")] public IActionResult Add(string n) => Ok();"
            )
        },
        {
            "an attribute derived from the framework's",
            Controller(
                "[Route(\"admin\"), AdminOnly]",
                Unmarked,
                program: "class AdminOnlyAttribute : AuthorizeAttribute { "
                    + "public AdminOnlyAttribute() => Roles = \"A\"; }"
            )
        },
        { "nothing that authorizes, which PK6001 reports", Controller("[Route(\"admin\")]", Unmarked) },
        { "anonymous, which PK6002 reports", Controller("[Route(\"admin\"), Authorize, AllowAnonymous]", Unmarked) },
        { "an operation for everybody", Controller("[Route(\"bills\"), Authorize]", Unmarked) },
        { "a word that only contains it", Controller("[Route(\"administer-medicine\"), Authorize]", Unmarked) },
        { "a value in the route", Controller("[Route(\"users/{admin}\"), Authorize]", Unmarked) },
        {
            "an action that asks for the role itself",
            Controller(
                "[Route(\"admin\"), Authorize]",
                "[HttpPost] public IActionResult Add() => User.IsInRole(\"A\") ? Ok() : Forbid();"
            )
        },
        {
            "an action that asks the authorization service",
            Controller(
                "[Route(\"admin\"), Authorize]",
                """
                [HttpPost]
                public async Task<IActionResult> Add([FromServices] IAuthorizationService s) =>
                    (await s.AuthorizeAsync(User, "administrators")).Succeeded ? Ok() : NotFound();
                """
            )
        },
        {
            "a default policy that asks for a role",
            Controller(
                "[Route(\"admin\"), Authorize]",
                Unmarked,
                program: """
                static class Setup
                {
                    public static void Add(IServiceCollection s) =>
                        s.AddAuthorization(o =>
                            o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireRole("A").Build());
                }
                """
            )
        },
        { "a minimal API with a policy", Program("app.MapPost(\"/admin\", () => 1).RequireAuthorization(\"a\");") },
        {
            "a group with a policy",
            Program(
                "var g = app.MapGroup(\"/admin\").RequireAuthorization(\"a\"); g.MapPost(\"\", () => "
                    + "1).RequireAuthorization();"
            )
        },
        {
            "a policy with a role on the endpoint",
            Program("app.MapPost(\"/admin\", () => 1).RequireAuthorization(p => p.RequireRole(\"A\"));")
        },
        {
            "a filter on the endpoint",
            Program("app.MapPost(\"/admin\", () => 1).RequireAuthorization().AddEndpointFilter((c, n) => n(c));")
        },
        {
            "a helper of the system",
            Program(
                "app.MapPost(\"/admin\", () => 1).RequireAuthorization().ForAdministrators();",
                "static class E { public static RouteHandlerBuilder ForAdministrators(this "
                    + "RouteHandlerBuilder b) => b.RequireAuthorization(\"a\"); }"
            )
        },
        {
            "a policy of administrators with a role",
            Program("builder.Services.AddAuthorizationBuilder().AddPolicy(\"AdminOnly\", p => p.RequireRole(\"A\"));")
        },
        {
            "a folder of pages with a policy",
            Program("builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder(\"/Admin\", \"a\"));")
        },
        {
            "the pages by which people manage their own account",
            """
                namespace App.Areas.Identity.Pages.Account.Manage;
                [Microsoft.AspNetCore.Authorization.Authorize]
                public class IndexModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnPost() { } }
                """
        },
    };

    [Theory]
    [MemberData(nameof(Violating))]
    public Task Reports_a_privileged_operation_without_a_role(string name) => Rule.Reports(Violating[name], Files.All);

    [Theory]
    [MemberData(nameof(Complying))]
    public Task Leaves_alone_an_operation_with_a_role_or_without_privilege(string name) =>
        Rule.IsSilent(Complying[name], Files.All);
}
