using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6002_UndeclaredAnonymousAccessTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.SignalR;
        """;

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

    public static Cases Reported { get; } =
        new()
        {
            {
                "a route that is opened",
                App
                    + """
                        app.[|MapGet|]("/a", () => 1).AllowAnonymous();
                        """
            },
            {
                "a route that is opened after it was protected",
                App
                    + """
                        app.[|MapGet|]("/a", () => 1).RequireAuthorization().WithName("a").AllowAnonymous();
                        """
            },
            {
                "a function with [AllowAnonymous]",
                App
                    + """
                        app.[|MapGet|]("/a", [AllowAnonymous] () => 1);
                        """
            },
            {
                "a method with [AllowAnonymous]",
                App
                    + """
                        app.[|MapGet|]("/a", A.Get);

                        static class A
                        {
                            [AllowAnonymous]
                            public static int Get() => 1;
                        }
                        """
            },
            {
                "the attribute as metadata",
                App
                    + """
                        app.[|MapGet|]("/a", () => 1).WithMetadata(new AllowAnonymousAttribute());
                        """
            },
            {
                "every route of an opened group",
                App
                    + """
                        var g = app.MapGroup("/g").AllowAnonymous();
                        g.[|MapGet|]("/a", () => 1);
                        g.[|MapPost|]("/a", () => 1);
                        """
            },
            {
                "a group that is opened in a statement of its own",
                App
                    + """
                        var g = app.MapGroup("/g");
                        g.AllowAnonymous();
                        g.[|MapGet|]("/a", () => 1);
                        """
            },
            {
                "one opened route of a protected group",
                App
                    + """
                        var g = app.MapGroup("/g").RequireAuthorization();
                        g.MapGet("/a", () => 1);
                        g.[|MapGet|]("/b", () => 1).AllowAnonymous();
                        """
            },
            {
                "a route that an extension method adds to an opened group",
                App
                    + """
                        app.MapGroup("/g").AllowAnonymous().MapBills();

                        static class E
                        {
                            public static void MapBills(this IEndpointRouteBuilder r)
                            {
                                r.[|MapGet|]("/a", () => 1);
                                r.[|MapGet|]("/b", () => 1).RequireAuthorization();
                            }
                        }
                        """
            },
            {
                "a hub with the attribute",
                App
                    + """
                        app.[|MapHub<H>|]("/h");

                        [AllowAnonymous]
                        class H : Hub { }
                        """
            },
            {
                "health checks under another name",
                App
                    + """
                        app.[|MapHealthChecks|]("/alive").AllowAnonymous();
                        """
            },
            {
                "every action of an opened controller",
                Usings
                    + """
                        [AllowAnonymous]
                        [Route("x")]
                        public class C : ControllerBase
                        {
                            [HttpGet]
                            public int [|Get|]() => 1;

                            [HttpPost]
                            public int [|Post|]() => 1;
                        }
                        """
            },
            {
                "one opened action of a protected controller",
                Usings
                    + """
                        [Authorize]
                        [Route("x")]
                        public class C : ControllerBase
                        {
                            [HttpGet]
                            public int Get() => 1;

                            [HttpPost, AllowAnonymous]
                            public int [|Post|]() => 1;
                        }
                        """
            },
            {
                "an action of a controller whose base is opened",
                Usings
                    + """
                        [AllowAnonymous]
                        public abstract class B : ControllerBase { }

                        public class C : B
                        {
                            [Authorize]
                            public int [|Get|]() => 1;
                        }
                        """
            },
            {
                "an attribute of one's own that means the same",
                Usings
                    + """
                        [AttributeUsage(AttributeTargets.All)]
                        public class OpenAttribute : Attribute, IAllowAnonymous { }

                        public class C : ControllerBase
                        {
                            [Open]
                            public int [|Get|]() => 1;
                        }
                        """
            },
            {
                "every controller that is opened where it is mapped",
                App
                    + """
                        app.MapControllers().AllowAnonymous();

                        [Authorize]
                        public class C : ControllerBase
                        {
                            public int [|Get|]() => 1;
                        }
                        """
            },
            {
                "a Razor page with the attribute",
                Usings
                    + """
                        [AllowAnonymous]
                        public class [|LoginModel|] : PageModel
                        {
                            public void OnGet() { }
                        }
                        """
            },
            {
                "a page that a convention opens",
                App
                    + """
                        builder.Services.AddRazorPages(o =>
                        {
                            o.Conventions.AuthorizeFolder("/");
                            o.Conventions.[|AllowAnonymousToPage|]("/Login");
                        });
                        """
            },
            {
                "a folder that a convention opens",
                App
                    + """
                        builder
                            .Services.AddRazorPages()
                            .AddRazorPagesOptions(o => o.Conventions.[|AllowAnonymousToFolder|]("/Public"));
                        """
            },
            {
                "a route that is opened under a fallback policy",
                App
                    + """
                        builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);
                        app.[|MapGet|]("/a", () => 1).AllowAnonymous();
                        """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_what_is_open_and_not_declared(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a protected route",
                App
                    + """
                        app.MapGet("/a", () => 1).RequireAuthorization();
                        """
            },
            {
                "a route that decides nothing",
                App
                    + """
                        app.MapGet("/a", () => 1);
                        """
            },
            {
                "a declared route",
                App
                    + """
                        app.MapGet("/health", () => 1).AllowAnonymous();
                        """
            },
            {
                "a declared route of a group",
                App
                    + """
                        app.MapGroup("/tariffs").AllowAnonymous().MapGet("/{year}", (int year) => 1);
                        """
            },
            {
                "a function with [Authorize]",
                App
                    + """
                        app.MapGet("/a", [Authorize] () => 1);
                        """
            },
            {
                "a protected route whose name ends like a declared one",
                App
                    + """
                        var g = app.MapGroup("/g");
                        g.MapGet("/health", () => 1).RequireAuthorization();
                        app.MapGet("/health", () => 1).AllowAnonymous();
                        """
            },
            {
                "a hub with [Authorize]",
                App
                    + """
                        app.MapHub<H>("/h");

                        [Authorize]
                        class H : Hub { }
                        """
            },
            {
                "a controller with [Authorize]",
                Usings
                    + """
                        [Authorize]
                        public class C : ControllerBase
                        {
                            public int Get() => 1;
                        }
                        """
            },
            {
                "a controller that decides nothing",
                Usings
                    + """
                        public class C : ControllerBase
                        {
                            public int Get() => 1;
                        }
                        """
            },
            {
                "a declared controller",
                Usings
                    + """
                        [AllowAnonymous]
                        [Route("health")]
                        public class C : ControllerBase
                        {
                            [HttpGet]
                            public int Get() => 1;
                        }
                        """
            },
            {
                "a controller that is not public",
                Usings
                    + """
                        [AllowAnonymous]
                        class Hidden : ControllerBase
                        {
                            public int Get() => 1;
                        }
                        """
            },
            {
                "a controller that is abstract",
                Usings
                    + """
                        [AllowAnonymous]
                        public abstract class Base : ControllerBase
                        {
                            public int Get() => 1;
                        }
                        """
            },
            {
                "a method that is not an action",
                Usings
                    + """
                        public class C : ControllerBase
                        {
                            [NonAction, AllowAnonymous]
                            public int Help() => 1;
                        }
                        """
            },
            {
                "an attribute on an interface, which ASP.NET Core does not read",
                Usings
                    + """
                        [AttributeUsage(AttributeTargets.All)]
                        public class OpenAttribute : Attribute, IAllowAnonymous { }

                        [Open]
                        public interface IOpen { }

                        public class C : ControllerBase, IOpen
                        {
                            public int Get() => 1;
                        }
                        """
            },
            {
                "pages that a convention protects",
                App
                    + """
                        builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder("/"));

                        public class P : PageModel
                        {
                            public void OnGet() { }
                        }
                        """
            },
            {
                "a declared page that a convention opens",
                App
                    + """
                        builder.Services.AddRazorPages(o => o.Conventions.AllowAnonymousToPage("/health"));
                        """
            },
            {
                "a method of another type with the same name",
                """
                    class Menu
                    {
                        public Menu AllowAnonymous() => this;
                    }

                    class C
                    {
                        void M(Menu m) => m.AllowAnonymous();
                    }
                    """
            },
            {
                "an extension method that nobody calls",
                Usings
                    + """
                        static class E
                        {
                            public static void MapBills(this IEndpointRouteBuilder r)
                            {
                                r.MapGet("/a", () => 1);
                            }
                        }
                        """
            },
            {
                "a receiver that is not known",
                Usings
                    + """
                        static class E
                        {
                            static IEndpointRouteBuilder Find(object o) => (IEndpointRouteBuilder)o;

                            public static void M(object o, Action<Action<IEndpointRouteBuilder>> f) =>
                                f(r => r.MapGet("/a", () => 1));
                        }
                        """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_what_is_declared_or_closed(string name) => Rule.IsSilent(Silent[name], Files.All);
}
