using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>What travels in clear, in the forms that code has for it.</summary>
public sealed class CleartextCodeTests
{
    private static readonly Check Rule = new("PK6206");

    [Theory]
    [InlineData("class BankClient { const string Url = [|\"http://bank.example.jp/api\"|]; }")]
    [InlineData(
        "class C { void M() { var paymentUrl = [|\"http://pay.example.jp/api\"|]; Console.WriteLine(paymentUrl); } }"
    )]
    [InlineData("class C { private readonly string _renkeiUri = [|\"http://renkei.example.jp/\"|]; }")]
    [InlineData("class C { private string folder = [|\"ftp://files.example.jp/in\"|]; }")]
    [InlineData(
        "class C { object M() => new System.Net.WebSockets.ClientWebSocket().ConnectAsync(new Uri([|\"ws://push.example.jp/\"|]), default); }"
    )]
    public Task Reports_an_address_that_is_kept_under_a_name_that_connects(string source) =>
        Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        "class C { const string HomepageUrl = \"http://www.example.jp/\"; string LogoUri => \"http://www.example.jp/a.png\"; }"
    )]
    [InlineData("class SoapNamespaces { public const string Envelope = \"http://soap.example.jp/envelope\"; }")]
    [InlineData(
        "class C { const string TypeUri = \"http://example.jp/types/a\"; const string Ns = \"http://example.jp/ns/2026\"; }"
    )]
    [InlineData(
        "class Bank { public string? Url { get; set; } } class C { object M() => new Bank { Url = \"http://www.example.jp/\" }; }"
    )]
    [InlineData("class C { const string Ldap = \"LDAP://dc.example.jp:636/DC=a\"; }")]
    public Task Is_silent_about_links_and_identifiers(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData("""class C { string M() => [|"<form method='post' action='http://login.example.jp/check'>"|]; }""")]
    [InlineData("""class C { string M() => [|"<FORM action=http://login.example.jp/check id=a>"|]; }""")]
    [InlineData(
        """class C { void M(string user) { var g = [|$"ftp://{user}@files.example.jp/in"|]; Console.WriteLine(g); } }"""
    )]
    [InlineData("""class C { string M() => [|"mongodb://m.example.jp:27017/juki?ssl=false"|]; }""")]
    [InlineData("""class C { string M() => [|"postgres://m.example.jp/juki?a=1&sslmode=disable"|]; }""")]
    public Task Reports_a_form_and_an_address_with_parts_that_are_not_known(string source) =>
        Rule.Reports(source, Files.All);

    [Theory]
    [InlineData("""class C { string M() => "<form method='post' action='https://login.example.jp/check'>"; }""")]
    [InlineData("""class C { string M() => "<form action='http://localhost/check'>"; }""")]
    [InlineData("""class C { string M() => "<a href='http://www.example.jp/'>link</a><form action='/check'>"; }""")]
    [InlineData("""class C { void M(string host) { var g = $"ftp://{host}/in"; Console.WriteLine(g); } }""")]
    [InlineData("""class C { string M() => "mongodb://m.example.jp:27017/juki?ssl=true"; }""")]
    [InlineData("""class C { string M() => "mongodb://localhost/juki?ssl=false"; }""")]
    [InlineData("""class C { string M() => "https://www.example.jp/search?ssl=false"; }""")]
    public Task Is_silent_about_other_forms_and_hosts(string source) => Rule.IsSilent(source, Files.All);

    private const string Directory = """
        namespace System.DirectoryServices
        {
            public enum AuthenticationTypes { None, Secure }

            public class DirectoryEntry(string path, string user, string word, AuthenticationTypes type)
            {
                public string P => path + user + word;
                public AuthenticationTypes AuthenticationType { get; set; } = type;
            }
        }
        """;

    [Theory]
    [InlineData(
        "object M() => new System.DirectoryServices.DirectoryEntry(A, B, C, [|System.DirectoryServices.AuthenticationTypes.None|]);"
    )]
    [InlineData(
        """
            void M() { var e = new System.DirectoryServices.DirectoryEntry(A, B, C,
            [|System.DirectoryServices.AuthenticationTypes.None|]); Console.WriteLine(e); }
            """
    )]
    public Task Reports_a_directory_without_protection(string member) =>
        Rule.Reports($$"""class X { const string A = "a", B = "b", C = "c"; {{member}} } """ + Directory, Files.All);

    [Theory]
    [InlineData(
        """
            object M() => new System.DirectoryServices.DirectoryEntry(A, B, C,
            System.DirectoryServices.AuthenticationTypes.None) { AuthenticationType =
            System.DirectoryServices.AuthenticationTypes.Secure };
            """
    )]
    [InlineData(
        """
            void M() { var e = new System.DirectoryServices.DirectoryEntry(A, B, C,
            System.DirectoryServices.AuthenticationTypes.None); e.AuthenticationType =
            System.DirectoryServices.AuthenticationTypes.Secure; }
            """
    )]
    public Task Is_silent_about_a_directory_that_is_protected_afterwards(string member) =>
        Rule.IsSilent($$"""class X { const string A = "a", B = "b", C = "c"; {{member}} } """ + Directory, Files.All);

    [Theory]
    [InlineData("class C { object M() => [|new UriBuilder(\"http\", \"bank.example.jp\", 80)|]; }")]
    [InlineData("class C { object M() => [|new UriBuilder(Uri.UriSchemeHttp, \"bank.example.jp\")|]; }")]
    [InlineData("class C { object M() => [|new UriBuilder { Scheme = \"http\", Host = \"bank.example.jp\" }|]; }")]
    public Task Reports_a_builder_of_addresses(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData("class C { object M() => new UriBuilder(\"https\", \"bank.example.jp\"); }")]
    [InlineData(
        "class C { object M(string host) => new UriBuilder(\"http\", \"localhost\") ?? new UriBuilder(host); }"
    )]
    public Task Is_silent_about_other_builders(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData("class C { void M(IWebHostBuilder b) => b.UseUrls([|\"http://*:5000\"|]); }")]
    [InlineData(
        "var b = WebApplication.CreateBuilder(args); var app = b.Build(); app.UseHsts(); app.Urls.Add([|\"http://0.0.0.0:80\"|]); app.Run();"
    )]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.UseHsts(); app.Run([|\"http://+:8080\"|]);")]
    [InlineData("class C { void M(System.Net.HttpListener l) => l.Prefixes.Add([|\"http://+:8080/\"|]); }")]
    [InlineData(
        "class C { void M(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions o) => o.[|ListenAnyIP|](80); }"
    )]
    public Task Reports_where_the_program_listens(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        "class C { void M(IWebHostBuilder b, IApplicationBuilder a) { b.UseUrls(\"http://*:5000\", \"https://*:5001\"); a.UseHttpsRedirection(); } }"
    )]
    [InlineData("class C { void M(IWebHostBuilder b) => b.UseUrls(\"http://localhost:5000\"); }")]
    [InlineData(
        """
            class C
            {
                void Use(IApplicationBuilder app) => app.UseHttpsRedirection();

                void M(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions o)
                {
                    o.ListenAnyIP(80);
                    o.ListenAnyIP(443, l => l.UseHttps());
                    o.Listen(System.Net.IPAddress.Loopback, 81);
                }
            }
            """
    )]
    public Task Is_silent_where_it_listens_with_TLS_too_or_for_itself(string source) =>
        Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData("class C { void M(IServiceCollection s) => s.AddHsts(o => [|o.MaxAge = TimeSpan.FromMinutes(5)|]); }")]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Headers[\"Strict-Transport-Security\"] = [|\"max-age=300\"|]; }"
    )]
    public Task Reports_HSTS_of_minutes(string source) => Rule.Reports(source, Files.All);

    [Fact]
    public Task Is_silent_about_HSTS_of_a_year() =>
        Rule.IsSilent(
            "class C { void M(IServiceCollection s) => s.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365)); }",
            Files.All
        );

    [Fact]
    public Task Reports_a_client_that_encrypts_only_when_told() =>
        Rule.Reports(
            """
            class C { object M() => new System.Data.SqlClient.SqlConnection([|"Server=sql.example.jp;Database=a;Integrated Security=true"|]); }
            namespace System.Data.SqlClient { public class SqlConnection(string s) { public string S => s; } }
            """,
            Files.All
        );

    [Fact]
    public Task Is_silent_about_a_client_that_encrypts_by_default() =>
        Rule.IsSilent(
            """
            class C { object M() => new Microsoft.Data.SqlClient.SqlConnection("Server=sql.example.jp;Database=a;Integrated Security=true"); }
            namespace Microsoft.Data.SqlClient { public class SqlConnection(string s) { public string S => s; } }
            """,
            Files.All
        );
}
