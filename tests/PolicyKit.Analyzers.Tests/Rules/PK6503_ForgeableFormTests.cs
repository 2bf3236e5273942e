using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6503_ForgeableFormTests
{
    private static readonly Check Rule = new("PK6503");

    private static string Controller(
        string action,
        string attributes = "",
        string bases = "Controller",
        string program = ""
    ) =>
        $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            {{program}}
            {{attributes}}
            public class AddressController : {{bases}}
            {
                {{action}}
            }
            """;

    private static string Program(string statements, string types = "") =>
        $$"""
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            {{statements}}
            app.Run();
            {{types}}
            """;

    private const string Post = "[HttpPost] public IActionResult [|Change|](string address) => Ok();";
    private const string Unmarked = "[HttpPost] public IActionResult Change(string address) => Ok();";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Controller(Unmarked);
        Assert.Equal(
            "`AddressController.Change` は、フォームで状態を変えるのに、要求が偽造されていないことを確かめていません 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        Assert.Equal(
            "`AddressController.Change` changes something by a form and does not check that the "
                + "request is not forged 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    public static readonly Cases Violating = new()
    {
        { "a post action of a controller with views", Controller(Post) },
        {
            "an action that takes post by AcceptVerbs",
            Controller("[HttpPost(\"/a\")] public IActionResult [|Change|](string address) => Ok();")
        },
        {
            "an action that takes a model",
            Controller("public record M(string A); [HttpPost] public IActionResult [|Change|](M m) => View(m);")
        },
        {
            "an action inherited from a base in the source",
            Controller("", bases: "Base", program: $"public abstract class Base : Controller {{ {Post} }}")
        },
        { "an action for signed-in users by cookies", Controller(Post, "[Authorize]") },
        { "the token is ignored on the class", Controller(Post, "[IgnoreAntiforgeryToken]") },
        {
            "the token is ignored on the action of a class that checks",
            Controller(
                "[HttpPost, IgnoreAntiforgeryToken] public IActionResult [|Change|](string a) => Ok();",
                "[AutoValidateAntiforgeryToken]"
            )
        },
        {
            "the token is not required",
            Controller(Post, "[Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryToken(false)]")
        },
        {
            "an upload of an API controller",
            Controller(
                "[HttpPost(\"/f\")] public IActionResult [|Put|](IFormFile file) => Ok();",
                "[ApiController]",
                "ControllerBase"
            )
        },
        {
            "a form of an API controller by PUT",
            Controller(
                "[HttpPut(\"/f\")] public IActionResult [|Put|]([FromForm] string a) => Ok();",
                "[ApiController]",
                "ControllerBase"
            )
        },
        {
            "an attribute that only bears the name",
            Controller(
                Post,
                "[ValidateAntiForgeryToken]",
                program: "class ValidateAntiForgeryTokenAttribute : System.Attribute { }"
            )
        },
        {
            "a page that ignores the token",
            """
                using Microsoft.AspNetCore.Mvc;
                [[|IgnoreAntiforgeryToken|]]
                public class EditModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                {
                    public void OnPost(string address) { }
                }
                """
        },
        {
            "a bound form that switches the check off",
            Program("app.[|MapPost|](\"/f\", (IFormFile file) => Results.Ok(file.Length)).DisableAntiforgery();")
        },
        {
            "a group that switches the check off",
            Program(
                """
                var group = app.MapGroup("/files").DisableAntiforgery();
                group.[|MapPost|]("", ([FromForm] string name) => Results.Ok(name));
                """
            )
        },
        {
            "a group kept in a local that switches the check off later",
            Program(
                """
                var group = app.MapGroup("/files");
                group.[|MapPost|]("", ([FromForm] string name) => Results.Ok(name));
                group.DisableAntiforgery();
                """
            )
        },
        {
            "a handler that reads the form itself",
            Program("app.[|MapPost|](\"/f\", (HttpRequest request) => Results.Ok(request.Form[\"a\"].ToString()));")
        },
        {
            "a method that reads the form itself",
            Program(
                "app.[|MapPost|](\"/f\", Handlers.Save);",
                """
                static class Handlers
                {
                    public static async Task<IResult> Save(HttpContext context)
                    {
                        var form = await context.Request.ReadFormAsync();
                        return Results.Ok(form.Count);
                    }
                }
                """
            )
        },
        {
            "a program with tokens and cookies",
            Program(
                """
                builder.Services.AddAuthentication().AddCookie();
                app.[|MapPost|]("/f", (IFormCollection form) => Results.Ok(form.Count)).DisableAntiforgery();
                """
            )
        },
    };

    public static readonly Cases Complying = new()
    {
        { "an action that validates", Controller($"[ValidateAntiForgeryToken] {Unmarked}") },
        { "a class that validates", Controller(Unmarked, "[AutoValidateAntiforgeryToken]") },
        {
            "a base class that validates",
            Controller(
                Unmarked,
                bases: "Base",
                program: "[AutoValidateAntiforgeryToken] public class Base : Controller { }"
            )
        },
        {
            "an attribute derived from the framework's",
            Controller(Unmarked, "[Own]", program: "class OwnAttribute : AutoValidateAntiforgeryTokenAttribute { }")
        },
        { "the token is required", Controller(Unmarked, "[Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryToken]") },
        {
            "a global filter",
            Controller(
                Unmarked,
                program: """
                static class Setup
                {
                    public static void Add(IServiceCollection services) =>
                        services.AddControllersWithViews(o =>
                            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
                }
                """
            )
        },
        {
            "a global filter by its type",
            Controller(
                Unmarked,
                program: """
                static class Setup
                {
                    public static void Add(IServiceCollection services) =>
                        services.AddMvc(o => o.Filters.Add<AutoValidateAntiforgeryTokenAttribute>());
                }
                """
            )
        },
        {
            "a middleware that validates every request",
            Controller(
                Unmarked,
                program: """
                class Middleware(RequestDelegate next, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery)
                {
                    public async Task InvokeAsync(HttpContext context)
                    {
                        await antiforgery.ValidateRequestAsync(context);
                        await next(context);
                    }
                }
                """
            )
        },
        {
            "an action that validates by itself",
            Controller(
                """
                [HttpPost]
                public async Task<IActionResult> Change([FromServices] Microsoft.AspNetCore.Antiforgery.IAntiforgery a)
                {
                    await a.ValidateRequestAsync(HttpContext);
                    return Ok();
                }
                """
            )
        },
        { "an action that reads", Controller("[HttpGet] public IActionResult Show(string id) => Ok();") },
        {
            "an action that takes JSON",
            Controller("[HttpPost] public IActionResult Change([FromBody] string a) => Ok();")
        },
        {
            "an action that takes JSON alone",
            Controller("[HttpPost, Consumes(\"application/json\")] public IActionResult Change(string a) => Ok();")
        },
        { "an API controller", Controller(Unmarked, "[ApiController, Route(\"a\")]", "ControllerBase") },
        { "an action for tokens alone", Controller(Unmarked, "[Authorize(AuthenticationSchemes = \"Bearer\")]") },
        {
            "a webhook that reads the body itself",
            Controller(
                """
                [HttpPost]
                public async Task<IActionResult> Hook() =>
                    Ok(await new StreamReader(Request.Body).ReadToEndAsync());
                """
            )
        },
        {
            "a method that is not an action",
            Controller("[NonAction, HttpPost] public IActionResult Change() => Ok();")
        },
        {
            "a page with the default",
            """
                public class EditModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel {
                    public void OnPost(string a) { } }
                """
        },
        { "a bound form with the default", Program("app.MapPost(\"/f\", (IFormFile file) => file.Length);") },
        { "a minimal API that takes JSON", Program("app.MapPost(\"/f\", (M m) => m.A);", "record M(string A);") },
        {
            "a minimal API that takes JSON and switches the check off",
            Program("app.MapPost(\"/f\", (M m) => m.A).DisableAntiforgery();", "record M(string A);")
        },
        {
            "a model that has something called a form",
            Program("app.MapPost(\"/f\", (M m) => m.Form).DisableAntiforgery();", "record M(string Form);")
        },
        {
            "a handler that reads the form and validates",
            Program(
                """
                app.MapPost("/f", async (HttpContext context,
                    Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
                {
                    await antiforgery.ValidateRequestAsync(context);
                    return Results.Ok(context.Request.Form.Count);
                });
                """
            )
        },
        {
            "an endpoint that requires tokens",
            Program(
                """
                app.MapPost("/f", (IFormFile file) => file.Length)
                    .RequireAuthorization(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute {
                        AuthenticationSchemes = "Bearer" })
                    .DisableAntiforgery();
                """
            )
        },
        {
            "a program that signs in by tokens alone",
            Program(
                """
                builder.Services.AddAuthentication().AddBearerToken();
                app.MapPost("/f", (IFormFile file) => file.Length).DisableAntiforgery();
                """
            )
        },
        {
            "a method of another type that is called MapPost",
            Program(
                "new Own().MapPost(\"/f\", (IFormFile f) => f.Length);",
                "class Own { public void MapPost(string p, Delegate d) { } }"
            )
        },
    };

    [Theory]
    [MemberData(nameof(Violating))]
    public Task Reports_a_form_that_can_be_forged(string name) => Rule.Reports(Violating[name], Files.All);

    [Theory]
    [MemberData(nameof(Complying))]
    public Task Leaves_alone_a_form_that_cannot_be_forged(string name) => Rule.IsSilent(Complying[name], Files.All);
}
