using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>The routes by which endpoints are declared, and the endpoints that are types.</summary>
public sealed class EndpointRouteTests
{
    private static readonly Check Rule = new("PK6001");

    [Theory]
    [InlineData(
        """
            [Route("api/[controller]")]
            public class BaseController : ControllerBase { }

            public class BillsController : BaseController
            {
                [HttpGet("{id}")]
                public int Get(int id) => id;
            }
            """,
        "GET /api/Bills/{id}"
    )]
    [InlineData(
        "[Route(\"a\"), Route(\"b\")] public class BillsController : ControllerBase { [HttpGet] public int Get() => 1; }",
        "GET /a",
        "GET /b"
    )]
    [InlineData(
        "[Route(\"a\")] public class BillsController : ControllerBase { [HttpGet(\"~/all\")] public int Get() => 1; }",
        "GET /all"
    )]
    [InlineData(
        "[Route(\"a\")] public class BillsController : ControllerBase { [HttpGet(\"x\"), HttpPost(\"y\")] public int Get() => 1; }",
        "GET /a/x",
        "POST /a/y"
    )]
    [InlineData(
        "[Area(\"Admin\"), Route(\"[area]/[controller]/[action]\")] public class BillsController : ControllerBase { public int ListAsync() => 1; }",
        "* /Admin/Bills/List"
    )]
    [InlineData("[Route(\"bills\")] public class BillsController { [HttpGet] public int Get() => 1; }", "GET /bills")]
    public async Task Knows_the_routes_of(string controllers, params string[] routes)
    {
        var found = await Rule.Of(Files.Complete, "using Microsoft.AspNetCore.Mvc; " + controllers);
        // One method is one place, however many routes lead there.
        Assert.Contains(Display(Assert.Single(found)), routes);
    }

    [Fact]
    public Task Is_silent_where_the_route_of_the_base_is_declared() =>
        Rule.IsSilent(
            """
            using Microsoft.AspNetCore.Mvc;

            [Route("health")]
            public class BaseController : ControllerBase { }

            public class HealthController : BaseController
            {
                [HttpGet]
                public int Get() => 1;
            }
            """
        );

    [Fact]
    public Task Is_silent_about_a_class_that_only_ends_so() =>
        Rule.IsSilent("public class FlowController { public int Get() => 1; }");

    [Fact]
    public Task Reports_a_page_of_Blazor_by_its_route() =>
        Rule.Reports(
            """
            WebApplication.CreateBuilder(args).Build().Run();

            [Microsoft.AspNetCore.Components.Route([|"/bills"|])]
            public class Bills : Microsoft.AspNetCore.Components.ComponentBase { }

            [Microsoft.AspNetCore.Components.Route("/staff"), Microsoft.AspNetCore.Authorization.Authorize]
            public class Staff : Microsoft.AspNetCore.Components.ComponentBase { }

            public class Part : Microsoft.AspNetCore.Components.ComponentBase { }
            """
        );

    private const string Pages = """

        [assembly: Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItem(typeof(Compiled.Pages_Bills), "mvc.1.0.razor-page", "/Pages/Bills.cshtml")]
        [assembly: Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItem(typeof(Compiled.Pages_Admin_Index), "mvc.1.0.razor-page", "/Pages/Admin/Index.cshtml")]
        """;

    private const string Compiled = """

        namespace Compiled
        {
            internal sealed class Pages_Bills : Microsoft.AspNetCore.Mvc.RazorPages.Page { public override Task ExecuteAsync() => Task.CompletedTask; }
            internal sealed class Pages_Admin_Index : Microsoft.AspNetCore.Mvc.RazorPages.Page { public override Task ExecuteAsync() => Task.CompletedTask; }
        }
        """;

    [Fact]
    public async Task Knows_pages_without_a_model_by_their_paths() =>
        Assert.Equal(
            ["Razor Page /Admin", "Razor Page /Bills"],
            (await Rule.Of(Files.Complete, Pages + Compiled)).Select(Display).Order()
        );

    [Fact]
    public async Task A_convention_for_a_folder_covers_the_pages_in_it_alone() =>
        Assert.Equal(
            ["Razor Page /Bills"],
            (
                await Rule.Of(
                    Files.Complete,
                    Pages
                        + Compiled
                        + "class C { void M(IServiceCollection s) => s.AddRazorPages(o => o.Conventions.AuthorizeFolder(\"/Admin\")); }"
                )
            ).Select(Display)
        );

    [Fact]
    public async Task Identity_endpoints_let_everybody_register()
    {
        const string Source = """
            using Microsoft.AspNetCore.Identity;
            var app = WebApplication.CreateBuilder(args).Build(); app.MapIdentityApi<IdentityUser>(); app.Run();
            """;
        Assert.NotEmpty(await new Check("PK6002").Of(Files.All, Source));
        Assert.Empty(await Rule.Of(Files.All, Source));
    }

    private static string Display(Microsoft.CodeAnalysis.Diagnostic finding) =>
        finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('`')[1];
}
