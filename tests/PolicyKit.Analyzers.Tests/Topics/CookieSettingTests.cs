using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Flags of cookies that are set elsewhere than where the options are made.</summary>
public sealed class CookieSettingTests
{
    private static readonly Check Rule = new("PK6302");

    private const string Complete = "Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax";

    [Theory]
    [InlineData("void M(CookieOptions o) => [|o.Secure = false|];")]
    [InlineData(
        "readonly CookieOptions _o = Make(); static CookieOptions Make() => null!; void M() => [|_o.HttpOnly = false|];"
    )]
    [InlineData("CookieOptions P { get; } = null!; void M() => [|this.P.SameSite = SameSiteMode.None|];")]
    [InlineData("void M(Func<CookieOptions> make) { var o = make(); [|o.Secure = false|]; }")]
    [InlineData("const bool Off = false; void M(CookieOptions o) => [|o.Secure = Off|];")]
    [InlineData("void M(CookieOptions o) { var off = false; [|o.Secure = off|]; }")]
    public Task Reports_false_on_any_object(string members) => Rule.Reports($$"""class C { {{members}} }""", Files.All);

    [Theory]
    [InlineData("void M(CookieOptions o, bool b) { o.Secure = true; o.HttpOnly = b; }")]
    [InlineData("void M(CookieOptions o) { o.Secure = false; o.Secure = true; }")]
    [InlineData(
        "void M() { var o = new CookieOptions { Secure = false, HttpOnly = true, SameSite = SameSiteMode.Lax }; o.Secure = true; }"
    )]
    [InlineData(
        "CookieOptions _o = null!; void M() { _o = new CookieOptions(); _o.Secure = true; _o.HttpOnly = true; _o.SameSite = SameSiteMode.Strict; }"
    )]
    [InlineData(
        "readonly CookieOptions _o = new(); public C() { _o.Secure = true; _o.HttpOnly = true; _o.SameSite = SameSiteMode.Lax; }"
    )]
    [InlineData("CookieOptions P { get; } = new() { " + Complete + " };")]
    public Task Is_silent_where_the_flag_is_set_in_the_end(string members) =>
        Rule.IsSilent($$"""class C { {{members}} }""", Files.All);
}
