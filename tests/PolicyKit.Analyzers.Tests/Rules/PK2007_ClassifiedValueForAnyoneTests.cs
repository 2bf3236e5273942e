using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2007_ClassifiedValueForAnyoneTests
{
    private const string Model = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3C] public string Number { get; set; } = "";
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
        }
        public class Store { public Resident Get(int id) => new(); }

        """;

    private static readonly Check Rule = new("PK2007");

    public static Cases Reported { get; } =
        new()
        {
            {
                "an object of a minimal API",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => [|new Resident()|]).AllowAnonymous();
                    }
                    """
            },
            {
                "a list of a minimal API",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => [|new List<Resident>()|]).AllowAnonymous();
                    }
                    """
            },
            {
                "a result",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => Results.Ok([|new Resident()|])).AllowAnonymous();
                    }
                    """
            },
            {
                "a typed result",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => TypedResults.Ok([|new Resident()|])).AllowAnonymous();
                    }
                    """
            },
            {
                "a text",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) => [|s.Get(1).Name|]).AllowAnonymous();
                    }
                    """
            },
            {
                "an anonymous object",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) =>
                                Results.Json([|new { s.Get(1).Number }|])).AllowAnonymous();
                    }
                    """
            },
            {
                "a handler with an attribute",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", [AllowAnonymous] (int id) => [|new Resident()|]);
                    }
                    """
            },
            {
                "a group",
                """
                    class C
                    {
                        void M(WebApplication app)
                        {
                            var open = app.MapGroup("/open").AllowAnonymous();
                            open.MapGet("/r", () => [|new Resident()|]);
                        }
                    }
                    """
            },
            {
                "a mapped method",
                """
                    static class C
                    {
                        public static void Map(WebApplication app) => app.MapGet("/r", Get).AllowAnonymous();
                        private static Resident Get() => [|new Resident()|];
                    }
                    """
            },
            {
                "an action",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public Resident Get(int id) => [|new Resident()|];
                    }
                    """
            },
            {
                "an action with a result",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public IActionResult Get(int id) => Ok([|new Resident()|]);
                    }
                    """
            },
            {
                "an action of an open controller",
                """
                    [AllowAnonymous]
                    public class RController : ControllerBase
                    {
                        public IActionResult Get(int id) => Ok([|new Resident()|]);
                    }
                    """
            },
            {
                "an action that waits",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous]
                        public async Task<ActionResult<Resident>> Get(int id)
                        {
                            await Task.Yield();
                            return Ok([|new Resident()|]);
                        }
                    }
                    """
            },
            {
                "a value by way of a helper",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public IActionResult Get(int id) => Ok([|Format(new Resident())|]);
                        private static string Format(Resident r) => $"{r.Name} ({r.Id})";
                    }
                    """
            },
            {
                "an object result",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public IActionResult Get(int id) => new ObjectResult([|new Resident()|]);
                    }
                    """
            },
            {
                "a written answer",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (HttpContext x, Store s) =>
                                x.Response.WriteAsJsonAsync([|s.Get(1)|])).AllowAnonymous();
                    }
                    """
            },
            {
                "one of two answers",
                """
                    public class Dto { public string Shown { get; set; } = ""; }
                    public class Residents { public Task<Dto?> Find(Resident r) =>
                        Task.FromResult<Dto?>(new Dto { Shown = $"{r.Name} ({r.Id})" }); }
                    public class RController(Residents all) : ControllerBase
                    {
                        [AllowAnonymous]
                        public async Task<ActionResult<Dto>> Get(Resident r)
                        {
                            var dto = await all.Find(r);
                            return dto is null ? NotFound() : [|dto|];
                        }
                    }
                    """
            },
            {
                "an answer by a switch",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous]
                        public ActionResult<string> Get(int kind, Resident r) =>
                            kind switch { 1 => [|r.Name|], _ => NotFound() };
                    }
                    """
            },
            {
                "a file made of it",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous]
                        public IActionResult Get(List<Resident> all)
                        {
                            var text = new System.Text.StringBuilder();
                            foreach (var r in all)
                                text.AppendLine(r.Name);
                            return File([|System.Text.Encoding.UTF8.GetBytes(text.ToString())|],
                                "text/csv", "list.csv");
                        }
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "an endpoint with authorization",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => new Resident()).RequireAuthorization();
                    }
                    """
            },
            {
                "an endpoint that another rule reports",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => new Resident());
                    }
                    """
            },
            {
                "an object without a class",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (int id) => new { Id = id }).AllowAnonymous();
                    }
                    """
            },
            {
                "an id",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) => s.Get(1).Id).AllowAnonymous();
                    }
                    """
            },
            {
                "a class below that of the standard",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) => s.Get(1).District).AllowAnonymous();
                    }
                    """
            },
            {
                "a result without a value",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) =>
                                s.Get(1).Name == "" ? Results.NotFound() : Results.NoContent()).AllowAnonymous();
                    }
                    """
            },
            {
                "an action with authorization",
                """
                    public class RController : ControllerBase
                    {
                        [Authorize] public Resident Get(int id) => new Resident();
                    }
                    """
            },
            {
                "an action of a closed controller",
                """
                    [Authorize]
                    public class RController : ControllerBase
                    {
                        public Resident Get(int id) => new Resident();
                    }
                    """
            },
            {
                "another action of the controller",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public int Count() => 1;
                        [Authorize] public Resident Get(int id) => new Resident();
                    }
                    """
            },
            {
                "a masked value",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] public string Get(int id) => Short(new Resident().Name);
                        [Redactor] private static string Short(string s) => "";
                    }
                    """
            },
            {
                "a number",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) => Results.Ok(s.Get(1).Name.Length)).AllowAnonymous();
                    }
                    """
            },
            {
                "a member that is chosen",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (Store s) =>
                                Results.Ok(new { s.Get(1).Id, s.Get(1).District })).AllowAnonymous();
                    }
                    """
            },
            {
                "a method that is no action",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] [NonAction] public Resident Get(int id) => new Resident();
                    }
                    """
            },
            {
                "a private method",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous] private Resident Get(int id) => new Resident();
                        public int Count() => Get(1).Id;
                    }
                    """
            },
            {
                "a group that is closed",
                """
                    class C
                    {
                        void M(WebApplication app)
                        {
                            var closed = app.MapGroup("/closed").RequireAuthorization();
                            closed.MapGet("/r", () => new Resident());
                        }
                    }
                    """
            },
            {
                "a log, which is another rule",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/r/{id}", (ILogger<Store> log, Store s) =>
                                { log.LogInformation("{A}", s.Get(1).Name); return 1; }).AllowAnonymous();
                    }
                    """
            },
            {
                "a switch that answers with a number",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous]
                        public ActionResult<int> Get(int kind, Resident r) =>
                            kind switch { 1 => r.Id, _ => NotFound() };
                    }
                    """
            },
            {
                "a file of counts",
                """
                    public class RController : ControllerBase
                    {
                        [AllowAnonymous]
                        public IActionResult Get(List<Resident> all) =>
                            File(System.Text.Encoding.UTF8.GetBytes($"{all.Count}"), "text/csv", "count.csv");
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_what_everybody_can_read(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_not_everybody_gets(string name) => Rule.IsSilent(Model + Harmless[name], Files.All);

    [Theory]
    [InlineData(
        "ja",
        "自治体機密性3Bの `Resident.Name` が、認証の要らないエンドポイントから返ります (`ControllerBase.Ok`)"
    )]
    [InlineData(
        "en",
        "`Resident.Name` (class 3B) is returned by an endpoint that needs no authentication (`ControllerBase.Ok`)"
    )]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model
                            + """
                            public class RController : ControllerBase
                            {
                                [AllowAnonymous] public object Get(Resident r) => Ok(r.Name);
                            }
                            """
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
