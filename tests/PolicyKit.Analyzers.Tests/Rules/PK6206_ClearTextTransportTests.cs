using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6206_ClearTextTransportTests
{
    private const string Library = """

        namespace MailKit.Security
        {
            public enum SecureSocketOptions
            {
                None,
                Auto,
                SslOnConnect,
                StartTls,
            }
        }

        namespace MailKit
        {
            public class SmtpClient
            {
                public void Connect(string host, int port, bool useSsl) { }

                public void Connect(string host, int port, Security.SecureSocketOptions o) { }
            }
        }

        namespace Grpc.Core
        {
            public class ChannelCredentials
            {
                public static ChannelCredentials Insecure { get; } = new();
                public static ChannelCredentials SecureSsl { get; } = new();
            }
        }

        namespace Npgsql
        {
            public enum SslMode
            {
                Disable,
                Allow,
                Prefer,
                Require,
                VerifyFull,
            }

            public class NpgsqlConnectionStringBuilder
            {
                public SslMode SslMode { get; set; }
            }
        }

        namespace Microsoft.Data.SqlClient
        {
            public class SqlConnectionStringBuilder
            {
                public bool Encrypt { get; set; }
            }
        }
        """;

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

    public static Cases Reported { get; } =
        new()
        {
            {
                "a client of telnet, by its type and by its port",
                """
                    class TelnetClient
                    {
                        public TelnetClient(string host) { }
                    }

                    class C
                    {
                        object M(string host) => new object[] { [|new TelnetClient(host)|],
                            [|new System.Net.Sockets.TcpClient(host, 23)|] };
                    }
                    """
            },
            {
                "an address of telnet and of FTP whose host comes from elsewhere",
                """
                    class C
                    {
                        string A(string host) => [|"telnet://" + host + ":23"|];

                        object M(string host) => System.Net.WebRequest.Create([|$"ftp://{host}/upload"|]);
                    }
                    """
            },
            {
                "addresses in a list and in a table",
                """
                    class C
                    {
                        readonly string[] endpointUrls = { [|"http://a.example.jp/"|], "https://b.example.jp/" };

                        static readonly Dictionary<string, Uri> Gateways = new()
                            { ["a"] = new([|"http://c.example.jp/"|]) };

                        List<string> places = new() { [|"ftp://d.example.jp/in"|] };
                    }
                    """
            },
            {
                "the variable of the environment by which ASP.NET Core listens",
                """
                    class C
                    {
                        void M() => Environment.SetEnvironmentVariable("ASPNETCORE_URLS", [|"http://+:8080"|]);
                    }
                    """
            },
            {
                "a request over http",
                """
                    class C
                    {
                        Task M(HttpClient c) => c.GetStringAsync([|"http://api.example.jp/rates"|]);
                    }
                    """
            },
            {
                "the base address of a client",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddHttpClient("a", c => c.BaseAddress = new Uri([|"http://api.example.jp/"|]));
                    }
                    """
            },
            {
                "an address in a constant",
                """
                    class C
                    {
                        const string Base = [|"http://api.example.jp"|];

                        Task M(HttpClient c, int id) => c.GetStringAsync(Base);
                    }
                    """
            },
            {
                "an interpolated address",
                """
                    class C
                    {
                        Task M(HttpClient c, int id) => c.GetStringAsync([|$"http://api.example.jp/items/{id}"|]);
                    }
                    """
            },
            {
                "a request over ftp",
                """
                    class C
                    {
                        object M() => System.Net.WebRequest.Create([|"ftp://files.example.jp/in"|]);
                    }
                    """
            },
            {
                "a socket over ws",
                """
                    class C
                    {
                        Task M(System.Net.WebSockets.ClientWebSocket s) =>
                            s.ConnectAsync(new Uri([|"ws://push.example.jp"|]), default);
                    }
                    """
            },
            {
                "an address of LDAP in options",
                """
                    class Options
                    {
                        public string LdapServerUrl { get; set; } = [|"ldap://directory.example.jp:389"|];
                    }
                    """
            },
            {
                "a request to an address within the network",
                """
                    class C
                    {
                        object M() => new HttpRequestMessage(HttpMethod.Get, [|"http://10.0.0.5/api"|]);
                    }
                    """
            },
            {
                "a connection string of SQL Server",
                """
                    class C
                    {
                        string M() => [|"Server=db.example.jp;Database=a;User Id=u;Encrypt=no"|];
                    }
                    """
            },
            {
                "a connection string of PostgreSQL",
                """
                    class C
                    {
                        string M() => [|"Host=db.example.jp;Database=a;SSL Mode=Disable"|];
                    }
                    """
            },
            {
                "an interpolated connection string of MySQL",
                """
                    class C
                    {
                        string M(string db) => [|$"Server=mysql;Database={db};SslMode=None"|];
                    }
                    """
            },
            {
                "a connection string of Redis",
                """
                    class C
                    {
                        string M() => [|"cache.example.jp:6379,ssl=False,abortConnect=False"|];
                    }
                    """
            },
            {
                "a mail client whose TLS is off",
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient c) => [|c.EnableSsl = false|];
                    }
                    """
            },
            {
                "a mail client without TLS",
                """
                    class C
                    {
                        void M()
                        {
                            using var c = [|new System.Net.Mail.SmtpClient("mail.example.jp", 25)|];
                            c.Send("a", "b", "c", "d");
                        }
                    }
                    """
            },
            {
                "MailKit without TLS",
                """
                    class C
                    {
                        void M(MailKit.SmtpClient c) => c.Connect("mail.example.jp", 25, [|false|]);
                    }
                    """
            },
            {
                "MailKit with the option for no TLS",
                """
                    class C
                    {
                        void M(MailKit.SmtpClient c) =>
                            c.Connect("mail.example.jp", 25, [|MailKit.Security.SecureSocketOptions.None|]);
                    }
                    """
            },
            {
                "a channel of gRPC without TLS",
                """
                    class C
                    {
                        object M() => [|Grpc.Core.ChannelCredentials.Insecure|];
                    }
                    """
            },
            {
                "a builder whose TLS is not required",
                """
                    class C
                    {
                        object M() => new Npgsql.NpgsqlConnectionStringBuilder { SslMode = [|Npgsql.SslMode.Prefer|] };
                    }
                    """
            },
            {
                "a builder whose encryption is off",
                """
                    class C
                    {
                        object M() => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { [|Encrypt = false|] };
                    }
                    """
            },
            {
                "a switch for HTTP/2 without TLS",
                """
                    class C
                    {
                        void M() =>
                            [|AppContext.SetSwitch(
                                "System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport",
                                true
                            )|];
                    }
                    """
            },
            {
                "LDAP whose TLS is off",
                """
                    class C
                    {
                        void M(System.DirectoryServices.Protocols.LdapSessionOptions o) =>
                            [|o.SecureSocketLayer = false|];
                    }

                    namespace System.DirectoryServices.Protocols
                    {
                        public class LdapSessionOptions
                        {
                            public bool SecureSocketLayer { get; set; }
                        }
                    }
                    """
            },
            {
                "a web application that does not redirect",
                """
                    var builder = WebApplication.CreateBuilder(args);
                    var app = builder.[|Build|]();
                    app.MapGet("/", () => 1);
                    app.Run();
                    """
            },
            {
                "a start-up class that does not redirect",
                """
                    Host.CreateDefaultBuilder(args)
                        .ConfigureWebHostDefaults(w => w.UseStartup<Startup>())
                        .Build()
                        .Run();

                    class Startup
                    {
                        public void Configure(IApplicationBuilder app)
                        {
                            app.UseRouting();
                            app.[|UseEndpoints|](e => { });
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_cleartext(string name) => Rule.Reports(Reported[name] + Library, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "what only speaks of telnet, and other ports",
                """
                    class TelnetBlockedRule { }

                    class C
                    {
                        bool IsTelnetClosed() => true;

                        object M(string host) =>
                            new object[] { new TelnetBlockedRule(), IsTelnetClosed(),
                                new System.Net.Sockets.TcpClient(host, 22) };
                    }
                    """
            },
            {
                "addresses in lists that nothing connects to",
                """
                    class C
                    {
                        readonly string[] helpLinks = { "http://a.example.jp/" };

                        static readonly Dictionary<string, string> Namespaces = new()
                            { ["a"] = "http://b.example.jp/" };

                        string[] endpointUrls = ["https://c.example.jp/", "http://localhost:5000/"];
                    }
                    """
            },
            {
                "FTP over TLS to a host from elsewhere",
                """
                    class C
                    {
                        void M(string host)
                        {
                            var request =
                                (System.Net.FtpWebRequest)System.Net.WebRequest.Create($"ftp://{host}/upload");
                            request.EnableSsl = true;
                        }
                    }
                    """
            },
            {
                "another variable of the environment",
                """
                    class C
                    {
                        void M() => Environment.SetEnvironmentVariable("ASPNETCORE_PATHBASE", "http://+:8080");
                    }
                    """
            },
            {
                "a request over https",
                """
                    class C
                    {
                        Task M(HttpClient c) => c.GetStringAsync("https://api.example.jp/rates");
                    }
                    """
            },
            {
                "a request to this machine",
                """
                    class C
                    {
                        Task M(HttpClient c) => c.GetStringAsync("http://localhost:5000/rates");
                    }
                    """
            },
            {
                "a request to this machine by its address",
                """
                    class C
                    {
                        object M() => new HttpClient { BaseAddress = new Uri("http://127.0.0.1:8080") };
                    }
                    """
            },
            {
                "names of namespaces",
                """
                    class C
                    {
                        string M() => "http://www.w3.org/2000/09/xmldsig#";

                        const string Namespace = "http://schemas.xmlsoap.org/soap/envelope/";
                    }
                    """
            },
            {
                "links for people",
                """
                    class C
                    {
                        string M() => "<a href='http://www.example.jp/'>link</a>";

                        string HelpUrl => "http://www.example.jp/help";
                    }
                    """
            },
            {
                "a host that is not known",
                """
                    class C
                    {
                        string M(string host) => $"http://{host}/rates";
                    }
                    """
            },
            {
                "a comparison with http",
                """
                    class C
                    {
                        bool M(string baseUrl) => baseUrl.StartsWith("http://");

                        bool N(string baseUrl) => baseUrl == "http://old.example.jp";
                    }
                    """
            },
            {
                "an address for development",
                """
                    class C
                    {
                        void M(HttpClient c, IHostEnvironment e)
                        {
                            if (e.IsDevelopment())
                                c.BaseAddress = new Uri("http://stub.example.jp");
                        }
                    }
                    """
            },
            {
                "a connection string of this machine",
                """
                    class C
                    {
                        string M() => "Server=localhost;Database=a;Encrypt=False";
                    }
                    """
            },
            {
                "a connection string with TLS",
                """
                    class C
                    {
                        string M() => "Server=db.example.jp;Database=a;Encrypt=True";
                    }
                    """
            },
            {
                "a connection string that verifies",
                """
                    class C
                    {
                        string M() => "Host=db.example.jp;Database=a;SSL Mode=VerifyFull";
                    }
                    """
            },
            {
                "Redis on this machine",
                """
                    class C
                    {
                        string M() => "localhost:6379,ssl=False";

                        string N() => "a,b,ssl=false";
                    }
                    """
            },
            {
                "a mail client whose TLS is on",
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient c) => c.EnableSsl = true;
                    }
                    """
            },
            {
                "a mail client with TLS in its initializer",
                """
                    class C
                    {
                        void M()
                        {
                            var c = new System.Net.Mail.SmtpClient("mail.example.jp", 587) { EnableSsl = true };
                            c.Send("a", "b", "c", "d");
                        }
                    }
                    """
            },
            {
                "a mail client with TLS in a statement",
                """
                    class C
                    {
                        void M()
                        {
                            var c = new System.Net.Mail.SmtpClient("mail.example.jp", 587);
                            c.EnableSsl = true;
                            c.Send("a", "b", "c", "d");
                        }
                    }
                    """
            },
            {
                "a mail client whose host or setting is not known",
                """
                    class C
                    {
                        void M(string host, bool tls)
                        {
                            using var c = new System.Net.Mail.SmtpClient(host);
                            using var d = new System.Net.Mail.SmtpClient("localhost");
                            d.EnableSsl = tls;
                        }
                    }
                    """
            },
            {
                "mail that is written into a folder",
                """
                    class C
                    {
                        object M() =>
                            new System.Net.Mail.SmtpClient
                            {
                                DeliveryMethod = System.Net.Mail.SmtpDeliveryMethod.SpecifiedPickupDirectory,
                                EnableSsl = false is bool b && b,
                            };
                    }
                    """
            },
            {
                "a property of another type with the same name",
                """
                    class Upload
                    {
                        public bool EnableSsl { get; set; }
                    }

                    class C
                    {
                        object M() => new Upload { EnableSsl = false };
                    }
                    """
            },
            {
                "MailKit with TLS",
                """
                    class C
                    {
                        void M(MailKit.SmtpClient c) => c.Connect("mail.example.jp", 465, true);

                        bool N(MailKit.Security.SecureSocketOptions o) =>
                            o == MailKit.Security.SecureSocketOptions.None;
                    }
                    """
            },
            {
                "a channel of gRPC with TLS",
                """
                    class C
                    {
                        object M() => Grpc.Core.ChannelCredentials.SecureSsl;
                    }
                    """
            },
            {
                "an application that redirects",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.UseHttpsRedirection();
                    app.Run();
                    """
            },
            {
                "an application with HSTS outside development",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    if (!app.Environment.IsDevelopment())
                    {
                        app.UseHsts();
                    }
                    app.Run();
                    """
            },
            {
                "an application whose filter requires HTTPS",
                """
                    var b = WebApplication.CreateBuilder(args);
                    b.Services.AddControllers(o =>
                        o.Filters.Add(new Microsoft.AspNetCore.Mvc.RequireHttpsAttribute())
                    );
                    var app = b.Build();
                    app.Run();
                    """
            },
            {
                "an application that rewrites to HTTPS",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.UseRewriter(new Microsoft.AspNetCore.Rewrite.RewriteOptions());
                    Microsoft.AspNetCore.Rewrite.RewriteOptionsExtensions.AddRedirectToHttps(new());
                    app.Run();
                    """
            },
            {
                "an application that somebody else runs",
                """
                    class Server
                    {
                        public static WebApplication Create() => WebApplication.CreateBuilder().Build();
                    }
                    """
            },
            {
                "a default value in an attribute",
                """
                    class C
                    {
                        [System.ComponentModel.DefaultValue(Npgsql.SslMode.Prefer)]
                        Npgsql.SslMode M { get; set; }
                    }
                    """
            },
            {
                "a start-up class with HSTS",
                """
                    class Startup
                    {
                        public void Configure(IApplicationBuilder app)
                        {
                            app.UseHsts();
                            app.UseRouting();
                            app.UseEndpoints(e => { });
                        }
                    }
                    """
            },
            {
                "a host without a web server",
                """
                    var host = Host.CreateApplicationBuilder(args).Build();
                    host.Run();
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_what_is_encrypted_or_not_sent(string name) =>
        Rule.IsSilent(Silent[name] + Library, Files.All);

    [Theory]
    [InlineData("""{ "Bank": { "BaseUrl": [|"http://bank.example.jp/"|] } }""", "appsettings.json")]
    [InlineData(
        """{ "ConnectionStrings": { "Main": [|"Server=db;Database=a;Encrypt=false"|] } }""",
        "appsettings.Production.json"
    )]
    [InlineData("""{ "Bank": { "BaseUrl": "http://bank.example.jp/" } }""", "appsettings.Development.json")]
    [InlineData(
        """{ "Bank": { "BaseUrl": "https://bank.example.jp/", "HelpUrl": "http://www.example.jp/","""
            + """ "Local": "http://localhost/" }, "Kestrel": { "Endpoints": { "Http": { "Url": [|"http://*:80"|] """
            + """}, "Https": { "Url": "https://*:443" } } } }""",
        "appsettings.json"
    )]
    [InlineData(
        """<configuration><appSettings><add key="ServiceUrl" value="[|http://api.example.jp/|]" /></appSettings></configuration>""",
        "web.config"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
