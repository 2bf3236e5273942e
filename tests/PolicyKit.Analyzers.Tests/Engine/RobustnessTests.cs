using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>No input makes a rule throw (AD0001), and a compilation that is cut short gives nothing that the whole would not.</summary>
public sealed class RobustnessTests
{
    private const string Program = """
        using System.Net;
        var app = WebApplication.CreateBuilder(args).Build();
        var group = app.MapGroup("/x").RequireAuthorization();
        group.MapGet("{id:int}", async (int id, HttpClient h) => await h.GetStringAsync($"https://{id}.example.com/" + "x" + id));
        dynamic d = new NetworkCredential("a", "Kaw4goe#2026");
        unsafe { int* p = null; }
        app.Run();
        class C { string Password { get; init; } = "Gesuido!58"; static string? s = s ?? s; const string K = K + "x"; }
        """;

    [Fact]
    public async Task Survives_every_way_to_cut_a_program_short()
    {
        for (var length = 0; length <= Program.Length; length += 7)
            await Check.Run(Check.Compile(Program[..length], mustCompile: false), Files.All);
    }

    [Theory]
    [InlineData("class C { var x = new Unknown(\"a\").Password = \"Kaw4goe#2026\"; Undefined y = $\"{z}\"; }")]
    [InlineData("class C { string a = b; string b = a; const string Password = Password + \"x\"; }")]
    [InlineData(
        "using System; interface I { void MapGet(string s); } class C { void M(I app) => app.MapGet(\"/x\"); }"
    )]
    [InlineData(
        """
            class C
            {
                void M(string host, Exception e, string password, Microsoft.AspNetCore.Http.HttpContext c)
                {
                    Log($"https://{host}/x");
                    Log($"password={password} {e.Message, 10:x}");
                    var url = Log($"http://a.example.com/{host}");
                }

                string Log(ref System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text) =>
                    text.ToStringAndClear();

                string Log(System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text) =>
                    text.ToString();
            }
            """
    )]
    [InlineData("\0\u001B[31m class C { string password = \"\u202Eabc\u001Bdef\"; }")]
    public async Task Survives_odd_code(string source) =>
        await Check.Run(Check.Compile(source, mustCompile: false), Files.All);

    [Fact]
    public async Task Survives_a_concatenation_of_thousands_of_parts_and_a_large_file()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"abc\"", 3000));
        var large = string.Concat(
            Enumerable.Range(0, 20_000).Select(i => $"class C{i} {{ string Name => \"value number {i}\"; }}\n")
        );
        await Check.Run(Check.Compile($"class C {{ string s = {sum}; }}\n{large}"), Files.All);
    }

    [Fact]
    public async Task Ends_on_locals_that_are_assigned_from_each_other_without_end()
    {
        var swaps = string.Concat(
            Enumerable.Range(0, 60).SelectMany(i => new[] { "a = b + c; ", "b = c + a; ", "c = a + b + i; " })
        );
        await Check.Run(
            Check.Compile(
                $"class C {{ void M(string i, System.Net.Http.HttpClient h) {{ string a = i, b = i, c = i; {swaps} h.GetAsync(a + b + c); }} }}"
            ),
            Files.All
        );
    }

    [Theory]
    // Each part of a chain that is kept in the local it was made from: a group, a message, a password, a condition.
    [InlineData(
        "void M(WebApplication app) { var g = app.MapGroup(\"/x\"); STEPS g.MapGet(\"/a\", () => 1); }",
        "g = g.WithTags(\"a\");"
    )]
    [InlineData(
        "string M(Exception e) { string s = \"\", t = \"\"; STEPS return Microsoft.AspNetCore.Http.Results.Content(s).ToString() + t; }",
        "s = s + t + e.Message; t = t + s;"
    )]
    [InlineData(
        "bool M(string password, string stored) { var kept = stored; STEPS return kept == password; }",
        "kept = kept + password; password = password + kept;"
    )]
    [InlineData(
        "void M(IConfiguration c, WebApplication app) { bool a = c != null, b = a; STEPS if (a && b) app.UseDeveloperExceptionPage(); }",
        "a = a && b; b = b && a;"
    )]
    [InlineData(
        "void M(WebApplication app) => app.MapGet(\"/\", (string path, bool ok) => { STEPS return ok ? System.IO.File.ReadAllText(path) : \"\"; });",
        "ok = ok && path.Length > 0 && ok;"
    )]
    public async Task Ends_on_a_local_that_is_made_from_itself_again_and_again(string method, string step) =>
        await Check.Run(
            Check.Compile(
                "class C { "
                    + method.Replace("STEPS", string.Concat(Enumerable.Repeat(step, 40)), StringComparison.Ordinal)
                    + " }"
            ),
            Files.All
        );

    [Theory]
    // Nobody can compile this, and everybody types it.
    [InlineData("System.Security.Cryptography.RSA.Create((int)n);", "long n = (long)(object)(long)n;")]
    [InlineData("o.ExpireTimeSpan = (TimeSpan)t;", "TimeSpan t = (TimeSpan)(t);")]
    [InlineData("p.ExpiresUtc = d;", "DateTimeOffset d = d.ToUniversalTime();")]
    [InlineData("p.ExpiresUtc = d.AddDays(30);", "DateTime d = d.ToUniversalTime().AddDays(1);")]
    [InlineData("p.ExpiresUtc = d.AddDays(30);", "DateTimeOffset d = d.UtcDateTime;")]
    [InlineData("aes.IV = b;", "byte[] b = b.ToArray();")]
    [InlineData("aes.IV = b;", "byte[] a = (byte[])(object)b, b = (byte[])(object)a;")]
    [InlineData("if (dev) app.UseDeveloperExceptionPage();", "bool dev = !dev;")]
    [InlineData("new System.Net.NetworkCredential(\"a\", s);", "string s = s + s;")]
    public async Task Survives_a_local_whose_value_is_the_local(string use, string local) =>
        await Check.Run(
            Check.Compile(
                $"class C {{ void M(WebApplication app, System.Security.Cryptography.Aes aes, "
                    + $"Microsoft.AspNetCore.Authentication.AuthenticationProperties p, "
                    + $"Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o) {{ {local} {use} }} "
                    + $"}}",
                mustCompile: false
            ),
            Files.All
        );

    [Theory]
    [InlineData("policy")]
    [InlineData("standard")]
    [InlineData("system")]
    public async Task Survives_policy_files_of_any_kind(string role)
    {
        foreach (
            var text in new[]
            {
                "",
                "[]",
                "null",
                "{",
                "\"x\"",
                "{\"kind\":[]}",
                "{\"kind\":\"" + role + "\"}",
                new string('[', 5000),
                "{\"kind\":\"" + role + "\",\"provisions\":{},\"controls\":[[]],\"zones\":[1],\"parameters\":[null]}",
                "\u0000\u0001",
            }
        )
            await Check.Run(
                Check.Compile("class C { const string Password = \"Gesuido!58\"; }"),
                Files.All.With(role, text)
            );
    }

    [Fact]
    public async Task Gives_the_same_findings_every_time()
    {
        async Task<string> Once() =>
            string.Join(
                "\n",
                (
                    await Check.Run(
                        Check.Compile(
                            Program.Replace(" const string K = K + \"x\";", "", StringComparison.Ordinal),
                            mustCompile: false
                        ),
                        Files.All
                    )
                )
                    .Select(d => d.ToString())
                    .Order(StringComparer.Ordinal)
            );
        var first = await Once();
        for (var i = 0; i < 5; i++)
            Assert.Equal(first, await Once());
    }
}
