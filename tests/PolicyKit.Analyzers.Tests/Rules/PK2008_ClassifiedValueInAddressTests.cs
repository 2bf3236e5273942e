using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2008_ClassifiedValueInAddressTests
{
    private const string Model = """
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3B] public string Number { get; set; } = "";
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
        }

        """;

    private static readonly Check Rule = new("PK2008");

    public static Cases Reported { get; } =
        new()
        {
            {
                "the address of a request",
                """
                    class C { Task M(HttpClient h, Resident r) => h.GetAsync([|"https://a.lg.jp/?n=" + r.Name|]); }
                    """
            },
            {
                "an encoded value",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.GetStringAsync([|$"https://a.lg.jp/?n={Uri.EscapeDataString(r.Number)}"|]);
                    }
                    """
            },
            {
                "an address object",
                """
                    class C { Uri M(Resident r) => new Uri([|"https://a.lg.jp/" + r.Number|]); }
                    """
            },
            {
                "a request message",
                """
                    class C
                    {
                        HttpRequestMessage M(Resident r) => new(HttpMethod.Get, [|"https://a.lg.jp/" + r.Number|]);
                    }
                    """
            },
            {
                "a builder of addresses",
                """
                    class C
                    {
                        Uri M(Resident r)
                        {
                            var b = new UriBuilder("https://a.lg.jp");
                            b.Query = [|"n=" + r.Number|];
                            return b.Uri;
                        }
                    }
                    """
            },
            {
                "a redirect of a minimal API",
                """
                    class C { IResult M(Resident r) => Results.Redirect([|$"/r?n={r.Number}"|]); }
                    """
            },
            {
                "a redirect of a controller",
                """
                    class C : Microsoft.AspNetCore.Mvc.ControllerBase
                    {
                        object M(Resident r) => Redirect([|"/r?n=" + r.Number|]);
                    }
                    """
            },
            {
                "values of a route",
                """
                    class C : Microsoft.AspNetCore.Mvc.ControllerBase
                    {
                        object M(Resident r) => RedirectToAction("Show", [|new { number = r.Number }|]);
                    }
                    """
            },
            {
                "a link",
                """
                    class C
                    {
                        string? M(Microsoft.AspNetCore.Routing.LinkGenerator l, Resident r) =>
                            l.GetPathByName("show", [|new { number = r.Number }|]);
                    }
                    """
            },
            {
                "a query string",
                """
                    class C
                    {
                        string M(Resident r) =>
                            Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/r", "n", [|r.Number|]);
                    }
                    """
            },
            {
                "a response that redirects",
                """
                    class C { void M(HttpContext c, Resident r) => c.Response.Redirect([|"/r?n=" + r.Number|]); }
                    """
            },
            {
                "a helper that asks",
                """
                    class C
                    {
                        Task<string> Ask(HttpClient h, string query) => h.GetStringAsync("https://a.lg.jp/?" + query);
                        Task<string> M(HttpClient h, Resident r) => Ask(h, [|"n=" + r.Number|]);
                    }
                    """
            },
            {
                "a value of a method that builds",
                """
                    class C
                    {
                        static string Path(Resident r) => $"/r/{r.Number}";
                        IResult M(Resident r) => Results.Redirect([|Path(r)|]);
                    }
                    """
            },
            {
                "a joined path",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.DeleteAsync([|string.Join("/", "https://a.lg.jp", r.Number)|]);
                    }
                    """
            },
            {
                "a page that navigates",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Components.NavigationManager n, Resident r) =>
                            n.NavigateTo([|"/r/" + r.Number|]);
                    }
                    """
            },
            {
                "an address of JSON",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.GetFromJsonAsync<Resident>([|"https://a.lg.jp/" + r.Number|]);
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "the body of a request",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) => h.PostAsJsonAsync("https://a.lg.jp/", new { r.Name });
                    }
                    """
            },
            {
                "the content of a form",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) => h.PostAsync("https://a.lg.jp/", new StringContent(r.Name));
                    }
                    """
            },
            {
                "an id",
                """
                    class C { IResult M(Resident r) => Results.Redirect($"/r/{r.Id}"); }
                    """
            },
            {
                "a class below that of the standard",
                """
                    class C { IResult M(Resident r) => Results.Redirect("/r/" + r.District); }
                    """
            },
            {
                "a log, which is another rule's",
                """
                    class C { void M(ILogger log, Resident r) => log.LogInformation("{A}", r.Name); }
                    """
            },
            {
                "a redirect to a fixed page",
                """
                    class C : Microsoft.AspNetCore.Mvc.ControllerBase
                    {
                        object M(Resident r)
                        {
                            if (r.Name == "") return Redirect("/none");
                            return RedirectToAction("Show", new { id = r.Id });
                        }
                    }
                    """
            },
            {
                "a masked value",
                """
                    class C
                    {
                        [Redactor] static string Key(string s) =>
                            "k"; IResult M(Resident r) => Results.Redirect("/r/" + Key(r.Number));
                    }
                    """
            },
            {
                "a header of the request",
                """
                    class C { void M(HttpClient h, Resident r) => h.DefaultRequestHeaders.Add("X-Name", r.Name); }
                    """
            },
            {
                "an address without a class",
                """
                    class P { public string Url = ""; } class C { Task M(HttpClient h, P p) => h.GetAsync(p.Url); }
                    """
            },
            {
                "a path of a file",
                """
                    class C { void M(Resident r) => File.Exists("/data/" + r.Id); }
                    """
            },
            {
                "the number of characters",
                """
                    class C { IResult M(Resident r) => Results.Redirect("/r/" + r.Number.Length); }
                    """
            },
            {
                "a hash of the value",
                """
                    class C
                    {
                        IResult M(Resident r, byte[] k) =>
                            Results.Redirect(
                                "/r/" + Convert.ToHexString(
                                    System.Security.Cryptography.HMACSHA256.HashData(
                                        k, System.Text.Encoding.UTF8.GetBytes(r.Number))));
                    }
                    """
            },
            {
                "a value that was replaced",
                """
                    class C { IResult M(Resident r) { var n = r.Number; n = "0"; return Results.Redirect("/r/" + n); } }
                    """
            },
            {
                "a result for the page",
                """
                    class C { IResult M(Resident r) => Results.Ok(r.Name); }
                    """
            },
            {
                "a value of a cookie",
                """
                    class C { void M(HttpContext c, Resident r) => c.Items["name"] = r.Name; }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_classified_value(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_an_address_without_a_classified_value(string name) =>
        Rule.IsSilent(Model + Harmless[name], Files.All);

    [Theory]
    [InlineData("ja", "自治体機密性3Bの `Resident.Number` が `HttpClient.GetAsync` でURLに入ります")]
    [InlineData("en", "`Resident.Number` (class 3B) becomes part of a URL in `HttpClient.GetAsync`")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model + """class C { Task M(HttpClient h, Resident r) => h.GetAsync(r.Number); }"""
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
