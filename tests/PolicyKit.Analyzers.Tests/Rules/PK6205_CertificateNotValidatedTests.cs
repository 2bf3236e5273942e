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

    public static Cases Reported { get; } =
        new()
        {
            {
                "a server that lets any certificate of clients in",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions o) =>
                            o.[|AllowAnyClientCertificate|]();
                    }
                    """
            },
            {
                "a builder of connection strings that is set by its key",
                """
                    class C
                    {
                        void M(System.Data.Common.DbConnectionStringBuilder b) =>
                            [|b["Trust Server Certificate"] = true|];
                    }
                    """
            },
            {
                "a lambda that only looks whether there is a chain",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = [|(m, c, h, e) =>
                                {
                                    if (c == null)
                                        return false;
                                    return h != null;
                                }|],
                            };
                    }
                    """
            },
            {
                "a lambda that accepts everything",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|],
                            };
                    }
                    """
            },
            {
                "a block that only returns true",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = [|(m, c, h, e) =>
                                {
                                    return true;
                                }|],
                            };
                    }
                    """
            },
            {
                "a block that only logs",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = [|(m, c, h, e) =>
                                {
                                    if (e != 0)
                                    {
                                        Console.WriteLine(e);
                                        return true;
                                    }
                                    return (true);
                                }|],
                            };
                    }
                    """
            },
            {
                "an anonymous method that accepts everything",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = [|delegate
                                {
                                    return true;
                                }|],
                            };
                    }
                    """
            },
            {
                "the validator of the platform that accepts everything",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback =
                                    [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|],
                            };
                    }
                    """
            },
            {
                "a method that accepts everything",
                """
                    using System.Net.Security;
                    using System.Security.Cryptography.X509Certificates;

                    class C
                    {
                        static bool Any(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true;

                        object M(Stream s) => new SslStream(s, false, [|Any|]);
                    }
                    """
            },
            {
                "a local function that accepts everything",
                """
                    using System.Net.Security;
                    using System.Security.Cryptography.X509Certificates;

                    class C
                    {
                        object M(Stream s)
                        {
                            bool Any(object o, X509Certificate? c, X509Chain? h, SslPolicyErrors e)
                            {
                                return true;
                            }
                            return new SslStream(s, false, new RemoteCertificateValidationCallback([|Any|]));
                        }
                    }
                    """
            },
            {
                "a callback for the whole process",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.ServerCertificateValidationCallback = [|(_, _, _, _) =>
                                true|];
                    }
                    """
            },
            {
                "a callback that is added for the whole process",
                """
                    class C
                    {
                        void M() =>
                            System.Net.ServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) =>
                                true|];
                    }
                    """
            },
            {
                "a callback in nested options",
                """
                    class C
                    {
                        object M() =>
                            new SocketsHttpHandler
                            {
                                SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] },
                            };
                    }
                    """
            },
            {
                "a callback of a named client",
                """
                    class C
                    {
                        object M(IServiceCollection s) =>
                            s.AddHttpClient("a")
                                .ConfigurePrimaryHttpMessageHandler(() =>
                                    new HttpClientHandler
                                    {
                                        ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|],
                                    }
                                );
                    }
                    """
            },
            {
                "a callback of Kestrel",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions o) =>
                            o.ClientCertificateValidation = [|(_, _, _) => true|];
                    }
                    """
            },
            {
                "a connection string that trusts any certificate",
                """
                    class C
                    {
                        string s = [|"Server=db1;Database=b;Integrated Security=true;TrustServerCertificate=True"|];
                    }
                    """
            },
            {
                "a connection string of PostgreSQL that trusts any certificate",
                """
                    class C
                    {
                        string M(string db) =>
                            [|$"Host=pg;Port=5432;Database={db};Username=u;SSL Mode=Require;Trust Server Certificate=true"|];
                    }
                    """
            },
            {
                "a builder that trusts any certificate",
                """
                    class SqlConnectionStringBuilder
                    {
                        public bool TrustServerCertificate { get; set; }
                    }

                    class C
                    {
                        void M(SqlConnectionStringBuilder b) => [|b.TrustServerCertificate = true|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_certificate_that_is_not_validated(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "another key of a connection string, and trust that is refused",
                """
                    class C
                    {
                        void M(System.Data.Common.DbConnectionStringBuilder b)
                        {
                            b["Encrypt"] = true;
                            b["TrustServerCertificate"] = false;
                        }
                    }
                    """
            },
            {
                "a lambda that looks at the errors and whether there is a certificate",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (m, c, h, e) =>
                                    c != null && e == System.Net.Security.SslPolicyErrors.None,
                            };
                    }
                    """
            },
            {
                "a callback that asks for errors",
                """
                    using System.Net.Security;

                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, _, _, e) =>
                                    e == SslPolicyErrors.None,
                            };
                    }
                    """
            },
            {
                "a callback that pins a certificate",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, c, _, e) =>
                                    e == 0 || c!.GetCertHashString() == "AB",
                            };
                    }
                    """
            },
            {
                "a callback that throws",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, _, _, e) =>
                                {
                                    if (e != 0)
                                        throw new Exception();
                                    return true;
                                },
                            };
                    }
                    """
            },
            {
                "a callback that refuses",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, _, _, e) =>
                                {
                                    if (e != 0)
                                        return false;
                                    return true;
                                },
                            };
                    }
                    """
            },
            {
                "a callback that is open in development alone",
                """
                    class C
                    {
                        object M(IHostEnvironment env) =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, _, _, e) =>
                                    e == 0 || env.IsDevelopment(),
                            };
                    }
                    """
            },
            {
                "no callback",
                """
                    class C
                    {
                        object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = null };
                    }
                    """
            },
            {
                "a callback that refuses everything",
                """
                    class C
                    {
                        object M() =>
                            new HttpClientHandler
                            {
                                ServerCertificateCustomValidationCallback = (_, _, _, _) => false,
                            };
                    }
                    """
            },
            {
                "functions that are not callbacks",
                """
                    class C
                    {
                        Func<int, bool> f = _ => true;
                        Predicate<string> p = _ => true;
                    }
                    """
            },
            {
                "the callback that accepts everything, only compared",
                """
                    class C
                    {
                        bool M(HttpClientHandler h) =>
                            ReferenceEquals(
                                h.ServerCertificateCustomValidationCallback,
                                HttpClientHandler.DangerousAcceptAnyServerCertificateValidator
                            )
                            || h.ToString()
                                == nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator);
                    }
                    """
            },
            {
                "a callback that hands the certificate to a check",
                """
                    using System.Security.Cryptography.X509Certificates;

                    class C
                    {
                        object M(Stream s) => new System.Net.Security.SslStream(s, false, Validate!);

                        bool Validate(
                            object sender,
                            X509Certificate c,
                            X509Chain chain,
                            System.Net.Security.SslPolicyErrors e
                        )
                        {
                            using var own = new X509Certificate2(c);
                            ValidateToken(own);
                            return true;
                        }

                        static void ValidateToken(X509Certificate2 c) =>
                            throw new InvalidOperationException(c.Subject);
                    }
                    """
            },
            {
                "functions of other shapes",
                """
                    class C
                    {
                        Func<object, string, bool> f = (_, _) => true;

                        bool M(IEnumerable<int> x) => x.Any(_ => true);
                    }
                    """
            },
            {
                "a callback that is not known",
                """
                    class C
                    {
                        void M(System.Net.Security.RemoteCertificateValidationCallback c) =>
                            System.Net.ServicePointManager.ServerCertificateValidationCallback = c;
                    }
                    """
            },
            {
                "a connection string that trusts nothing",
                """
                    class C
                    {
                        string s = "Server=db1;Database=b;Integrated Security=true;TrustServerCertificate=False";
                    }
                    """
            },
            {
                "a connection string of this machine",
                """
                    class C
                    {
                        string s =
                            "Server=localhost;Database=b;Integrated Security=true;TrustServerCertificate=True";
                    }
                    """
            },
            {
                "a connection string that says nothing",
                """
                    class C
                    {
                        string s = "Server=db1;Database=b;Integrated Security=true;Encrypt=True";
                    }
                    """
            },
            {
                "a builder that trusts nothing, or what is not known",
                """
                    class SqlConnectionStringBuilder
                    {
                        public bool TrustServerCertificate { get; set; }
                    }

                    class C
                    {
                        void M(SqlConnectionStringBuilder b, bool dev)
                        {
                            b.TrustServerCertificate = false;
                            b.TrustServerCertificate = dev;
                        }
                    }
                    """
            },
            {
                "texts about the setting",
                """
                    class C
                    {
                        string s = "TrustServerCertificate=True";
                        string t = "接続文字列のTrustServerCertificate=Trueは使わないこと";
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_certificate_that_is_validated(string name) => Rule.IsSilent(Silent[name], Files.All);

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
