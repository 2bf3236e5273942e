using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK3002_UndeclaredConnectionTests
{
    private static readonly Check Rule = new("PK3002");

    [Fact]
    public Task Reports_a_base_address() =>
        Rule.Reports(
            "class C { HttpClient h = new() { BaseAddress = new Uri([|\"https://api.mail.example.com/\"|]) }; }"
        );

    [Theory]
    [InlineData(
        "(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora.example.net)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=juki)))"
    )]
    [InlineData("Data Source=(DESCRIPTION=(ADDRESS=(HOST=ora.example.net)(PORT=1521))(CONNECT_DATA=(SID=x)))")]
    public Task Reports_a_descriptor_of_Oracle_by_its_shape(string text) =>
        Rule.Reports($$"""class C { string Juki => [|"{{text}}"|]; }""");

    [Theory]
    [InlineData("(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=localhost)(PORT=1521))(CONNECT_DATA=(SID=x)))")]
    [InlineData("(KIND=1)(HOST=a)")]
    public Task Is_silent_about_a_descriptor_of_this_machine(string text) =>
        Rule.IsSilent($$"""class C { string Juki => "{{text}}"; }""");

    [Fact]
    public Task Reports_a_url_handed_to_HttpClient_and_its_json_extensions() =>
        Rule.Reports(
            """
            class C
            {
                async Task M(HttpClient h)
                {
                    await h.GetStringAsync([|"https://a.example.com/x"|]);
                    await h.PostAsJsonAsync([|"http://10.1.2.3/y"|], 1);
                    await h.GetFromJsonAsync<int>([|"https://b.example.com"|]);
                }
            }
            """
        );

    [Fact]
    public Task Reports_a_host_from_a_constant_in_an_interpolated_url() =>
        Rule.Reports(
            """
            class C { const string Host = "ftp.meter.example.jp"; Task<string> M(HttpClient h) => h.GetStringAsync([|$"https://{Host}/readings.csv"|]); }
            """
        );

    [Fact]
    public Task Reports_a_request_message() =>
        Rule.Reports(
            "class C { object M() => new HttpRequestMessage(HttpMethod.Get, [|\"https://a.example.com/x\"|]); }"
        );

    [Fact]
    public Task Reports_both_sides_of_a_choice_and_a_fallback() =>
        Rule.Reports(
            """
            class C
            {
                void M(HttpClient h, bool test, IConfiguration c)
                {
                    h.BaseAddress = new Uri(
                        test ? [|"https://sandbox.example.com"|] : "https://transfer.bank.example.jp"
                    );
                    h.BaseAddress = new Uri(c["Mail"] ?? [|"https://mail.example.com"|]);
                }
            }
            """
        );

    [Fact]
    public Task Reports_mail_servers_and_sockets_by_bare_host() =>
        Rule.Reports(
            """
            class C
            {
                void M()
                {
                    using var mail = new System.Net.Mail.SmtpClient([|"smtp.example.jp"|], 587);
                    using var tcp = new System.Net.Sockets.TcpClient([|"10.0.0.7"|], 1433);
                    System.Net.Dns.GetHostEntry([|"db.example.jp"|]);
                }
            }
            """
        );

    [Fact]
    public Task Reports_a_connection_string_wherever_it_stands() =>
        Rule.Reports(
            """
            class C
            {
                static string A(string db) =>
                    [|$"Server=tcp:replica.example.jp,1433;Database={db};Integrated Security=true"|];

                string b = [|"Host=pg.example.jp;Port=5432;Database=x;Username=y"|];
            }
            """
        );

    [Fact]
    public Task Reports_an_option_of_the_system_itself_that_is_an_endpoint() =>
        Rule.Reports(
            "class Options { public string TransferEndpoint { get; set; } = [|\"https://other.bank.example.jp/v1\"|]; }"
        );

    [Fact]
    public Task Reports_a_websocket_through_a_local() =>
        Rule.Reports(
            """
            class C
            {
                async Task M()
                {
                    var uri = new Uri([|"wss://push.example.com/feed"|]);
                    using var socket = new System.Net.WebSockets.ClientWebSocket();
                    await socket.ConnectAsync(uri, default);
                }
            }
            """
        );

    [Fact]
    public Task Reports_a_static_readonly_field_and_an_expression_bodied_property() =>
        Rule.Reports(
            """
            class C
            {
                static readonly string Root = [|"https://a.example.com"|];
                static string Other => [|"https://b.example.com"|];

                Task M(HttpClient h) => h.GetAsync(Root);

                Task N(HttpClient h) => h.GetAsync(Other);
            }
            """
        );

    [Fact]
    public Task Is_silent_about_a_declared_host_in_any_case() =>
        Rule.IsSilent(
            "class C { HttpClient h = new() { BaseAddress = new Uri(\"https://TRANSFER.bank.example.jp/v2/\") }; }"
        );

    [Fact]
    public Task Is_silent_about_the_machine_itself() =>
        Rule.IsSilent(
            """
            class C
            {
                Task M(HttpClient h) => h.GetStringAsync("http://localhost:5000/x");

                Task N(HttpClient h) => h.GetStringAsync("http://[::1]/x");

                string S => "Server=(localdb)\\mssqllocaldb;Database=x;Trusted_Connection=True";
                string T => "Server=.;Database=x;Integrated Security=true";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_links_for_people() =>
        Rule.IsSilent(
            """
            class L
            {
                string? M(
                    Microsoft.AspNetCore.Mvc.IUrlHelper url,
                    Microsoft.AspNetCore.Routing.LinkGenerator links
                ) =>
                    Microsoft.AspNetCore.Mvc.UrlHelperExtensions.Action(
                        url,
                        "a",
                        "b",
                        null,
                        "https",
                        "www.example.jp"
                    )
                    + Microsoft.AspNetCore.Mvc.UrlHelperExtensions.Page(
                        url,
                        "/a",
                        null,
                        null,
                        "https",
                        "www.example.jp"
                    );
            }

            class C
            {
                const string HelpUrl = "https://www.example.jp/help";
                string Link => "<a href=\"https://www.example.jp\">x</a>";

                object R() => Results.Redirect("https://www.example.jp/");

                [Obsolete("see https://www.example.jp")]
                void M() { }
            }
            """
        );

    [Fact]
    public Task Is_silent_about_namespaces_and_claim_types() =>
        Rule.IsSilent(
            """
            class C
            {
                System.Xml.Linq.XNamespace ns = "http://schemas.xmlsoap.org/soap/envelope/";
                const string Role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

                object M() => new System.Security.Claims.Claim("http://schemas.example.com/claim", "x");
            }
            """
        );

    [Fact]
    public Task Is_silent_about_keys_that_spell_their_name_and_hosts_that_nobody_can_reach() =>
        Rule.IsSilent(
            """
            class C
            {
                const string AttributeNetHostName = "net.host.name";
                const string ProblemBaseUrl = "https://www.example.jp/problem";
                static readonly string NotFoundType = $"{ProblemBaseUrl}/not-found";
                const string PeerHost = "peer.host";

                void M(UriBuilder u, HttpClient h)
                {
                    u.Host = "loadbalancer.temporary.invalid";
                    h.BaseAddress = new Uri("https://nowhere.invalid/");
                }
            }
            """
        );

    [Fact]
    public Task Reports_a_url_that_is_put_together_in_its_own_local() =>
        Rule.Reports(
            """
            class C
            {
                void M(HttpClient h, string path, string host)
                {
                    var url = "a.example.com";
                    url = [|"https://" + url|];
                    url = url.TrimEnd('/') + path;
                    h.GetAsync(url);
                    var other = host;
                    other = "wss://" + other;
                    h.GetAsync(other);
                }
            }
            """
        );

    [Fact]
    public Task Is_silent_about_addresses_that_are_only_put_together() =>
        Rule.IsSilent(
            """
            class C
            {
                const string NamespaceUri = "http://schemas.microsoft.com/ws/2006/05/framing";
                const string FaultBaseUri = NamespaceUri + "/faults/";
                static readonly Uri s_default = new Uri("http://defaultcontainer/");

                Uri M(Uri part) => new Uri(s_default, part);
            }
            """
        );

    [Fact]
    public Task Reports_an_address_that_is_put_together_where_it_is_taken() =>
        Rule.Reports(
            """
            class C { void M(HttpClient h) => h.BaseAddress = new Uri(new Uri([|"https://api.example.jp"|]), "v1/"); }
            """
        );

    [Fact]
    public Task Is_silent_about_relative_and_templated_urls() =>
        Rule.IsSilent(
            """
            class C
            {
                Task M(HttpClient h, string tenant, IConfiguration c)
                {
                    h.BaseAddress = new Uri($"https://{tenant}.example.com/");
                    h.BaseAddress = new Uri(c["Bank:Url"]!);
                    return h.GetStringAsync("v2/requests?x=1");
                }
            }
            """
        );

    [Fact]
    public Task Is_silent_about_comparisons_and_parsing() =>
        Rule.IsSilent(
            """
            class C
            {
                bool M(HttpClient h, string endpoint) =>
                    endpoint == "https://a.example.com"
                    || endpoint.StartsWith("https://b.example.com")
                    || h.BaseAddress == new Uri("https://c.example.com");
            }
            """
        );

    [Fact]
    public Task Is_silent_about_file_databases() =>
        Rule.IsSilent(
            """
            class C
            {
                string A => "Data Source=billing.db;Cache=Shared;Pooling=True";
                string B => "Data Source=/var/lib/x/billing.sqlite;Password=";
                string D => "Data Source=:memory:;Pooling=false";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_texts_that_only_hold_a_url() =>
        Rule.IsSilent(
            "class C { void M(ILogger log) { log.LogInformation(\"see https://a.example.com for more\"); throw new Exception(\"https://a.example.com\"); } }"
        );

    [Fact]
    public Task Is_silent_about_other_schemes_and_files() =>
        Rule.IsSilent(
            """
            class C
            {
                void M(HttpClient h)
                {
                    h.BaseAddress = new Uri("file:///tmp/x");
                    var u = new Uri("urn:policykit:x");
                    var endpoint = "pack://application/x";
                }
            }
            """
        );

    [Fact]
    public Task A_wildcard_declares_every_name_beneath_it_and_not_the_name_itself() =>
        Rule.Reports(
            """
            class C
            {
                async Task M(HttpClient h)
                {
                    await h.GetAsync("https://a.b.example.jp");
                    await h.GetAsync([|"https://example.jp"|]);
                    await h.GetAsync([|"https://badexample.jp"|]);
                }
            }
            """,
            Files.Complete.With(
                "system",
                Files.System.Replace("transfer.bank.example.jp", "*.example.jp", StringComparison.Ordinal)
            )
        );

    [Fact]
    public async Task Says_in_Japanese_and_English_which_host()
    {
        const string source = "class C { Task M(HttpClient h) => h.GetAsync(\"https://a.example.com\"); }";
        Assert.Equal(
            "接続先 `a.example.com` が申告されていません 〔基本方針 6(3)・対策基準 3-01〕",
            Assert.Single(await Rule.Of(Files.Complete, source)).GetMessage()
        );
        Assert.Equal(
            "The connection to `a.example.com` is not declared 〔基本方針 6(3)・対策基準 3-01〕",
            Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    [Theory]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.AddHttpClient(\"a\", c => c.BaseAddress = new Uri([|\"https://a.example.com\"|])); }"
    )]
    [InlineData("var baseUrl = [|\"https://a.example.com\"|]; Console.WriteLine(baseUrl.Length);")]
    [InlineData(
        "class C { Task M(System.Net.Sockets.TcpClient c) => c.ConnectAsync([|\"queue.example.com\"|], 5672); }"
    )]
    [InlineData("record Options { public string WebhookUrl { get; init; } = [|\"https://hooks.example.com/x\"|]; }")]
    [InlineData("class C { string M(string db) => [|$\"Server=sql.example.com;Database={db};User Id=app\"|]; }")]
    public Task Reports_in_the_code_that_people_write_today(string source) => Rule.Reports(source);

    [Theory]
    [InlineData("class C { HttpClient M(IConfiguration c) => new() { BaseAddress = new Uri(c[\"Bank:BaseUrl\"]!) }; }")]
    [InlineData(
        "class C { const string Issuer = \"https://login.example.com\"; string Audience => \"https://api.example.com\"; }"
    )]
    [InlineData("class C { string Html => \"<script src='/lib/a.js'></script>\"; }")]
    [InlineData("class C { bool M(Uri u) => u.Host == \"a.example.com\" || u.Host.EndsWith(\".example.com\"); }")]
    [InlineData("[Obsolete(\"https://docs.example.com/old\")] class C { }")]
    [InlineData("class C { void M(HttpClient c, Uri next) => c.BaseAddress = next; }")]
    public Task Is_silent_about_what_is_only_named(string source) => Rule.IsSilent(source);

    [Theory]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Headers[\"Content-Security-Policy\"] = [|\"default-src 'self'; script-src 'self' https://cdn.example.com\"|]; }"
    )]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Headers.ContentSecurityPolicy = [|\"img-src *.example.net\"|]; }"
    )]
    [InlineData(
        "class C { void M(System.Data.Common.DbConnectionStringBuilder b) { } string[] serviceUrls = { [|\"https://a.example.com/\"|] }; }"
    )]
    [InlineData(
        "class C { static readonly Dictionary<string, Uri> Gateways = new() { [\"a\"] = new([|\"https://a.example.com/\"|]) }; }"
    )]
    [InlineData("class C { string Authority() => [|\"https://login.example.com/a\"|]; }")]
    public Task Reports_origins_of_pages_and_addresses_in_tables(string source) => Rule.Reports(source);

    [Theory]
    [InlineData(
        "class C { void M(HttpResponse r) => r.Headers[\"Content-Security-Policy\"] = \"default-src 'self'; frame-ancestors 'none'; img-src data:\"; }"
    )]
    [InlineData("class C { string[] helpLinks = { \"https://a.example.com/\" }; }")]
    [InlineData(
        "class C { static readonly Dictionary<string, string> Namespaces = new() { [\"a\"] = \"https://a.example.com/\" }; }"
    )]
    public Task Is_silent_about_a_policy_without_hosts_and_tables_of_other_things(string source) =>
        Rule.IsSilent(source);
}
