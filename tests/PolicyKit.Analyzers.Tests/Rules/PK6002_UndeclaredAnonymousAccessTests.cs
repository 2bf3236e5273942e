using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6002_UndeclaredAnonymousAccessTests
{
    private const string Usings =
        "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.RazorPages; using Microsoft.AspNetCore.SignalR; ";

    private const string App = Usings + "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); ";

    private static readonly Check Rule = new("PK6002");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = App + "app.MapPost(\"/bills\", () => 1).AllowAnonymous();";
        Assert.Equal(
            "`POST /bills` は認証なしで利用できますが、公開と申告されていません 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "`POST /bills` can be used without authentication but is not declared as public 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData(App + "app.[|MapGet|](\"/a\", () => 1).AllowAnonymous();")]
    [InlineData(App + "app.[|MapGet|](\"/a\", () => 1).RequireAuthorization().WithName(\"a\").AllowAnonymous();")]
    [InlineData(App + "app.[|MapGet|](\"/a\", [AllowAnonymous] () => 1);")]
    [InlineData(
        App + "app.[|MapGet|](\"/a\", A.Get); static class A { [AllowAnonymous] public static int Get() => 1; }"
    )]
    [InlineData(App + "app.[|MapGet|](\"/a\", () => 1).WithMetadata(new AllowAnonymousAttribute());")]
    [InlineData(
        App
            + "var g = app.MapGroup(\"/g\").AllowAnonymous(); g.[|MapGet|](\"/a\", () => 1); g.[|MapPost|](\"/a\", () => 1);"
    )]
    [InlineData(App + "var g = app.MapGroup(\"/g\"); g.AllowAnonymous(); g.[|MapGet|](\"/a\", () => 1);")]
    [InlineData(
        App
            + "var g = app.MapGroup(\"/g\").RequireAuthorization(); g.MapGet(\"/a\", () => 1); g.[|MapGet|](\"/b\", () => 1).AllowAnonymous();"
    )]
    [InlineData(
        App
            + "app.MapGroup(\"/g\").AllowAnonymous().MapBills(); static class E { public static void MapBills(this IEndpointRouteBuilder r) { r.[|MapGet|](\"/a\", () => 1); r.MapGet(\"/b\", () => 1).RequireAuthorization(); } }",
        "MapGet"
    )]
    [InlineData(App + "app.[|MapHub<H>|](\"/h\"); [AllowAnonymous] class H : Hub { }")]
    [InlineData(App + "app.[|MapHealthChecks|](\"/alive\").AllowAnonymous();")]
    [InlineData(
        Usings
            + "[AllowAnonymous] [Route(\"x\")] public class C : ControllerBase { [HttpGet] public int [|Get|]() => 1; [HttpPost] public int [|Post|]() => 1; }"
    )]
    [InlineData(
        Usings
            + "[Authorize] [Route(\"x\")] public class C : ControllerBase { [HttpGet] public int Get() => 1; [HttpPost, AllowAnonymous] public int [|Post|]() => 1; }"
    )]
    [InlineData(
        Usings
            + "[AllowAnonymous] public abstract class B : ControllerBase { } public class C : B { [Authorize] public int [|Get|]() => 1; }"
    )]
    [InlineData(
        Usings
            + "[AttributeUsage(AttributeTargets.All)] public class OpenAttribute : Attribute, IAllowAnonymous { } public class C : ControllerBase { [Open] public int [|Get|]() => 1; }"
    )]
    [InlineData(
        App
            + "app.MapControllers().AllowAnonymous(); [Authorize] public class C : ControllerBase { public int [|Get|]() => 1; }"
    )]
    [InlineData(Usings + "[AllowAnonymous] public class [|LoginModel|] : PageModel { public void OnGet() { } }")]
    [InlineData(
        App
            + "builder.Services.AddRazorPages(o => { o.Conventions.AuthorizeFolder(\"/\"); o.Conventions.[|AllowAnonymousToPage|](\"/Login\"); });"
    )]
    [InlineData(
        App
            + "builder.Services.AddRazorPages().AddRazorPagesOptions(o => o.Conventions.[|AllowAnonymousToFolder|](\"/Public\"));"
    )]
    [InlineData(
        App
            + "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy); app.[|MapGet|](\"/a\", () => 1).AllowAnonymous();"
    )]
    public Task Reports(string source, string? alsoBelow = null) =>
        alsoBelow is null
            ? Rule.Reports(source, Files.All)
            : Rule.Reports(
                source.Replace("r.MapGet(\"/b\"", "r.[|MapGet|](\"/b\"", StringComparison.Ordinal),
                Files.All
            );

    [Theory]
    [InlineData(App + "app.MapGet(\"/a\", () => 1).RequireAuthorization();")]
    [InlineData(App + "app.MapGet(\"/a\", () => 1);")]
    [InlineData(App + "app.MapGet(\"/health\", () => 1).AllowAnonymous();")]
    [InlineData(App + "app.MapGroup(\"/tariffs\").AllowAnonymous().MapGet(\"/{year}\", (int year) => 1);")]
    [InlineData(App + "app.MapGet(\"/a\", [Authorize] () => 1);")]
    [InlineData(
        App
            + "var g = app.MapGroup(\"/g\"); g.MapGet(\"/health\", () => 1).RequireAuthorization(); app.MapGet(\"/health\", () => 1).AllowAnonymous();"
    )]
    [InlineData(App + "app.MapHub<H>(\"/h\"); [Authorize] class H : Hub { }")]
    [InlineData(Usings + "[Authorize] public class C : ControllerBase { public int Get() => 1; }")]
    [InlineData(Usings + "public class C : ControllerBase { public int Get() => 1; }")]
    [InlineData(
        Usings
            + "[AllowAnonymous] [Route(\"health\")] public class C : ControllerBase { [HttpGet] public int Get() => 1; }"
    )]
    [InlineData(Usings + "[AllowAnonymous] class Hidden : ControllerBase { public int Get() => 1; }")]
    [InlineData(Usings + "[AllowAnonymous] public abstract class Base : ControllerBase { public int Get() => 1; }")]
    [InlineData(Usings + "public class C : ControllerBase { [NonAction, AllowAnonymous] public int Help() => 1; }")]
    [InlineData(
        Usings
            + "[AttributeUsage(AttributeTargets.All)] public class OpenAttribute : Attribute, IAllowAnonymous { } [Open] public interface IOpen { } public class C : ControllerBase, IOpen { public int Get() => 1; }"
    )]
    [InlineData(
        App
            + "builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder(\"/\")); public class P : PageModel { public void OnGet() { } }"
    )]
    [InlineData(App + "builder.Services.AddRazorPages(o => o.Conventions.AllowAnonymousToPage(\"/health\"));")]
    [InlineData(
        "class Menu { public Menu AllowAnonymous() => this; } class C { void M(Menu m) => m.AllowAnonymous(); }"
    )]
    [InlineData(
        Usings
            + "static class E { public static void MapBills(this IEndpointRouteBuilder r) { r.MapGet(\"/a\", () => 1); } }"
    )]
    [InlineData(
        Usings
            + "static class E { static IEndpointRouteBuilder Find(object o) => (IEndpointRouteBuilder)o; public static void M(object o, Action<Action<IEndpointRouteBuilder>> f) => f(r => r.MapGet(\"/a\", () => 1)); }"
    )]
    public Task Is_silent(string source) => Rule.IsSilent(source, Files.All);
}
