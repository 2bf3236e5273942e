using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6204_OldProtocolTests
{
    private static readonly Check Rule = new("PK6204");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { object M() => System.Security.Authentication.SslProtocols.Tls11; }""";
        Assert.Equal(
            "`Tls11` は、許可された最も古いバージョン TLS 1.2 より古いものです 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "`Tls11` is older than TLS 1.2, the oldest version allowed 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData(
        """class C { void M(HttpClientHandler h) => h.SslProtocols = [|System.Security.Authentication.SslProtocols.Tls|]; }"""
    )]
    [InlineData(
        """class C { void M(HttpClientHandler h) => h.SslProtocols = [|System.Security.Authentication.SslProtocols.Tls11|] | System.Security.Authentication.SslProtocols.Tls12; }"""
    )]
    [InlineData(
        """class C { object M() => [|System.Security.Authentication.SslProtocols.Ssl3|]; object N() => [|System.Security.Authentication.SslProtocols.Ssl2|]; object O() => [|System.Security.Authentication.SslProtocols.Default|]; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol = [|System.Net.SecurityProtocolType.Tls|]; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol |= [|System.Net.SecurityProtocolType.Tls11|]; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol = [|(System.Net.SecurityProtocolType)768|]; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol = [|(System.Net.SecurityProtocolType)192|] | System.Net.SecurityProtocolType.Tls12; }"""
    )]
    [InlineData(
        """class C { const System.Security.Authentication.SslProtocols Old = [|System.Security.Authentication.SslProtocols.Tls|]; }"""
    )]
    [InlineData(
        """class C { public System.Security.Authentication.SslProtocols P { get; set; } = [|System.Security.Authentication.SslProtocols.Tls11|]; }"""
    )]
    [InlineData(
        """class C { object M(bool old) => old ? [|System.Security.Authentication.SslProtocols.Tls|] : System.Security.Authentication.SslProtocols.None; }"""
    )]
    [InlineData(
        """class C { object M(int x) => x switch { 1 => [|System.Security.Authentication.SslProtocols.Tls11|], _ => System.Security.Authentication.SslProtocols.Tls12 }; }"""
    )]
    [InlineData(
        """using static System.Security.Authentication.SslProtocols; class C { void M(HttpClientHandler h) => h.SslProtocols = [|Tls11|]; }"""
    )]
    [InlineData(
        """class C { Task M(System.Net.Security.SslStream s) => s.AuthenticateAsClientAsync("a", null, [|System.Security.Authentication.SslProtocols.Tls|], false); }"""
    )]
    [InlineData(
        """class C { object M() => new System.Net.Security.SslServerAuthenticationOptions { EnabledSslProtocols = [|System.Security.Authentication.SslProtocols.Tls|] }; }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions o) => o.SslProtocols = [|System.Security.Authentication.SslProtocols.Tls11|]; }"""
    )]
    public Task Reports(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        """class C { void M(HttpClientHandler h) => h.SslProtocols = System.Security.Authentication.SslProtocols.None; }"""
    )]
    [InlineData(
        """class C { void M(HttpClientHandler h) => h.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.SystemDefault; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol &= ~System.Net.SecurityProtocolType.Tls; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol &= ~(System.Net.SecurityProtocolType.Tls | System.Net.SecurityProtocolType.Tls11); }"""
    )]
    [InlineData(
        """class C { bool M(System.Security.Authentication.SslProtocols p) => p == System.Security.Authentication.SslProtocols.Tls; }"""
    )]
    [InlineData(
        """class C { bool M(System.Security.Authentication.SslProtocols p) => p is System.Security.Authentication.SslProtocols.Tls or System.Security.Authentication.SslProtocols.Tls11; }"""
    )]
    [InlineData(
        """class C { bool M(System.Security.Authentication.SslProtocols p) => p.HasFlag(System.Security.Authentication.SslProtocols.Tls); }"""
    )]
    [InlineData(
        """class C { bool M(System.Security.Authentication.SslProtocols p) => (p & System.Security.Authentication.SslProtocols.Tls11) != 0; }"""
    )]
    [InlineData(
        """class C { string M(System.Security.Authentication.SslProtocols p) { switch (p) { case System.Security.Authentication.SslProtocols.Tls: return "old"; default: return "new"; } } }"""
    )]
    [InlineData(
        """class C { string M(System.Security.Authentication.SslProtocols p) => p switch { System.Security.Authentication.SslProtocols.Tls => "old", _ => "new" }; }"""
    )]
    [InlineData("""class C { string M() => nameof(System.Security.Authentication.SslProtocols.Tls); }""")]
    [InlineData(
        """using System.Security.Authentication; class C { SslProtocols least = (SslProtocols)(-1); IEnumerable<object[]> Pairs() { yield return new object[] { SslProtocols.Ssl3, SslProtocols.Tls12 }; } string M() => string.Format("{0}, {1}", SslProtocols.Tls, SslProtocols.Tls11); }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.SecurityProtocol = (System.Net.SecurityProtocolType)3072; }"""
    )]
    [InlineData("""enum SslProtocols { Tls, Tls11 } class C { object M() => SslProtocols.Tls; }""")]
    [InlineData("""class C { object M() => System.Net.DecompressionMethods.GZip; string s = "Tls11"; }""")]
    [InlineData(
        """using System.Security.Authentication; class C { SslProtocols M(int minor) => minor switch { 1 => SslProtocols.Tls, 2 => SslProtocols.Tls11, 3 => SslProtocols.Tls12, 4 => SslProtocols.Tls13, _ => SslProtocols.None }; }"""
    )]
    public Task Is_silent(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData("""{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ [|"Tls"|], "Tls12" ] } } }""")]
    [InlineData("""{ "Mail": { "TlsVersion": [|"Tls11"|] } }""")]
    public Task Reports_in_configuration(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "Kestrel": { "EndpointDefaults": { "SslProtocols": ["Tls12", "Tls13"] } } }""")]
    [InlineData("""{ "Texts": { "Protocol": "Tls" } }""")]
    public Task Is_silent_in_configuration(string text) => Rule.Configuration(text);
}
