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

    public static readonly Cases Operations = new()
    {
        { "an action by its name", Controller("[Route(\"staff\"), Authorize]", Action("[|GrantRole|]")) },
        { "a Japanese name of an action", Controller("[Route(\"staff\"), Authorize]", Action("[|権限付与|]")) },
        { "a romanised name", Controller("[Route(\"staff\"), Authorize]", Action("[|KengenFuyoAsync|]")) },
        {
            "a role that everybody has",
            Controller("[Route(\"staff\"), Authorize(Roles = \"Staff,Employee\")]", Action("[|GrantRole|]"))
        },
        {
            "a policy that everybody fulfils, on a route of administrators",
            Controller("[Route(\"admin\"), Authorize(Policy = \"ShokuinOnly\")]")
        },
        {
            "what an action calls",
            Controller(
                "[Route(\"staff\"), Authorize]",
                "[HttpPost] public object [|Put|](IRights rights) { rights.AddToRoleAsync(\"a\"); return Ok(); }",
                program: "public interface IRights { Task AddToRoleAsync(string role); }"
            )
        },
        {
            "what an endpoint calls",
            Program(
                "app.[|MapPost|](\"/rights\", (IRights r) => r.GrantRoleAsync(\"a\")).RequireAuthorization(\"Staff\");",
                "public interface IRights { Task GrantRoleAsync(string role); }"
            )
        },
        {
            "a method of a hub",
            Program(
                "",
                """
                [Authorize]
                public class Rights : Microsoft.AspNetCore.SignalR.Hub
                {
                    public Task [|UnlockUser|](string id) => Task.CompletedTask;
                }
                """
            )
        },
        {
            "a handler of a page",
            Program(
                "",
                """
                [Authorize]
                public class StaffModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                {
                    public void [|OnPostGrantRole|](string id) { }
                }
                """
            )
        },
    };

    public static readonly Cases OtherOperations = new()
    {
        { "a role of its own", Controller("[Route(\"staff\"), Authorize(Roles = \"Auditor\")]", Action("GrantRole")) },
        { "what is only read", Controller("[Route(\"staff\"), Authorize]", Action("GrantRole", "HttpGet")) },
        { "one's own password", Controller("[Route(\"staff\"), Authorize]", Action("ChangePassword")) },
        {
            "one of two roles that not everybody has",
            Program(
                "app.MapPost(\"/rights\", (IRights r) => r.GrantRoleAsync(\"a\")).RequireAuthorization(\"Auditors\");",
                "public interface IRights { Task GrantRoleAsync(string role); }"
            )
        },
        {
            "a method of a hub with a role of its own",
            Program(
                "",
                """
                [Authorize]
                public class Rights : Microsoft.AspNetCore.SignalR.Hub
                {
                    [Authorize(Roles = "Administrator")] public Task UnlockUser(string id) => Task.CompletedTask;
                    public Task Count() => Task.CompletedTask;
                }
                """
            )
        },
    };

    private static string Action(string name, string verb = "HttpPost") =>
        $"[{verb}] public IActionResult {name}(string id) => Ok();";

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Reports_an_operation_of_administrators(string name) => Rule.Reports(Operations[name], Files.All);

    [Theory]
    [MemberData(nameof(OtherOperations))]
    public Task Leaves_alone_operations_of_everybody_and_of_a_role(string name) =>
        Rule.IsSilent(OtherOperations[name], Files.All);
}
