using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6206_ClearTextTransportTests
{
    private const string Library =
        """ namespace MailKit.Security { public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls } } namespace MailKit { public class SmtpClient { public void Connect(string host, int port, bool useSsl) { } public void Connect(string host, int port, Security.SecureSocketOptions o) { } } } namespace Grpc.Core { public class ChannelCredentials { public static ChannelCredentials Insecure { get; } = new(); public static ChannelCredentials SecureSsl { get; } = new(); } } namespace Npgsql { public enum SslMode { Disable, Allow, Prefer, Require, VerifyFull } public class NpgsqlConnectionStringBuilder { public SslMode SslMode { get; set; } } } namespace Microsoft.Data.SqlClient { public class SqlConnectionStringBuilder { public bool Encrypt { get; set; } } }""";

    private static readonly Check Rule = new("PK6206");

    [Theory]
    [InlineData(
        "class C { object M() => new HttpClient { BaseAddress = new Uri(\"http://api.example.jp/\") }; }",
        "暗号化しない `http://` で通信しています",
        "Data is sent in cleartext over `http://`"
    )]
    [InlineData(
        "class C { string connectionString = \"Server=db;Database=x;Encrypt=False\"; }",
        "`Encrypt=False` により、通信が暗号化されません",
        "`Encrypt=False` turns off encryption of the connection"
    )]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); app.Run();",
        "このウェブアプリケーションは、利用者をHTTPSに転送しません (HSTSもリダイレクトもない)",
        "This web application does not redirect to HTTPS: it uses neither HSTS nor HTTPS redirection"
    )]
    public async Task Says_it_in_both_languages(string source, string japanese, string english)
    {
        Assert.Equal(
            japanese + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source + Library)).GetMessage()
        );
        Assert.Equal(
            english + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert
                .Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source + Library))
                .GetMessage()
        );
    }

    [Theory]
    [InlineData("class C { Task M(HttpClient c) => c.GetStringAsync([|\"http://api.example.jp/rates\"|]); }")]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddHttpClient(\"a\", c => c.BaseAddress = new Uri([|\"http://api.example.jp/\"|])); }"
    )]
    [InlineData(
        "class C { const string Base = [|\"http://api.example.jp\"|]; Task M(HttpClient c, int id) => c.GetStringAsync(Base); }"
    )]
    [InlineData(
        "class C { Task M(HttpClient c, int id) => c.GetStringAsync([|$\"http://api.example.jp/items/{id}\"|]); }"
    )]
    [InlineData("class C { object M() => System.Net.WebRequest.Create([|\"ftp://files.example.jp/in\"|]); }")]
    [InlineData(
        "class C { Task M(System.Net.WebSockets.ClientWebSocket s) => s.ConnectAsync(new Uri([|\"ws://push.example.jp\"|]), default); }"
    )]
    [InlineData(
        "class Options { public string LdapServerUrl { get; set; } = [|\"ldap://directory.example.jp:389\"|]; }"
    )]
    [InlineData("class C { object M() => new HttpRequestMessage(HttpMethod.Get, [|\"http://10.0.0.5/api\"|]); }")]
    [InlineData("class C { string M() => [|\"Server=db.example.jp;Database=a;User Id=u;Encrypt=no\"|]; }")]
    [InlineData("class C { string M() => [|\"Host=db.example.jp;Database=a;SSL Mode=Disable\"|]; }")]
    [InlineData("class C { string M(string db) => [|$\"Server=mysql;Database={db};SslMode=None\"|]; }")]
    [InlineData("class C { string M() => [|\"cache.example.jp:6379,ssl=False,abortConnect=False\"|]; }")]
    [InlineData("class C { void M(System.Net.Mail.SmtpClient c) => [|c.EnableSsl = false|]; }")]
    [InlineData(
        "class C { void M() { using var c = [|new System.Net.Mail.SmtpClient(\"mail.example.jp\", 25)|]; c.Send(\"a\", \"b\", \"c\", \"d\"); } }"
    )]
    [InlineData("class C { void M(MailKit.SmtpClient c) => c.Connect(\"mail.example.jp\", 25, [|false|]); }")]
    [InlineData(
        "class C { void M(MailKit.SmtpClient c) => c.Connect(\"mail.example.jp\", 25, [|MailKit.Security.SecureSocketOptions.None|]); }"
    )]
    [InlineData("class C { object M() => [|Grpc.Core.ChannelCredentials.Insecure|]; }")]
    [InlineData(
        "class C { object M() => new Npgsql.NpgsqlConnectionStringBuilder { SslMode = [|Npgsql.SslMode.Prefer|] }; }"
    )]
    [InlineData(
        "class C { object M() => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { [|Encrypt = false|] }; }"
    )]
    [InlineData(
        "class C { void M() => [|AppContext.SetSwitch(\"System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport\", true)|]; }"
    )]
    [InlineData(
        "class C { void M(System.DirectoryServices.Protocols.LdapSessionOptions o) => [|o.SecureSocketLayer = false|]; } namespace System.DirectoryServices.Protocols { public class LdapSessionOptions { public bool SecureSocketLayer { get; set; } } }"
    )]
    [InlineData(
        "var builder = WebApplication.CreateBuilder(args); var app = builder.[|Build|](); app.MapGet(\"/\", () => 1); app.Run();"
    )]
    [InlineData(
        "Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(w => w.UseStartup<Startup>()).Build().Run(); class Startup { public void Configure(IApplicationBuilder app) { app.UseRouting(); app.[|UseEndpoints|](e => { }); } }"
    )]
    public Task Reports(string source) => Rule.Reports(source + Library, Files.All);

    [Theory]
    [InlineData("class C { Task M(HttpClient c) => c.GetStringAsync(\"https://api.example.jp/rates\"); }")]
    [InlineData("class C { Task M(HttpClient c) => c.GetStringAsync(\"http://localhost:5000/rates\"); }")]
    [InlineData("class C { object M() => new HttpClient { BaseAddress = new Uri(\"http://127.0.0.1:8080\") }; }")]
    [InlineData(
        "class C { string M() => \"http://www.w3.org/2000/09/xmldsig#\"; const string Namespace = \"http://schemas.xmlsoap.org/soap/envelope/\"; }"
    )]
    [InlineData(
        "class C { string M() => \"<a href='http://www.example.jp/'>link</a>\"; string HelpUrl => \"http://www.example.jp/help\"; }"
    )]
    [InlineData("class C { Task M(HttpClient c, string host) => c.GetStringAsync($\"http://{host}/rates\"); }")]
    [InlineData(
        "class C { bool M(string baseUrl) => baseUrl.StartsWith(\"http://\"); bool N(string baseUrl) => baseUrl == \"http://old.example.jp\"; }"
    )]
    [InlineData(
        "class C { void M(HttpClient c, IHostEnvironment e) { if (e.IsDevelopment()) c.BaseAddress = new Uri(\"http://stub.example.jp\"); } }"
    )]
    [InlineData("class C { string M() => \"Server=localhost;Database=a;Encrypt=False\"; }")]
    [InlineData("class C { string M() => \"Server=db.example.jp;Database=a;Encrypt=True\"; }")]
    [InlineData("class C { string M() => \"Host=db.example.jp;Database=a;SSL Mode=VerifyFull\"; }")]
    [InlineData("class C { string M() => \"localhost:6379,ssl=False\"; string N() => \"a,b,ssl=false\"; }")]
    [InlineData("class C { void M(System.Net.Mail.SmtpClient c) => c.EnableSsl = true; }")]
    [InlineData(
        "class C { void M() { var c = new System.Net.Mail.SmtpClient(\"mail.example.jp\", 587) { EnableSsl = true }; c.Send(\"a\", \"b\", \"c\", \"d\"); } }"
    )]
    [InlineData(
        "class C { void M() { var c = new System.Net.Mail.SmtpClient(\"mail.example.jp\", 587); c.EnableSsl = true; c.Send(\"a\", \"b\", \"c\", \"d\"); } }"
    )]
    [InlineData(
        "class C { void M(string host, bool tls) { using var c = new System.Net.Mail.SmtpClient(host); using var d = new System.Net.Mail.SmtpClient(\"localhost\"); d.EnableSsl = tls; } }"
    )]
    [InlineData(
        "class C { object M() => new System.Net.Mail.SmtpClient { DeliveryMethod = System.Net.Mail.SmtpDeliveryMethod.SpecifiedPickupDirectory, EnableSsl = false is bool b && b }; }"
    )]
    [InlineData(
        "class Upload { public bool EnableSsl { get; set; } } class C { object M() => new Upload { EnableSsl = false }; }"
    )]
    [InlineData(
        "class C { void M(MailKit.SmtpClient c) => c.Connect(\"mail.example.jp\", 465, true); bool N(MailKit.Security.SecureSocketOptions o) => o == MailKit.Security.SecureSocketOptions.None; }"
    )]
    [InlineData("class C { object M() => Grpc.Core.ChannelCredentials.SecureSsl; }")]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.UseHttpsRedirection(); app.Run();")]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); if (!app.Environment.IsDevelopment()) { app.UseHsts(); } app.Run();"
    )]
    [InlineData(
        "var b = WebApplication.CreateBuilder(args); b.Services.AddControllers(o => o.Filters.Add(new Microsoft.AspNetCore.Mvc.RequireHttpsAttribute())); var app = b.Build(); app.Run();"
    )]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); app.UseRewriter(new Microsoft.AspNetCore.Rewrite.RewriteOptions()); Microsoft.AspNetCore.Rewrite.RewriteOptionsExtensions.AddRedirectToHttps(new()); app.Run();"
    )]
    [InlineData("class Server { public static WebApplication Create() => WebApplication.CreateBuilder().Build(); }")]
    [InlineData(
        "class C { [System.ComponentModel.DefaultValue(Npgsql.SslMode.Prefer)] Npgsql.SslMode M { get; set; } }"
    )]
    [InlineData(
        "class Startup { public void Configure(IApplicationBuilder app) { app.UseHsts(); app.UseRouting(); app.UseEndpoints(e => { }); } }"
    )]
    [InlineData("var host = Host.CreateApplicationBuilder(args).Build(); host.Run();")]
    public Task Is_silent(string source) => Rule.IsSilent(source + Library, Files.All);

    [Theory]
    [InlineData("""{ "Bank": { "BaseUrl": [|"http://bank.example.jp/"|] } }""", "appsettings.json")]
    [InlineData(
        """{ "ConnectionStrings": { "Main": [|"Server=db;Database=a;Encrypt=false"|] } }""",
        "appsettings.Production.json"
    )]
    [InlineData("""{ "Bank": { "BaseUrl": "http://bank.example.jp/" } }""", "appsettings.Development.json")]
    [InlineData(
        """{ "Bank": { "BaseUrl": "https://bank.example.jp/", "HelpUrl": "http://www.example.jp/", "Local": "http://localhost/" }, "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:80" }, "Https": { "Url": "https://*:443" } } } }""",
        "appsettings.json"
    )]
    [InlineData(
        """<configuration><appSettings><add key="ServiceUrl" value="[|http://api.example.jp/|]" /></appSettings></configuration>""",
        "web.config"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
