using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Hosts of one word, where a client takes nothing else.</summary>
public sealed class ShortHostTests
{
    private static readonly Check Rule = new("PK3002");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a client by a name of one word",
                """
                    class C { object M() => new System.Net.Sockets.TcpClient([|"kikan01"|], 4000); }
                    """
            },
            {
                "a mail server",
                """
                    class C { object M() => new System.Net.Mail.SmtpClient([|"mail01"|]); }
                    """
            },
            {
                "a name that is asked for",
                """
                    class C { object M() => System.Net.Dns.GetHostEntry([|"ntp01"|]); }
                    """
            },
            {
                "a machine that is pinged",
                """
                    class C { object M() => new System.Net.NetworkInformation.Ping().Send([|"rt01"|]); }
                    """
            },
            {
                "the same address without a local one",
                """
                    class C { object M(HttpClient c) => c.GetAsync([|"https://10.0.2.2/a"|]); }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_host_of_one_word(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "this machine",
                """
                    class C { object M() => new System.Net.Sockets.TcpClient("localhost", 4000); }
                    """
            },
            {
                "a name of one word that no client takes",
                """
                    class C
                    {
                        string host = "kikan01";
                    }
                    """
            },
            {
                "a part of an address",
                """
                    class C { object M() => new UriBuilder { Host = "kikan01" }; }
                    """
            },
            {
                "the emulator of a telephone that calls its machine",
                """
                    class C
                    {
                        void M(HttpClient c, bool isPhone)
                        {
                            var host = isPhone ? "10.0.2.2" : "localhost";
                            c.BaseAddress = new Uri($"https://{host}:5243");
                        }
                    }
                    """
            },
            {
                "a link by which people follow a parcel",
                """
                    class C
                    {
                        string M(string number)
                        {
                            string trackingUrl = $"https://track.example.jp/a?no={number}";
                            return trackingUrl;
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_word_that_is_no_foreign_host(string name) => Rule.IsSilent(Silent[name], Files.All);
}
