using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6204_OldProtocolTests
{
    private static readonly Check Rule = new("PK6204");

    [Theory]
    [InlineData("Switch.System.Net.DontEnableSchUseStrongCrypto")]
    [InlineData("Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols")]
    public Task Reports_a_switch_that_lets_old_versions_be_used(string name) =>
        Rule.Reports($$"""class C { void M() => [|AppContext.SetSwitch("{{name}}", true)|]; }""", Files.All);

    [Theory]
    [InlineData("""AppContext.SetSwitch("Switch.System.Net.DontEnableSchUseStrongCrypto", false)""")]
    [InlineData("""AppContext.SetSwitch("Switch.System.Globalization.NoAsyncCurrentCulture", true)""")]
    public Task Is_silent_about_other_switches(string call) =>
        Rule.IsSilent($$"""class C { void M() => {{call}}; }""", Files.All);

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

    public static Cases Reported { get; } =
        new()
        {
            {
                "an old protocol in the settings of Redis",
                """
                    class C
                    {
                        string M() => [|"cache.example.jp:6380,ssl=true,sslprotocols=tls12|tls11"|];
                    }
                    """
            },
            {
                "TLS 1.0",
                """
                    class C
                    {
                        void M(HttpClientHandler h) =>
                            h.SslProtocols = [|System.Security.Authentication.SslProtocols.Tls|];
                    }
                    """
            },
            {
                "TLS 1.1 beside a newer version",
                """
                    class C
                    {
                        void M(HttpClientHandler h) =>
                            h.SslProtocols =
                                [|System.Security.Authentication.SslProtocols.Tls11|]
                                | System.Security.Authentication.SslProtocols.Tls12;
                    }
                    """
            },
            {
                "each version of SSL, and the old default",
                """
                    class C
                    {
                        object M() => [|System.Security.Authentication.SslProtocols.Ssl3|];

                        object N() => [|System.Security.Authentication.SslProtocols.Ssl2|];

                        object O() => [|System.Security.Authentication.SslProtocols.Default|];
                    }
                    """
            },
            {
                "TLS 1.0 for the whole process",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol = [|System.Net.SecurityProtocolType.Tls|];
                    }
                    """
            },
            {
                "TLS 1.1 that is added for the whole process",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol |= [|System
                                .Net
                                .SecurityProtocolType
                                .Tls11|];
                    }
                    """
            },
            {
                "TLS 1.1 as a number",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol = [|(System.Net.SecurityProtocolType)768|];
                    }
                    """
            },
            {
                "TLS 1.0 as a number beside a newer version",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol =
                                [|(System.Net.SecurityProtocolType)192|] | System.Net.SecurityProtocolType.Tls12;
                    }
                    """
            },
            {
                "TLS 1.0 in a constant",
                """
                    class C
                    {
                        const System.Security.Authentication.SslProtocols Old = [|System
                            .Security
                            .Authentication
                            .SslProtocols
                            .Tls|];
                    }
                    """
            },
            {
                "TLS 1.1 as the default of a property",
                """
                    class C
                    {
                        public System.Security.Authentication.SslProtocols P { get; set; } =
                            [|System.Security.Authentication.SslProtocols.Tls11|];
                    }
                    """
            },
            {
                "TLS 1.0 in a condition",
                """
                    class C
                    {
                        object M(bool old) =>
                            old
                                ? [|System.Security.Authentication.SslProtocols.Tls|]
                                : System.Security.Authentication.SslProtocols.None;
                    }
                    """
            },
            {
                "TLS 1.1 in an arm",
                """
                    class C
                    {
                        object M(int x) =>
                            x switch
                            {
                                1 => [|System.Security.Authentication.SslProtocols.Tls11|],
                                _ => System.Security.Authentication.SslProtocols.Tls12,
                            };
                    }
                    """
            },
            {
                "TLS 1.1 without the name of its type",
                """
                    using static System.Security.Authentication.SslProtocols;

                    class C
                    {
                        void M(HttpClientHandler h) => h.SslProtocols = [|Tls11|];
                    }
                    """
            },
            {
                "TLS 1.0 as an argument",
                """
                    class C
                    {
                        Task M(System.Net.Security.SslStream s) =>
                            s.AuthenticateAsClientAsync(
                                "a",
                                null,
                                [|System.Security.Authentication.SslProtocols.Tls|],
                                false
                            );
                    }
                    """
            },
            {
                "TLS 1.0 of a server",
                """
                    class C
                    {
                        object M() =>
                            new System.Net.Security.SslServerAuthenticationOptions
                            {
                                EnabledSslProtocols = [|System.Security.Authentication.SslProtocols.Tls|],
                            };
                    }
                    """
            },
            {
                "TLS 1.1 of Kestrel",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions o) =>
                            o.SslProtocols = [|System.Security.Authentication.SslProtocols.Tls11|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_old_protocol(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "new protocols in the settings of Redis",
                """
                    class C
                    {
                        string M() => "cache.example.jp:6380,ssl=true,sslprotocols=tls12|tls13";
                    }
                    """
            },
            {
                "what the system chooses",
                """
                    class C
                    {
                        void M(HttpClientHandler h) =>
                            h.SslProtocols = System.Security.Authentication.SslProtocols.None;
                    }
                    """
            },
            {
                "TLS 1.2 and 1.3",
                """
                    class C
                    {
                        void M(HttpClientHandler h) =>
                            h.SslProtocols =
                                System.Security.Authentication.SslProtocols.Tls12
                                | System.Security.Authentication.SslProtocols.Tls13;
                    }
                    """
            },
            {
                "the default of the system for the whole process",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol = System
                                .Net
                                .SecurityProtocolType
                                .SystemDefault;
                    }
                    """
            },
            {
                "TLS 1.0 that is taken away",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol &= ~System.Net.SecurityProtocolType.Tls;
                    }
                    """
            },
            {
                "both old versions that are taken away",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol &= ~(
                                System.Net.SecurityProtocolType.Tls | System.Net.SecurityProtocolType.Tls11
                            );
                    }
                    """
            },
            {
                "a comparison",
                """
                    class C
                    {
                        bool M(System.Security.Authentication.SslProtocols p) =>
                            p == System.Security.Authentication.SslProtocols.Tls;
                    }
                    """
            },
            {
                "a pattern",
                """
                    class C
                    {
                        bool M(System.Security.Authentication.SslProtocols p) =>
                            p
                                is System.Security.Authentication.SslProtocols.Tls
                                    or System.Security.Authentication.SslProtocols.Tls11;
                    }
                    """
            },
            {
                "a question for a flag",
                """
                    class C
                    {
                        bool M(System.Security.Authentication.SslProtocols p) =>
                            p.HasFlag(System.Security.Authentication.SslProtocols.Tls);
                    }
                    """
            },
            {
                "a question for a bit",
                """
                    class C
                    {
                        bool M(System.Security.Authentication.SslProtocols p) =>
                            (p & System.Security.Authentication.SslProtocols.Tls11) != 0;
                    }
                    """
            },
            {
                "a case",
                """
                    class C
                    {
                        string M(System.Security.Authentication.SslProtocols p)
                        {
                            switch (p)
                            {
                                case System.Security.Authentication.SslProtocols.Tls:
                                    return "old";
                                default:
                                    return "new";
                            }
                        }
                    }
                    """
            },
            {
                "an arm that is asked",
                """
                    class C
                    {
                        string M(System.Security.Authentication.SslProtocols p) =>
                            p switch
                            {
                                System.Security.Authentication.SslProtocols.Tls => "old",
                                _ => "new",
                            };
                    }
                    """
            },
            {
                "the name of a version",
                """
                    class C
                    {
                        string M() => nameof(System.Security.Authentication.SslProtocols.Tls);
                    }
                    """
            },
            {
                "values that stand for others",
                """
                    using System.Security.Authentication;

                    class C
                    {
                        SslProtocols least = (SslProtocols)(-1);

                        IEnumerable<object[]> Pairs()
                        {
                            yield return new object[] { SslProtocols.Ssl3, SslProtocols.Tls12 };
                        }

                        string M() => string.Format("{0}, {1}", SslProtocols.Tls, SslProtocols.Tls11);
                    }
                    """
            },
            {
                "a new version as a number",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.SecurityProtocol = (System.Net.SecurityProtocolType)3072;
                    }
                    """
            },
            {
                "an enumeration of one's own",
                """
                    enum SslProtocols
                    {
                        Tls,
                        Tls11,
                    }

                    class C
                    {
                        object M() => SslProtocols.Tls;
                    }
                    """
            },
            {
                "another enumeration, and a text",
                """
                    class C
                    {
                        object M() => System.Net.DecompressionMethods.GZip;

                        string s = "Tls11";
                    }
                    """
            },
            {
                "a table that translates numbers",
                """
                    using System.Security.Authentication;

                    class C
                    {
                        SslProtocols M(int minor) =>
                            minor switch
                            {
                                1 => SslProtocols.Tls,
                                2 => SslProtocols.Tls11,
                                3 => SslProtocols.Tls12,
                                4 => SslProtocols.Tls13,
                                _ => SslProtocols.None,
                            };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_new_protocol(string name) => Rule.IsSilent(Silent[name], Files.All);

    [Theory]
    [InlineData("""{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ [|"Tls"|], "Tls12" ] } } }""")]
    [InlineData("""{ "Mail": { "TlsVersion": [|"Tls11"|] } }""")]
    public Task Reports_in_configuration(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        """<configuration><runtime><AppContextSwitchOverrides value="[|Switch.System.Net.DontEnableSchUseStrongCrypto=true|]" /></runtime></configuration>"""
    )]
    [InlineData(
        """<configuration><runtime><AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false" /></runtime></configuration>"""
    )]
    public Task Looks_at_switches_for_old_protocols(string text) => Rule.Configuration(text, "web.config");

    [Theory]
    [InlineData("""{ "Kestrel": { "EndpointDefaults": { "SslProtocols": ["Tls12", "Tls13"] } } }""")]
    [InlineData("""{ "Texts": { "Protocol": "Tls" } }""")]
    public Task Is_silent_in_configuration(string text) => Rule.Configuration(text);
}
