using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Who decides about an endpoint: a policy or a method of the system counts by what it lets in.</summary>
public sealed class EndpointDecisionTests
{
    private static readonly Check Rule = new("PK6001");

    private static string Program(string services, string endpoints, string types = "") =>
        $$"""
            using Microsoft.AspNetCore.Authorization;
            var builder = WebApplication.CreateBuilder(args);
            {{services}}
            var app = builder.Build();
            {{endpoints}}
            app.Run();
            {{types}}
            """;

    [Theory]
    [InlineData(
        "builder.Services.AddAuthorizationBuilder().AddFallbackPolicy(\"all\", p => p.RequireAuthenticatedUser());"
    )]
    [InlineData(
        "builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(\"staff\").Build());"
    )]
    [InlineData("builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);")]
    public Task Is_silent_under_a_fallback_policy(string services) =>
        Rule.IsSilent(Program(services, "app.MapGet(\"/bills\", () => 1);"));

    [Theory]
    [InlineData(
        "builder.Services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());"
    )]
    [InlineData(
        "builder.Services.AddAuthorizationBuilder().AddFallbackPolicy(\"all\", p => p.RequireAssertion(_ => true));"
    )]
    [InlineData(
        "if (builder.Environment.IsDevelopment()) builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);"
    )]
    public Task Reports_under_a_fallback_that_lets_everybody_in_or_is_of_development(string services) =>
        Rule.Reports(Program(services, "app.[|MapGet|](\"/bills\", () => 1);"));

    [Theory]
    [InlineData(
        "app.MapGet(\"/bills\", () => 1).Secured();",
        "static class Ours { public static RouteHandlerBuilder Secured(this RouteHandlerBuilder b) => b.RequireAuthorization(); }"
    )]
    [InlineData(
        "var g = app.MapGroup(\"/a\"); g.Secured(); var v = g.MapGroup(\"/v1\"); v.MapGet(\"/b\", () => 1);",
        "static class Ours { public static RouteGroupBuilder Secured(this RouteGroupBuilder g) => g.WithTags(\"x\").RequireAuthorization(); }"
    )]
    [InlineData(
        "app.MapStaff(\"/a\").MapGet(\"/b\", () => 1);",
        "static class Ours { public static RouteGroupBuilder MapStaff(this IEndpointRouteBuilder r, string p) => r.MapGroup(p).RequireAuthorization(); }"
    )]
    public Task Is_silent_where_a_helper_decides(string endpoints, string types) =>
        Rule.IsSilent(Program("", endpoints, types));

    [Fact]
    public Task Reports_where_a_helper_only_bears_the_name() =>
        Rule.Reports(
            Program(
                "",
                "Ours.RequireAuthorization(app.[|MapGet|](\"/bills\", () => 1));",
                "static class Ours { public static RouteHandlerBuilder RequireAuthorization(this RouteHandlerBuilder b) => b.WithTags(\"x\"); }"
            )
        );

    [Fact]
    public Task Reports_under_a_named_policy_that_lets_everybody_in() =>
        Rule.Reports(
            Program(
                """
                builder.Services.AddAuthorization(o =>
                {
                    o.AddPolicy("everybody", p => p.RequireAssertion(_ => true));
                    o.AddPolicy("staff", p => p.RequireRole("staff"));
                });
                """,
                """
                app.[|MapGet|]("/a", () => 1).RequireAuthorization("everybody");
                app.MapGet("/b", () => 1).RequireAuthorization("staff");
                app.[|MapGet|]("/c", [Authorize("everybody")] () => 1);
                """
            )
        );

    [Fact]
    public Task Is_silent_about_an_action_that_begins_by_asking() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;

            [Route("bills")]
            public class BillsController(IAuthorizationService authorization) : ControllerBase
            {
                [HttpGet]
                public async Task<IActionResult> Get()
                {
                    if (!(await authorization.AuthorizeAsync(User, "staff")).Succeeded)
                        return Forbid();
                    return Ok(1);
                }

