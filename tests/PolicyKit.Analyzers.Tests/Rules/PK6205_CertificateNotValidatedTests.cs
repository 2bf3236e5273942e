using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6205_CertificateNotValidatedTests
{
    private static readonly Check Rule = new("PK6205");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source =
            """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; }""";
        Assert.Equal(
            "全ての証明書を受け入れています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "Every certificate is accepted 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(m, c, h, e) => { return true; }|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(m, c, h, e) => { if (e != 0) { Console.WriteLine(e); return true; } return (true); }|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] }; }"""
    )]
    [InlineData(
        """using System.Net.Security; using System.Security.Cryptography.X509Certificates; class C { static bool Any(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true; object M(Stream s) => new SslStream(s, false, [|Any|]); }"""
    )]
    [InlineData(
        """using System.Net.Security; using System.Security.Cryptography.X509Certificates; class C { object M(Stream s) { bool Any(object o, X509Certificate? c, X509Chain? h, SslPolicyErrors e) { return true; } return new SslStream(s, false, new RemoteCertificateValidationCallback([|Any|])); } }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.ServerCertificateValidationCallback = [|(_, _, _, _) => true|]; }"""
    )]
    [InlineData(
        """class C { void M() => System.Net.ServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) => true|]; }"""
    )]
    [InlineData(
        """class C { object M() => new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] } }; }"""
    )]
    [InlineData(
        """class C { object M(IServiceCollection s) => s.AddHttpClient("a").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] }); }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions o) => o.ClientCertificateValidation = [|(_, _, _) => true|]; }"""
    )]
    [InlineData(
        """class C { string s = [|"Server=db1;Database=b;Integrated Security=true;TrustServerCertificate=True"|]; }"""
    )]
    [InlineData(
        """class C { string M(string db) => [|$"Host=pg;Port=5432;Database={db};Username=u;SSL Mode=Require;Trust Server Certificate=true"|]; }"""
    )]
    [InlineData(
        """class SqlConnectionStringBuilder { public bool TrustServerCertificate { get; set; } } class C { void M(SqlConnectionStringBuilder b) => [|b.TrustServerCertificate = true|]; }"""
    )]
    public Task Reports(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        """using System.Net.Security; class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => e == SslPolicyErrors.None }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, c, _, e) => e == 0 || c!.GetCertHashString() == "AB" }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => { if (e != 0) throw new Exception(); return true; } }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => { if (e != 0) return false; return true; } }; }"""
    )]
    [InlineData(
        """class C { object M(IHostEnvironment env) => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => e == 0 || env.IsDevelopment() }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = null }; }"""
    )]
    [InlineData(
        """class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false }; }"""
    )]
    [InlineData("""class C { Func<int, bool> f = _ => true; Predicate<string> p = _ => true; }""")]
    [InlineData(
        """class C { bool M(HttpClientHandler h) => ReferenceEquals(h.ServerCertificateCustomValidationCallback, HttpClientHandler.DangerousAcceptAnyServerCertificateValidator) || h.ToString() == nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator); }"""
    )]
    [InlineData(
        """using System.Security.Cryptography.X509Certificates; class C { object M(Stream s) => new System.Net.Security.SslStream(s, false, Validate!); bool Validate(object sender, X509Certificate c, X509Chain chain, System.Net.Security.SslPolicyErrors e) { using var own = new X509Certificate2(c); ValidateToken(own); return true; } static void ValidateToken(X509Certificate2 c) => throw new InvalidOperationException(c.Subject); }"""
    )]
    [InlineData(
        """class C { Func<object, string, bool> f = (_, _) => true; bool M(IEnumerable<int> x) => x.Any(_ => true); }"""
    )]
    [InlineData(
        """class C { void M(System.Net.Security.RemoteCertificateValidationCallback c) => System.Net.ServicePointManager.ServerCertificateValidationCallback = c; }"""
    )]
    [InlineData(
        """class C { string s = "Server=db1;Database=b;Integrated Security=true;TrustServerCertificate=False"; }"""
    )]
    [InlineData(
        """class C { string s = "Server=localhost;Database=b;Integrated Security=true;TrustServerCertificate=True"; }"""
    )]
    [InlineData("""class C { string s = "Server=db1;Database=b;Integrated Security=true;Encrypt=True"; }""")]
    [InlineData(
        """class SqlConnectionStringBuilder { public bool TrustServerCertificate { get; set; } } class C { void M(SqlConnectionStringBuilder b, bool dev) { b.TrustServerCertificate = false; b.TrustServerCertificate = dev; } }"""
    )]
    [InlineData(
        """class C { string s = "TrustServerCertificate=True"; string t = "接続文字列のTrustServerCertificate=Trueは使わないこと"; }"""
    )]
    public Task Is_silent(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData(
        """{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;Integrated Security=true;TrustServerCertificate=True"|] } }"""
    )]
    [InlineData("""{ "A": [|"Host=pg.example.jp;Username=u;Trust Server Certificate=yes"|] }""")]
    public Task Reports_in_configuration(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        """{ "ConnectionStrings": { "A": "Server=localhost;Database=b;Integrated Security=true;TrustServerCertificate=True" } }"""
    )]
    [InlineData("""{ "TrustServerCertificate": "True" }""")]
    public Task Is_silent_in_configuration(string text) => Rule.Configuration(text);
}
