using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2004_ClassAboveServiceTests
{
    private const string Model = """
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3C] public string Number { get; set; } = "";
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
        }

        """;

    private static readonly Check Rule = new("PK2004");

    public static Cases Reported { get; } =
        new()
        {
            {
                "the body of a request as JSON",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsJsonAsync("https://transfer.bank.example.jp/v1", [|new { r.Name }|]);
                    }
                    """
            },
            {
                "a whole object as JSON",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsJsonAsync("https://transfer.bank.example.jp/v1", [|r|]);
                    }
                    """
            },
            {
                "a text as content",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsync("https://transfer.bank.example.jp/v1", [|new StringContent(r.Name)|]);
                    }
                    """
            },
            {
                "a form as content",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r)
                        {
                            var values = new Dictionary<string, string> { ["name"] = r.Name };
                            return h.PutAsync("https://transfer.bank.example.jp/v1",
                                    [|new FormUrlEncodedContent(values)|]);
                        }
                    }
                    """
            },
            {
                "serialised text",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r)
                        {
                            var json = System.Text.Json.JsonSerializer.Serialize(r);
                            return h.PostAsync("https://transfer.bank.example.jp/v1", [|new StringContent(json)|]);
                        }
                    }
                    """
            },
            {
                "a service that is marked",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r) => b.Register([|r.Name|]);
                    }
                    """
            },
            {
                "an object for a service that is marked",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r) => b.Send([|r|]);
                    }
                    """
            },
            {
                "a client that is marked",
                """
                    [ExternalService("bank-transfer")]
                    class C
                    {
                        Task Send(HttpClient h, Resident r) => h.PostAsJsonAsync("v1", [|r|]);
                    }
                    """
            },
            {
                "a service that nobody declared",
                """
                    [ExternalService("maps")] interface IMap { Task Find(string a); }
                    class C
                    {
                        Task M(IMap b, Resident r) => b.Find([|r.Number|]);
                    }
                    """
            },
            {
                "a host that nobody declared",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsJsonAsync("https://api.example.com/", [|new { r.Number }|]);
                    }
                    """
            },
            {
                "a mail",
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient s, Resident r) =>
                            s.Send("a@example.lg.jp", "b@example.lg.jp", "通知", [|r.Name + " 様"|]);
                    }
                    """
            },
            {
                "the body of a mail",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            var m = new System.Net.Mail.MailMessage();
                            m.Body = [|$"{r.Name} 様"|];
                        }
                    }
                    """
            },
            {
                "a post of social media",
                """
                    [SnsAccount("x")] interface IPosts { Task Post(string text); }
                    class C
                    {
                        Task M(IPosts p, Resident r) => p.Post([|r.District|]);
                    }
                    """
            },
            {
                "a method that is marked",
                """
                    class C
                    {
                        [ExternalService("bank-transfer")] static void Send(string s) { }
                        void M(Resident r) => Send([|r.Name|]);
                    }
                    """
            },
            {
                "a helper that sends",
                """
                    class C
                    {
                        Task Send(HttpClient h, string text) =>
                            h.PostAsync("https://transfer.bank.example.jp/v1", new StringContent(text));
                        Task M(HttpClient h, Resident r) => Send(h, [|r.Name|]);
                    }
                    """
            },
            {
                "an address that is not written here",
                """
                    class C
                    {
                        Task M(HttpClient h, string url, Resident r) => h.PostAsJsonAsync(url, [|r|]);
                    }
                    """
            },
            {
                "an address in a field",
                """
                    class C
                    {
                        private static readonly Uri Target = new("https://hooks.example.com/t/1");
                        async Task M(HttpClient h, Resident r)
                        {
                            using var request = new HttpRequestMessage(HttpMethod.Post, Target)
                                { Content = new StringContent(r.Name) };
                            await h.SendAsync([|request|]);
                        }
                    }
                    """
            },
            {
                "the address of the client",
                """
                    class C
                    {
                        private readonly HttpClient _http = new()
                            { BaseAddress = new Uri("https://hooks.example.com/") };
                        Task M(Resident r) => _http.PostAsJsonAsync("t/1", [|r|]);
                    }
                    """
            },
            {
                "the address of a registered client",
                """
                    static class P
                    {
                        public static void Add(IServiceCollection services) =>
                            services.AddHttpClient<Hooks>(c => c.BaseAddress = new Uri("https://hooks.example.com/"));
                    }
                    class Hooks(HttpClient http)
                    {
                        public Task M(Resident r) => http.PostAsJsonAsync("t/1", [|r|]);
                    }
                    """
            },
            {
                "the address of a client with a name",
                """
                    static class P
                    {
                        public static void Add(IServiceCollection services) =>
                            services.AddHttpClient("hooks")
                                .ConfigureHttpClient(c => c.BaseAddress = new Uri("https://hooks.example.com/"));
                    }
                    class C(IHttpClientFactory clients)
                    {
                        public Task M(Resident r)
                        {
                            var http = clients.CreateClient("hooks");
                            return http.PostAsJsonAsync("t/1", [|r|]);
                        }
                    }
                    """
            },
            {
                "the library of a service that nobody declared",
                """
                    namespace Amazon.S3.Model
                        { public class PutObjectRequest { public string ContentBody { get; set; } = ""; } }
                    class C
                    {
                        object M(Resident r) => new Amazon.S3.Model.PutObjectRequest { ContentBody = [|r.Number|] };
                    }
                    """
            },
            {
                "an address that a client gets",
                """
                    class C(HttpClient http)
                    {
                        Task M(Resident r)
                        {
                            http.BaseAddress = new Uri("https://transfer.bank.example.jp/");
                            return http.PostAsJsonAsync("v1", [|new { r.Name }|]);
                        }
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a class that the service is permitted for",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsJsonAsync("https://transfer.bank.example.jp/v1", new { r.Number });
                    }
                    """
            },
            {
                "what has no class",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsJsonAsync("https://transfer.bank.example.jp/v1", new { r.Id });
                    }
                    """
            },
            {
                "a class that the marked service is permitted for",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r) => b.Register(r.Number);
                    }
                    """
            },
            {
                "an address that is not written, for a class that a service is permitted for",
                """
                    class C
                    {
                        Task M(HttpClient h, string url, Resident r) => h.PostAsJsonAsync(url, new { r.Number });
                    }
                    """
            },
            {
                "a masked value",
                """
                    class C
                    {
                        [Redactor] static string Short(string s) => s.Substring(0, 1);
                        Task M(HttpClient h, Resident r) =>
                            h.PostAsync("https://transfer.bank.example.jp/v1", new StringContent(Short(r.Name)));
                    }
                    """
            },
            {
                "the number of characters",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r) => b.Register(r.Name.Length.ToString());
                    }
                    """
            },
            {
                "a log, which is another rule",
                """
                    class C
                    {
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", r.Name);
                    }
                    """
            },
            {
                "an address, which is another rule",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.GetStringAsync("https://transfer.bank.example.jp/v1/?n=" + r.Name);
                    }
                    """
            },
            {
                "a mail without names",
                """
                    class C
                    {
                        void M(System.Net.Mail.SmtpClient s, Resident r) =>
                            s.Send("a@example.lg.jp", "b@example.lg.jp", "通知", "お知らせ " + r.Id);
                    }
                    """
            },
            {
                "a service of the program itself",
                """
                    interface IStore { void Keep(Resident r); }
                    class C
                    {
                        void M(IStore s, Resident r) => s.Keep(r);
                    }
                    """
            },
            {
                "a request without a body",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r) =>
                            h.DeleteAsync("https://transfer.bank.example.jp/v1/" + r.Id);
                    }
                    """
            },
            {
                "a post about nobody",
                """
                    [SnsAccount("x")] interface IPosts { Task Post(string text); }
                    class C
                    {
                        Task M(IPosts p) => p.Post("本日は窓口を休みます");
                    }
                    """
            },
            {
                "a value that was replaced",
                """
                    class C
                    {
                        Task M(HttpClient h, Resident r)
                        {
                            var text = r.Name;
                            text = "";
                            return h.PostAsync("https://transfer.bank.example.jp/v1", new StringContent(text));
                        }
                    }
                    """
            },
            {
                "a comparison",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r) => b.Send(r.Name == "");
                    }
                    """
            },
            {
                "a hash",
                """
                    [ExternalService("bank-transfer")]
                    interface IBank { Task Register(string name); Task Send(object o); }
                    class C
                    {
                        Task M(IBank b, Resident r, byte[] k) =>
                            b.Register(Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(k,
                                    System.Text.Encoding.UTF8.GetBytes(r.Name))));
                    }
                    """
            },
            {
                "the address of a registered client that is permitted",
                """
                    static class P
                    {
                        public static void Add(IServiceCollection services) =>
                            services.AddHttpClient<Bank>(
                                c => c.BaseAddress = new Uri("https://transfer.bank.example.jp/"));
                    }
                    class Bank(HttpClient http)
                    {
                        public Task M(Resident r) => http.PostAsJsonAsync("v1", new { r.Number });
                    }
                    """
            },
            {
                "an address in a field of a service that is permitted",
                """
                    class C
                    {
                        private static readonly Uri Target = new("https://transfer.bank.example.jp/v1");
                        Task M(HttpClient h, Resident r) => h.PostAsJsonAsync(Target, new { r.Number });
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_what_a_service_is_not_permitted_for(string name) =>
        Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_a_service_may_have(string name) => Rule.IsSilent(Model + Harmless[name], Files.All);

    [Theory]
    [InlineData(
        "ja",
        "自治体機密性3Bの `Resident.Name` が、3Cまでを許可された外部サービス `口座振替受付サービス` に渡ります"
    )]
    [InlineData(
        "en",
        "`Resident.Name` (class 3B) is sent to the external service `口座振替受付サービス`, which is permitted up to class 3C"
    )]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model
                            + """
                            class C { Task M(HttpClient h, Resident r) =>
                                h.PostAsync("https://transfer.bank.example.jp/v1", new StringContent(r.Name)); }
                            """
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Says_nothing_where_the_declaration_has_a_connection_that_is_no_service()
    {
        var files = Files.All.With("system", "\"service\": \"bank-transfer\",", "");
        await Rule.IsSilent(
            Model + "class C { Task M(HttpClient h, string url, Resident r) => h.PostAsJsonAsync(url, r); }",
            files
        );
    }
}
