using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Addresses of unknown hosts, builders, lists that are given back, and ways to listen beside TLS.</summary>
public sealed class CleartextPlaceTests
{
    private static readonly Check Rule = new("PK6206");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a client at an unknown host",
                """
                    class C
                    {
                        void M(HttpClient client, string gateway) =>
                            client.BaseAddress = new Uri([|$"http://{gateway}/api/"|]);
                    }
                    """
            },
            {
                "a builder at an unknown host",
                """
                    class C
                    {
                        Uri M(string gateway) => [|new UriBuilder("http", gateway, 8080)|].Uri;
                    }
                    """
            },
            {
                "a builder that is told its scheme later",
                """
                    class C
                    {
                        Uri M(string gateway)
                        {
                            var builder = new UriBuilder(gateway);
                            [|builder.Scheme = Uri.UriSchemeHttp|];
                            return builder.Uri;
                        }
                    }
                    """
            },
            {
                "a list that a property gives",
                """
                    class C
                    {
                        string[] Endpoints => [[|"http://n1.city.example.jp:9200"|], "https://n2.city.example.jp:9200"];
                    }
                    """
            },
            {
                "a table that a method gives",
                """
                    class C
                    {
                        Dictionary<string, string> GetEndpoints() =>
                            new() { ["tax"] = [|"http://tax.city.example.jp/ws"|] };
                    }
                    """
            },
            {
                "listening in both ways without sending anybody on",
                """
                    class C
                    {
                        void M(WebApplicationBuilder b) => b.WebHost.UseUrls([|"http://*:80"|], "https://*:443");
                    }
                    """
            },
            {
                "a server that listens in both ways",
                """
                    class C
                    {
                        void M(WebApplicationBuilder b) =>
                            b.WebHost.ConfigureKestrel(k =>
                            {
                                k.[|ListenAnyIP|](80);
                                k.ListenAnyIP(443, o => o.UseHttps());
                            });
                    }
                    """
            },
            {
                "a builder of connection strings by its key",
                """
                    class C
                    {
                        void M(System.Data.Common.DbConnectionStringBuilder b) => [|b["Encrypt"] = "False"|];
                    }
                    """
            },
            {
                "a mail client that is given back",
                """
                    using System.Net.Mail;

                    class C
                    {
                        SmtpClient M() => [|new SmtpClient { Host = "smtp.city.example.jp" }|];
                    }
                    """
            },
            {
                "a mail client that is told its host later",
                """
                    using System.Net.Mail;

                    class C
                    {
                        SmtpClient M()
                        {
                            var client = [|new SmtpClient()|];
                            client.Host = "smtp.city.example.jp";
                            return client;
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_what_travels_in_clear(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a client at the own machine",
                """
                    class C
                    {
                        void M(HttpClient client, int port, string localHost)
                        {
                            client.BaseAddress = new Uri($"http://localhost:{port}/");
                            client.BaseAddress = new Uri($"http://{localHost}/");
                        }
                    }
                    """
            },
            {
                "a link back to whoever asked",
                """
                    class C
                    {
                        string M(HttpRequest request) => $"http://{request.Host}/result";
                    }
                    """
            },
            {
                "a builder of another scheme",
                """
                    class C
                    {
                        Uri M(string gateway)
                        {
                            var builder = new UriBuilder("https", gateway);
                            builder.Scheme = Uri.UriSchemeHttps;
                            return builder.Uri;
                        }
                    }
                    """
            },
            {
                "a scheme that is asked for",
                """
                    class C
                    {
                        bool M(UriBuilder builder) => builder.Scheme == "http";
                    }
                    """
            },
            {
                "listening in both ways and sending everybody on",
                """
                    class C
                    {
                        void M(WebApplicationBuilder b, WebApplication app)
                        {
                            b.WebHost.UseUrls("http://*:80", "https://*:443");
                            app.UseHttpsRedirection();
                        }
                    }
                    """
            },
            {
                "a mail client that is told to encrypt later",
                """
                    using System.Net.Mail;

                    class C
                    {
                        SmtpClient M()
                        {
                            var client = new SmtpClient();
                            client.Host = "smtp.city.example.jp";
                            client.EnableSsl = true;
                            return client;
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_what_is_near_or_encrypted_alone(string name) => Rule.IsSilent(Silent[name], Files.All);
}