                [HttpPost]
                public IActionResult Post()
                {
                    if (User.Identity?.IsAuthenticated != true)
                        return Challenge();
                    return Ok(1);
                }
            }
            """
        );

    [Fact]
    public Task Is_silent_about_a_filter_of_ones_own_that_refuses() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.Filters;

            public sealed class SignedInAttribute : ActionFilterAttribute
            {
                public override void OnActionExecuting(ActionExecutingContext c)
                {
                    if (c.HttpContext.Session.GetString("user") is null)
                        c.Result = new UnauthorizedResult();
                }
            }

            [SignedIn, Route("bills")]
            public class BillsController : ControllerBase
            {
                [HttpGet]
                public int Get() => 1;
            }
            """
        );

    [Fact]
    public Task Reports_under_a_filter_of_ones_own_that_only_logs() =>
        Rule.Reports(
            """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.Filters;

            public sealed class LoggedAttribute : ActionFilterAttribute
            {
                public override void OnActionExecuting(ActionExecutingContext c) =>
                    Console.WriteLine(c.HttpContext.Request.Path);
            }

            [Logged, Route("bills")]
            public class BillsController : ControllerBase
            {
                [HttpGet]
                public int [|Get|]() => 1;
            }
            """
        );

    [Fact]
    public Task Reports_modules_that_a_library_calls() =>
        Rule.ReportsBeside(
            Carter,
            Program(
                "",
                "Carter.Extensions.MapCarter(app);",
                """
                public class Bills : Carter.ICarterModule { public void AddRoutes(IEndpointRouteBuilder app) => app.[|MapGet|]("/bills", () => 1); }
                """
            )
        );

    [Fact]
    public Task Is_silent_about_modules_that_are_mapped_on_a_group_that_requires_users() =>
        Rule.ReportsBeside(
            Carter,
            Program(
                "",
                "Carter.Extensions.MapCarter(app.MapGroup(\"\").RequireAuthorization());",
                """
                public class Bills : Carter.ICarterModule { public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/bills", () => 1); }
                """
            )
        );

    [Fact]
    public Task Reports_an_endpoint_that_only_a_library_s_method_of_that_name_is_called_on() =>
        Rule.ReportsBeside(
            """
            namespace Microsoft.AspNetCore.Builder
            {
                public static class Quiet
                {
                    public static RouteHandlerBuilder RequireAuthorization(this RouteHandlerBuilder endpoint, int level) =>
                        endpoint;
                }
            }
            """,
            Program("", "app.[|MapGet|](\"/bills\", () => 1).RequireAuthorization(3);")
        );

    private const string Carter = """
        namespace Carter
        {
            public interface ICarterModule
            {
                void AddRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app);
            }

            public static class Extensions
            {
                public static Microsoft.AspNetCore.Routing.IEndpointRouteBuilder MapCarter(
                    this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder b
                ) => b;
            }
        }
        """;

    [Theory]
    [InlineData("app.[|Map|](\"/admin\", branch => branch.Run(c => c.Response.WriteAsync(\"all\")));")]
    [InlineData(
        "app.[|MapWhen|](c => c.Request.Path == \"/x\", branch => branch.Run(c => c.Response.WriteAsync(\"all\")));"
    )]
    public Task Reports_a_branch_that_answers(string endpoints) => Rule.Reports(Program("", endpoints));

    [Theory]
    [InlineData(
        "app.Map(\"/admin\", branch => branch.Run(c => c.User.Identity?.IsAuthenticated == true ? c.Response.WriteAsync(\"all\") : Task.CompletedTask));"
    )]
    [InlineData("app.Map(\"/files\", branch => branch.UseStaticFiles());")]
    public Task Is_silent_about_a_branch_that_asks_or_ends_nothing(string endpoints) =>
        Rule.IsSilent(Program("", endpoints));
}
