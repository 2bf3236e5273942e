using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6502_RequestInputInCommandTests
{
    private const string Model = """
        using System.Data.Common;
        using System.Diagnostics;
        using Microsoft.AspNetCore.Mvc;
        public class Search { public string Name { get; set; } = ""; public int Page { get; set; } }

        """;

    private static readonly Check Rule = new("PK6502");

    public static Cases Reported { get; } =
        new()
        {
            {
                "SQL of a minimal API",
                """
                    class C
                    {
                        void M(WebApplication app, DbCommand c) =>
                            app.MapGet("/r", (string name) =>
                                { c.CommandText = [|"SELECT 1 WHERE n='" + name + "'"|]; });
                    }
                    """
            },
            {
                "SQL by interpolation in an action",
                """
                    public class RController : Controller
                    {
                        public object Get([FromServices] DbCommand c, string name)
                        {
                            c.CommandText = [|$"SELECT 1 WHERE n='{name}'"|];
                            return c;
                        }
                    }
                    """
            },
            {
                "a member of a bound model",
                """
                    public class RController : Controller
                    {
                        public void Get([FromServices] DbCommand c, Search search)
                        {
                            var sql = new System.Text.StringBuilder("SELECT 1 WHERE n='");
                            sql.Append(search.Name).Append('\'');
                            c.CommandText = [|sql.ToString()|];
                        }
                    }
                    """
            },
            {
                "a query string of the request",
                """
                    class C
                    {
                        void M(HttpContext x, DbCommand c) => c.CommandText = [|"ORDER BY " + x.Request.Query["o"]|];
                    }
                    """
            },
            {
                "a field of a form that was awaited",
                """
                    class C
                    {
                        async Task M(HttpRequest r, DbCommand c)
                        {
                            var form = await r.ReadFormAsync();
                            c.CommandText = [|string.Format("DELETE FROM r WHERE n='{0}'", form["n"])|];
                        }
                    }
                    """
            },
            {
                "a helper that gets the text",
                """
                    class Repository(DbCommand c)
                    {
                        public object? Find(string filter)
                        {
                            c.CommandText = "SELECT 1 WHERE " + filter;
                            return c.ExecuteScalar();
                        }
                    }
                    [ApiController]
                    public class RController : ControllerBase
                    {
                        internal Repository R = null!;
                        public object? Get(string filter) => R.Find([|filter|]);
                    }
                    """
            },
            {
                "a mapped method",
                """
                    static class Bills
                    {
                        public static void Map(WebApplication app) => app.MapGet("/b", Get);
                        private static IResult Get(string name) => Results.Ok(File.ReadAllText([|"/data/" + name|]));
                    }
                    """
            },
            {
                "a mapped local function",
                """
                    class C
                    {
                        void M(WebApplication app)
                        {
                            app.MapGet("/b", Get);
                            string Get(string name) => File.ReadAllText([|"/data/" + name|]);
                        }
                    }
                    """
            },
            {
                "the name of an uploaded file",
                """
                    public class UController : Controller
                    {
                        public void Post(IFormFile file)
                        {
                            using var s = new FileStream([|Path.Combine("/data", file.FileName)|], FileMode.Create);
                            file.CopyTo(s);
                        }
                    }
                    """
            },
            {
                "a path that is checked for something else",
                """
                    public class UController : Controller
                    {
                        public object Get(string name)
                        {
                            if (string.IsNullOrEmpty(name) || !System.IO.File.Exists(name)) return NotFound();
                            return PhysicalFile([|name|], "application/pdf");
                        }
                    }
                    """
            },
            {
                "a path that begins right but may go up",
                """
                    public class UController : Controller
                    {
                        public object? Get(string name) =>
                            name.StartsWith("/data/") ? System.IO.File.ReadAllText([|name|]) : null;
                    }
                    """
            },
            {
                "a command line",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapPost("/ping", (string host) => Process.Start("ping", [|"-c 1 " + host|]));
                    }
                    """
            },
            {
                "arguments of a process",
                """
                    public class PController : Controller
                    {
                        public void Run(string host)
                        {
                            var start = new ProcessStartInfo("sh") { Arguments = [|$"-c \"ping {host}\""|] };
                            Process.Start(start);
                        }
                    }
                    """
            },
            {
                "an address that the server asks",
                """
                    class C
                    {
                        void M(WebApplication app, HttpClient http) =>
                            app.MapGet("/proxy", (string url) => http.GetStringAsync([|url|]));
                    }
                    """
            },
            {
                "the host of an address",
                """
                    public class PController : Controller
                    {
                        internal HttpClient Http = new();
                        public Task<string> Get(string host) => Http.GetStringAsync([|$"https://{host}/api"|]);
                    }
                    """
            },
            {
                "a redirect",
                """
                    public class LController : Controller
                    {
                        public object SignedIn(string returnUrl) => Redirect([|returnUrl|]);
                    }
                    """
            },
            {
                "a redirect of a page that is bound",
                """
                    public class Login : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                    {
                        [BindProperty(SupportsGet = true)] public string ReturnUrl { get; set; } = "/";
                        public IActionResult OnPost() => Redirect([|ReturnUrl|]);
                    }
                    """
            },
            {
                "a parameter of a handler of a page",
                """
                    public class Login : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                    {
                        public IActionResult OnGetDone(string to) => Redirect([|to|]);
                    }
                    """
            },
            {
                "HTML that is said to be",
                """
                    public class HController : Controller
                    {
                        public object Hello(string name) => Content([|"<p>" + name + "</p>"|], "text/html");
                    }
                    """
            },
            {
                "HTML that is written",
                """
                    class C
                    {
                        void M(WebApplication app) =>
                            app.MapGet("/hi", (HttpContext x, string name) =>
                                x.Response.WriteAsync([|$"<b>{name}</b>"|]));
                    }
                    """
            },
            {
                "a text that is not encoded",
                """
                    public class HController : Controller
                    {
                        public object Hello(string name) => new Microsoft.AspNetCore.Html.HtmlString([|name|]);
                    }
                    """
            },
            {
                "an expression of XPath",
                """
                    public class XController : Controller
                    {
                        public object? Get(string user) =>
                            new System.Xml.XmlDocument().SelectSingleNode([|"//user[@name='" + user + "']"|]);
                    }
                    """
            },
            {
                "a message of a hub",
                """
                    public class H : Microsoft.AspNetCore.SignalR.Hub
                    {
                        public string Read(string name) => File.ReadAllText([|name|]);
                    }
                    """
            },
            {
                "a regular expression",
                """
                    public class XController : Controller
                    {
                        public bool Get(string p, string t) => System.Text.RegularExpressions.Regex.IsMatch(t, [|p|]);
                    }
                    """
            },
            {
                "one way of two that is not checked",
                """
                    public class XController : Controller
                    {
                        static readonly HashSet<string> Known = new() { "name" };
                        public void Get([FromServices] DbCommand c, string order, bool force)
                        {
                            if (force || Known.Contains(order)) c.CommandText = [|"SELECT 1 ORDER BY " + order|];
                        }
                    }
                    """
            },
            {
                "a check of another member",
                """
                    public class Filter { public string A { get; set; } = ""; public string B { get; set; } = ""; }
                    public class XController : Controller
                    {
                        static readonly string[] Known = { "name" };
                        public void Get([FromServices] DbCommand c, Filter f)
                        {
                            if (Known.Contains(f.A)) c.CommandText = [|"SELECT 1 ORDER BY " + f.B|];
                        }
                    }
                    """
            },
            {
                "a field that a constructor fills",
                """
                    public class Job
                    {
                        private readonly string _name;
                        public Job(string name) => _name = name;
                        public string Read() => File.ReadAllText(_name);
                    }
                    public class XController : Controller
                    {
                        public string Get(string name) => [|new Job(name).Read()|];
                    }
                    """
            },
            {
                "values of a list",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, [FromQuery] string[] ids) =>
                            c.CommandText = [|"SELECT 1 WHERE id IN (" + string.Join(",", ids) + ")"|];
                    }
                    """
            },
            {
                "a check that lets through what it should not",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            if (order == "name") return;
                            c.CommandText = [|"SELECT 1 ORDER BY " + order|];
                        }
                    }
                    """
            },
            {
                "a path that a record puts together",
                """
                    public sealed record Key(int Case, string Name)
                    {
                        public string In(string root) => Path.Combine(root, Case.ToString(), Name);
                    }
                    static class P
                    {
                        public static void Map(IEndpointRouteBuilder app) =>
                            app.MapGet("/papers/{id:int}", (int id, string name) =>
                            {
                                var path = new Key(id, name).In("/srv/papers");
                                return Results.Stream(File.OpenRead([|path|]));
                            });
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a parameter of a command",
                """
                    public class RController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string name)
                        {
                            c.CommandText = "SELECT 1 WHERE n=@n";
                            var p = c.CreateParameter();
                            p.Value = name;
                            c.Parameters.Add(p);
                        }
                    }
                    """
            },
            {
                "a number",
                """
                    public class RController : Controller
                    {
                        public void Get([FromServices] DbCommand c, int id, Guid g, DateTime d, DayOfWeek w) =>
                            c.CommandText = $"SELECT {id} {g} {d:yyyy} {w}";
                    }
                    """
            },
            {
                "a text that became a number",
                """
                    class C
                    {
                        void M(HttpRequest r, DbCommand c) => c.CommandText = "LIMIT " + int.Parse(r.Query["n"]!);
                    }
                    """
            },
            {
                "a text that is a number",
                """
                    class C
                    {
                        void M(HttpRequest r, DbCommand c)
                        {
                            string n = r.Query["n"]!;
                            if (!int.TryParse(n, out _)) return;
                            c.CommandText = "LIMIT " + n;
                        }
                    }
                    """
            },
            {
                "a list of what is allowed",
                """
                    public class XController : Controller
                    {
                        static readonly HashSet<string> Known = new() { "name" };
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            if (!Known.Contains(order)) throw new ArgumentException("order");
                            c.CommandText = "SELECT 1 ORDER BY " + order;
                        }
                    }
                    """
            },
            {
                "a default for what is not allowed",
                """
                    public class XController : Controller
                    {
                        static readonly string[] Known = { "name", "id" };
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            if (!Known.Contains(order)) order = "id";
                            c.CommandText = "SELECT 1 ORDER BY " + order;
                        }
                    }
                    """
            },
            {
                "a switch",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            var by = order switch { "name" => "n", "id" => "i", _ => "i" };
                            c.CommandText = "SELECT 1 ORDER BY " + by;
                        }
                    }
                    """
            },
            {
                "a comparison with constants",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            if (order == "asc" || order == "desc") c.CommandText = "SELECT 1 ORDER BY id " + order;
                            if (order is "asc" or "desc") c.CommandText = "SELECT 1 ORDER BY id " + order;
                        }
                    }
                    """
            },
            {
                "a dictionary",
                """
                    public class XController : Controller
                    {
                        static readonly Dictionary<string, string> Columns = new() { ["name"] = "n" };
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            if (Columns.TryGetValue(order,
                                    out var column)) c.CommandText = "SELECT 1 ORDER BY " + column;
                            c.CommandText = "SELECT 1 ORDER BY " + Columns[order];
                        }
                    }
                    """
            },
            {
                "a check of one's own",
                """
                    public class XController : Controller
                    {
                        static readonly string[] Known = { "name", "id" };
                        static bool IsKnown(string s) => Known.Contains(s);
                        static void Require(string s) { if (!Known.Contains(s)) throw new ArgumentException(s); }
                        public void Get([FromServices] DbCommand c, string order, string other)
                        {
                            if (IsKnown(order)) c.CommandText = "SELECT 1 ORDER BY " + order;
                            Require(other);
                            c.CommandText = "SELECT 1 ORDER BY " + other;
                        }
                    }
                    """
            },
            {
                "a pattern that holds all of it",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string t)
                        {
                            if (System.Text.RegularExpressions.Regex.IsMatch(t,
                                    "^[a-z]+$")) c.CommandText = "TRUNCATE " + t;
                        }
                    }
                    """
            },
            {
                "the name of a file alone",
                """
                    public class UController : Controller
                    {
                        public object Get(string name) =>
                            PhysicalFile(Path.Combine("/data", Path.GetFileName(name)), "application/pdf");
                    }
                    """
            },
            {
                "a path that stays in its folder",
                """
                    public class UController : Controller
                    {
                        public object Get(string name)
                        {
                            var full = Path.GetFullPath(Path.Combine("/data", name));
                            if (!full.StartsWith("/data/", StringComparison.Ordinal)) return NotFound();
                            return PhysicalFile(full, "application/pdf");
                        }
                    }
                    """
            },
            {
                "a path without parents",
                """
                    public class UController : Controller
                    {
                        public object Get(string name)
                        {
                            if (name.Contains("..")) return NotFound();
                            if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return NotFound();
                            return PhysicalFile("/data/" + name, "application/pdf");
                        }
                    }
                    """
            },
            {
                "a local redirect",
                """
                    public class LController : Controller
                    {
                        public object A(string to) => LocalRedirect(to);
                        public object B(string to) => Url.IsLocalUrl(to) ? Redirect(to) : Redirect("/");
                        public object D(string to) { if (!Url.IsLocalUrl(to)) to = "/"; return Redirect(to); }
                    }
                    """
            },
            {
                "a redirect within the site",
                """
                    public class LController : Controller
                    {
                        public object A(string id) => Redirect("/bills/" + id);
                        public object B(string id) => Redirect($"https://example.lg.jp/bills?id={id}");
                    }
                    """
            },
            {
                "a value behind the host",
                """
                    public class PController : Controller
                    {
                        internal HttpClient Http = new();
                        public Task<string> A(string id) =>
                            Http.GetStringAsync($"https://api.example.lg.jp/bills/{id}");
                        public Task<string> B(string id) => Http.GetStringAsync("bills/" + Uri.EscapeDataString(id));
                    }
                    """
            },
            {
                "a host that is compared",
                """
                    public class PController : Controller
                    {
                        internal HttpClient Http = new();
                        static readonly string[] Hosts = { "api.example.lg.jp" };
                        public Task<string>? A(string url)
                        {
                            var uri = new Uri(url);
                            return Hosts.Contains(uri.Host) ? Http.GetStringAsync(uri) : null;
                        }
                        public Task<string>? B(Uri uri) =>
                            uri.Host == "api.example.lg.jp" ? Http.GetStringAsync(uri) : null;
                    }
                    """
            },
            {
                "HTML that is encoded",
                """
                    public class HController : Controller
                    {
                        public object A(string name) =>
                            Content("<p>" + System.Net.WebUtility.HtmlEncode(name) + "</p>", "text/html");
                        public object B(string name, [FromServices] System.Text.Encodings.Web.HtmlEncoder e) =>
                            Content("<p>" + e.Encode(name) + "</p>", "text/html");
                    }
                    """
            },
            {
                "a text that is not HTML",
                """
                    public class HController : Controller
                    {
                        public object A(string name) => Content("Hello " + name);
                        public object B(string name) => Json(new { name });
                    }
                    """
            },
            {
                "a list of arguments",
                """
                    public class PController : Controller
                    {
                        public void Run(string host)
                        {
                            var start = new ProcessStartInfo("ping");
                            start.ArgumentList.Add(host);
                            Process.Start(start);
                        }
                    }
                    """
            },
            {
                "a service that is handed in",
                """
                    public class Store { public string Root = "/data"; public string Read() =>
                        File.ReadAllText(Root + "/a"); }
                    class C { void M(WebApplication app) => app.MapGet("/a", (Store store) => store.Read()); }
                    """
            },
            {
                "a value that no request decides",
                """
                    class C
                    {
                        string M(IConfiguration c) => File.ReadAllText(c["path"]!);
                        void N(DbCommand c, string table) => c.CommandText = "TRUNCATE " + table;
                    }
                    """
            },
            {
                "a method that is no action",
                """
                    public class XController : Controller
                    {
                        [NonAction] public void A(DbCommand c, string t) => c.CommandText = "TRUNCATE " + t;
                        private void B(DbCommand c, string t) => c.CommandText = "TRUNCATE " + t;
                    }
                    """
            },
            {
                "a value that is only compared",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string order)
                        {
                            var direction = order == "desc" ? "DESC" : "ASC";
                            c.CommandText = "SELECT 1 ORDER BY id " + direction;
                        }
                    }
                    """
            },
            {
                "what a method marked so gives",
                """
                    public class XController : Controller
                    {
                        [PolicyKit.Annotations.Sanitizer] static string Column(string s) =>
                            "[" + s.Replace("]", "]]") + "]";
                        public void Get([FromServices] DbCommand c, string order) =>
                            c.CommandText = "SELECT 1 ORDER BY " + Column(order);
                    }
                    """
            },
            {
                "letters only",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, string t)
                        {
                            if (!t.All(char.IsLetter)) return;
                            c.CommandText = "TRUNCATE " + t;
                        }
                    }
                    """
            },
            {
                "an id of a model",
                """
                    public class XController : Controller
                    {
                        public void Get([FromServices] DbCommand c, Search s) =>
                            c.CommandText = "OFFSET " + s.Page * 10;
                    }
                    """
            },
            {
                "a path of another member of a record",
                """
                    public sealed record Key(int Case, string Name)
                    {
                        public string In(string root) => Path.Combine(root, Case.ToString());
                    }
                    static class P
                    {
                        public static void Map(IEndpointRouteBuilder app) =>
                            app.MapGet("/papers/{id:int}", (int id, string name) =>
                                Results.Stream(File.OpenRead(new Key(id, name).In("/srv"))));
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_request_input(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_a_command_without_input(string name) => Rule.IsSilent(Model + Harmless[name], Files.All);

    [Fact]
    public async Task Shows_the_road_from_the_request_to_the_command()
    {
        var finding = Assert.Single(
            await Rule.Of(
                Files.All,
                Model
                    + """
                    public class LController : Controller
                    {
                        private object Go(string address) => Redirect(address);
                        public object Get(string to) { var url = to; return Go(url); }
                    }
                    """
            )
        );
        Assert.Equal(
            ["to", "url", "address"],
            finding.AdditionalLocations.Select(l =>
                l.SourceTree!.GetText().ToString(l.SourceSpan) is var text
                && text.StartsWith("string ", StringComparison.Ordinal)
                    ? text[7..]
                    : text
            )
        );
    }

    [Theory]
    [InlineData("ja", "要求の値 `to → url` が `ControllerBase.Redirect` でリダイレクト先を決めます")]
    [InlineData(
        "en",
        "Request input `to → url` decides where the browser is redirected to in `ControllerBase.Redirect`"
    )]
    public async Task Says_where_it_comes_from_and_by_which_road(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model
                            + """
                            public class LController : Controller
                            {
                                public object Go(string to) { var url = to; return Redirect(url); }
                            }
                            """
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
