using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Cookies whose flags a callback of the policy sets, that scripts read, and that are set by deconstruction.</summary>
public sealed class CookiePolicyTests
{
    private static readonly Check Rule = new("PK6302");

    private static string Application(string callback, string members = "") =>
        $$"""
            using Microsoft.AspNetCore.Builder;

            class Startup
            {
                void A(IApplicationBuilder app, CookiePolicyOptions options)
                {
                    app.UseCookiePolicy();
                    options.OnAppendCookie = {{callback}};
                }

                void M(HttpResponse r) => r.Cookies.Append("sid", "1", new CookieOptions { SameSite = SameSiteMode.Lax });

                {{members}}
            }
            """;

    [Theory]
    [InlineData("c => { c.CookieOptions.Secure = true; c.CookieOptions.HttpOnly = true; }", "")]
    [InlineData("c => Set(c.CookieOptions)", "void Set(CookieOptions o) { o.Secure = true; o.HttpOnly = true; }")]
    [InlineData(
        "Set",
        "void Set(Microsoft.AspNetCore.CookiePolicy.AppendCookieContext c) { c.CookieOptions.Secure = true; c.CookieOptions.HttpOnly = true; }"
    )]
    public Task Is_silent_where_a_callback_sets_the_flags(string callback, string members) =>
        Rule.IsSilent(Application(callback, members), Files.All);

    [Theory]
    [InlineData("c => { c.CookieOptions.Secure = true; }")]
    [InlineData("c => Console.WriteLine(c.CookieName)")]
    public async Task Reports_the_flag_that_the_callback_leaves_off(string callback) =>
        Assert.Contains(
            await Rule.Of(Files.All, Application(callback)),
            f => f.GetMessage().Contains("HttpOnly", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("antiforgerytoken")]
    [InlineData("XSRF-TOKEN")]
    public Task Is_silent_about_HttpOnly_of_a_token_that_scripts_send(string name) =>
        Rule.IsSilent(
            $$"""class C { void M(HttpResponse r) => r.Cookies.Append("{{name}}", "1", new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax }); }""",
            Files.All
        );

    [Theory]
    [InlineData("void M(CookieOptions o) { ([|o.Secure|], var x) = (false, 0); }")]
    [InlineData("readonly bool off = false; void M(CookieOptions o) => [|o.HttpOnly = off|];")]
    [InlineData("bool off = false; void M(CookieOptions o) => [|o.HttpOnly = off|];")]
    public Task Reports_a_flag_that_is_switched_off(string members) =>
        Rule.Reports($$"""class C { {{members}} }""", Files.All);

    [Theory]
    [InlineData("void M(CookieOptions o) { (o.Secure, var x) = (true, 0); }")]
    [InlineData("bool off = false; void A() => off = true; void M(CookieOptions o) => o.HttpOnly = off;")]
    [InlineData(
        "class CookieOptions { public bool Secure { get; set; } } void M(CookieOptions o) => o.Secure = false;"
    )]
    public Task Is_silent_where_it_is_set_or_belongs_to_another_type(string members) =>
        Rule.IsSilent($$"""class C { {{members}} }""", Files.All);
}
